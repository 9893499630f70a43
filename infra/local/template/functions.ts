import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { noEffect, readProperties, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const functionSchema = z.strictObject({
  FunctionName: noEffect,
  Description: noEffect,
  Architectures: noEffect,
  Code: z.strictObject({ S3Bucket: noEffect, S3Key: z.string(), S3ObjectVersion: noEffect }),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  EphemeralStorage: noEffect,
  Handler: z.string(),
  KmsKeyArn: noEffect,
  LoggingConfig: noEffect,
  MemorySize: wholeNumber.default(128),
  PackageType: z.literal('Zip').optional(),
  ReservedConcurrentExecutions: wholeNumber.optional(),
  Role: z.string(),
  Runtime: z.string().regex(/^nodejs/, 'only functions for Node run here'),
  RuntimeManagementConfig: noEffect,
  Tags: noEffect,
  Timeout: wholeNumber.default(3),
  TracingConfig: noEffect,
});

const asyncSchema = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST').optional(),
  MaximumRetryAttempts: wholeNumber.optional(),
  MaximumEventAgeInSeconds: noEffect,
  DestinationConfig: z
    .strictObject({
      OnFailure: z.strictObject({ Destination: z.string() }).optional(),
    })
    .optional(),
});

/** A function as Lambda would run it. */
export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  /** Name of its folder under `functions`, if the template says one; else its logical id. */
  readonly label: string;
  /** The file of its code, and the name that the file exports. */
  readonly file: string;
  readonly exportName: string;
  readonly environment: Readonly<Record<string, string>>;
  /** In MiB. */
  readonly memory: number;
  /** In seconds. */
  readonly timeout: number;
  readonly roleArn: string;
  /** Most invocations at once, if the function reserves a number. */
  readonly concurrency: number | undefined;
  /** How an asynchronous invocation that fails goes on. */
  readonly asynchronous: {
    readonly retries: number;
    /** ARN of the queue told of an invocation that failed for good, with the cause. */
    readonly onFailure: string | undefined;
    /** ARN of the queue that gets the bare event of an invocation that failed for good. */
    readonly deadLetters: string | undefined;
  };
}

/** Key under which a function's resource names its folder. */
const FUNCTION_METADATA = 'service:function';

/** Lambda tries an asynchronous invocation twice more unless told otherwise. */
const RETRIES = 2;

/**
 * Reads every function with the settings of its asynchronous invocations.
 * @throws Error when the code of a function is not in the assembly.
 */
export function readFunctions(resources: readonly ResolvedResource[]): readonly LocalFunction[] {
  const settings = resources
    .filter(({ type }) => type === 'AWS::Lambda::EventInvokeConfig')
    .map((resource) => readProperties(resource, asyncSchema));
  return resources
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map((resource) => {
      const properties = readProperties(resource, functionSchema);
      const name = resource.identity.ref;
      const asynchronous = settings.find(({ FunctionName }) => FunctionName === name);
      const folder = resource.metadata[FUNCTION_METADATA];
      const [module = '', exportName = ''] = splitHandler(properties.Handler);
      return {
        name,
        arn: resource.identity.attributes['Arn'] ?? '',
        label: typeof folder === 'string' ? folder : resource.logicalId,
        file: codeFile(resource, properties.Code.S3Key, module),
        exportName,
        environment: properties.Environment?.Variables ?? {},
        memory: properties.MemorySize,
        timeout: properties.Timeout,
        roleArn: properties.Role,
        concurrency: properties.ReservedConcurrentExecutions,
        asynchronous: {
          retries: asynchronous?.MaximumRetryAttempts ?? RETRIES,
          onFailure: asynchronous?.DestinationConfig?.OnFailure?.Destination,
          deadLetters: properties.DeadLetterConfig?.TargetArn,
        },
      };
    });
}

function splitHandler(handler: string): readonly string[] {
  const dot = handler.lastIndexOf('.');
  return [handler.slice(0, dot), handler.slice(dot + 1)];
}

function codeFile(resource: ResolvedResource, objectKey: string, module: string): string {
  const asset = resource.asset(objectKey);
  if (asset === undefined) throw new Error(`The code of ${resource.logicalId} is not in the assembly: ${objectKey}`);
  const file = ['.mjs', '.js', '.cjs']
    .map((extension) => join(asset, `${module}${extension}`))
    .find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
  if (file === undefined) throw new Error(`The code of ${resource.logicalId} has no module ${module}: ${asset}`);
  return file;
}
