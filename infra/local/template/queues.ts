import * as z from 'zod';
import { noEffect, readProperties, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const queueSchema = z.strictObject({
  QueueName: noEffect,
  DelaySeconds: z.literal(0).optional(),
  KmsDataKeyReusePeriodSeconds: noEffect,
  KmsMasterKeyId: noEffect,
  MaximumMessageSize: noEffect,
  MessageRetentionPeriod: noEffect,
  ReceiveMessageWaitTimeSeconds: noEffect,
  RedriveAllowPolicy: noEffect,
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: wholeNumber }).optional(),
  SqsManagedSseEnabled: noEffect,
  Tags: noEffect,
  VisibilityTimeout: wholeNumber.default(30),
});

const policySchema = z.strictObject({
  Queues: z.array(z.string()),
  PolicyDocument: z.looseObject({
    Statement: z.array(
      z.looseObject({ Effect: z.enum(['Allow', 'Deny']), Action: z.unknown(), Principal: z.unknown() }),
    ),
  }),
});

/** A standard queue. */
export interface LocalQueue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Seconds for which a message that somebody received is hidden from others. */
  readonly visibility: number;
  /** Where a message goes that was received this often and never deleted. */
  readonly redrive: { readonly arn: string; readonly after: number } | undefined;
  /** AWS services that the queue's own policy lets send to it: 'events.amazonaws.com'. */
  readonly senders: readonly string[];
}

/** Reads every queue with what its own policy lets services do. */
export function readQueues(resources: readonly ResolvedResource[]): readonly LocalQueue[] {
  const policies = resources
    .filter(({ type }) => type === 'AWS::SQS::QueuePolicy')
    .map((resource) => readProperties(resource, policySchema));
  return resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map((resource) => {
      const { RedrivePolicy, VisibilityTimeout } = readProperties(resource, queueSchema);
      const url = resource.identity.ref;
      return {
        name: resource.identity.attributes['QueueName'] ?? '',
        arn: resource.identity.attributes['Arn'] ?? '',
        url,
        visibility: VisibilityTimeout,
        redrive: RedrivePolicy
          ? { arn: RedrivePolicy.deadLetterTargetArn, after: RedrivePolicy.maxReceiveCount }
          : undefined,
        senders: policies
          .filter(({ Queues }) => Queues.includes(url))
          .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
          .filter(({ Effect, Action }) => Effect === 'Allow' && [Action].flat().includes('sqs:SendMessage'))
          .flatMap(({ Principal }) => services(Principal)),
      };
    });
}

function services(principal: unknown): readonly string[] {
  if (principal === null || typeof principal !== 'object' || !('Service' in principal)) return [];
  return [principal.Service].flat().filter((service) => typeof service === 'string');
}
