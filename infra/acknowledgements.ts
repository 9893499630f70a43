import { type App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, CfnEventSourceMapping, CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import * as z from 'zod';
import { DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { ASSETS_ROUTE, DESCRIBED_ROUTES, FAMILY_PATHS, PUBLIC_API_ROUTES } from './constructs/front-door.ts';
import { ServiceFunction } from './constructs/service-function.ts';

/** A finding of the security rules that is as it should be. */
export interface Acknowledgement {
  /** The rule as cdk-nag names it, with the finding where it has several. */
  readonly rule: string;
  /** Why what the rule asks for would be wrong here, or is done in another way. */
  readonly reason: string;
  /** Whether it holds for this resource: as narrow as the reason, so that it excuses nothing new. */
  readonly covers: (resource: CfnResource) => boolean;
}

/** Every finding that is acknowledged: at most ten, each still needed (both are tested). */
export const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  {
    rule: 'AwsSolutions-APIG4',
    reason:
      'These routes are public by intent: the health, the description of the API, what all pages share, and the pages, which keep a session of their own.',
    covers: (resource) => resource instanceof CfnRoute && PUBLIC_ROUTE_KEYS.has(resource.routeKey),
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray knows no resources: the two actions that send traces can be granted for everything or not at all.',
    covers: (resource) => resource instanceof CfnPolicy && hasNoWildcardButTracing(resource),
  },
  {
    rule: 'AwsSolutions-SMG4',
    reason:
      'Rotating these by clock would do harm: a new key of the NHS number hash loses every person found by it, and a new session key signs everybody out in mid-clinic. docs/operations.md says how each is changed.',
    covers: (resource) => resource instanceof CfnSecret,
  },
  {
    rule: 'AwsSolutions-SQS3',
    reason: 'The queue is where a stream, a schedule or a topic leaves what failed: it is the dead-letter queue.',
    // The rule sees for itself that a queue which a function names is one.
    covers: (resource) => isDeadLetterQueue(resource) && !isNamedByFunction(resource) && !isNamedByQueue(resource),
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    reason: 'The queue is the last stop: a person reads it after its alarm, and no function consumes it.',
    covers: isDeadLetterQueue,
  },
  {
    rule: 'Serverless-LambdaDLQ',
    reason:
      'The function is never invoked asynchronously: the gateway answers its caller, and the stream has a failure destination of its own. A queue here would be a grant that nothing uses.',
    covers: (resource) => resource instanceof CfnFunction && isSynchronous(resource),
  },
  {
    rule: 'Serverless-LambdaAsyncFailureDestination',
    reason:
      'The function has a dead-letter queue, which keeps the event that it failed on; a destination would keep the same a second time.',
    covers: (resource) => resource instanceof CfnEventInvokeConfig && isAsynchronous(resource),
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    reason:
      'The function takes from a queue, which sets aside by itself what was tried too often; a destination is for streams.',
    covers: (resource) => resource instanceof CfnEventSourceMapping && !hasDestination(resource),
  },
  {
    rule: 'AwsSolutions-CFR3',
    reason:
      'The access log is delivered through CloudWatch with chosen fields; the log that the rule looks for would keep the path, query and address of every visit.',
    covers: (resource) => resource instanceof CfnDistribution,
  },
];

/** Acknowledges every finding above throughout the app. Call it when all stacks are built. */
export function acknowledgeFindings(app: App): void {
  for (const node of app.node.findAll()) {
    if (!CfnResource.isCfnResource(node)) continue;
    for (const { rule, reason, covers } of ACKNOWLEDGEMENTS) {
      if (covers(node)) Validations.of(node).acknowledge({ id: rule, reason });
    }
  }
}

const PUBLIC_ROUTE_KEYS: ReadonlySet<string> = new Set([
  '$default',
  ...[ASSETS_ROUTE, ...PUBLIC_API_ROUTES, ...DESCRIBED_ROUTES].map((path) => `GET ${path}`),
  ...FAMILY_PATHS.web.map((path) => `ANY ${path}`),
]);

function isDeadLetterQueue(resource: CfnResource): boolean {
  return resource instanceof CfnQueue && resource.node.scope instanceof DeadLetterQueue;
}

function isNamedByFunction(resource: CfnResource): boolean {
  const queue = resource.node.scope;
  return Stack.of(resource)
    .node.findAll()
    .some((node) => node instanceof ServiceFunction && node.deadLetterQueue === queue);
}

function isNamedByQueue(resource: CfnResource): boolean {
  const queue = resource.node.scope;
  return Stack.of(resource)
    .node.findAll()
    .some((node) => node instanceof Queue && node.deadLetterQueue?.queue === queue);
}

function hasDestination({ destinationConfig }: CfnEventSourceMapping): boolean {
  return destinationConfig !== undefined;
}

function isAsynchronous(resource: CfnEventInvokeConfig): boolean {
  const fn = resource.node.scope?.node.scope;
  return fn instanceof ServiceFunction && fn.deadLetterQueue !== undefined;
}

function isSynchronous(resource: CfnFunction): boolean {
  const fn = resource.node.scope;
  return fn instanceof ServiceFunction && !fn.deadLetterQueue;
}

const oneOrMany = z.union([z.string(), z.array(z.unknown())]);

const policySchema = z.object({
  Statement: z.array(z.object({ Action: oneOrMany, Resource: z.unknown() })),
});

function hasNoWildcardButTracing(policy: CfnPolicy): boolean {
  const { Statement } = policySchema.parse(Stack.of(policy).resolve(policy.policyDocument));
  const everywhere = Statement.filter(({ Resource }) => Resource === '*');
  return (
    everywhere.length > 0 &&
    everywhere.every(({ Action }) =>
      [Action].flat().every((action) => typeof action === 'string' && action.startsWith('xray:Put')),
    )
  );
}
