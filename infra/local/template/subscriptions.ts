import * as z from 'zod';
import { noEffect, readProperties, truth, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const mappingSchema = z.strictObject({
  BatchSize: wholeNumber.min(1).max(10_000).optional(),
  BisectBatchOnFunctionError: truth.default(false),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() }).optional(),
  Enabled: truth.default(true),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  KmsKeyArn: noEffect,
  MaximumBatchingWindowInSeconds: wholeNumber.optional(),
  MaximumRecordAgeInSeconds: wholeNumber.default(-1),
  MaximumRetryAttempts: wholeNumber.default(-1),
  MetricsConfig: noEffect,
  ParallelizationFactor: wholeNumber.min(1).max(10).default(1),
  ScalingConfig: noEffect,
  // Both are the same here: a store keeps what a consumer has not had, and nothing older.
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  Tags: noEffect,
});

/** A function that follows a stream or a queue. */
export interface LocalSubscription {
  readonly sourceArn: string;
  readonly functionArn: string;
  readonly batchSize: number;
  /** Whether a batch that failed is tried again in halves. */
  readonly bisect: boolean;
  /** Whether the function's answer names the records it failed on. */
  readonly partial: boolean;
  /** Tries after the first one; without an end where the template says -1. */
  readonly retries: number;
  /** Seconds after which a record is given up; without an end where the template says -1. */
  readonly maximumAge: number;
  /** Batches in work at once; those of one item follow each other all the same. */
  readonly parallel: number;
  /** ARN of the queue told of records that were given up. */
  readonly onFailure: string | undefined;
}

/** What Lambda takes at once from a queue, and from a stream, unless told otherwise. */
const BATCH_SIZE = { queue: 10, stream: 100 } as const;

/** Reads every enabled event source mapping. `arnOfFunction` gives the ARN of a function named by name or ARN. */
export function readSubscriptions(
  resources: readonly ResolvedResource[],
  arnOfFunction: (nameOrArn: string) => string,
): readonly LocalSubscription[] {
  return resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map((resource) => readProperties(resource, mappingSchema))
    .filter(({ Enabled }) => Enabled)
    .map((properties) => ({
      sourceArn: properties.EventSourceArn,
      functionArn: arnOfFunction(properties.FunctionName),
      batchSize:
        properties.BatchSize ?? (properties.EventSourceArn.includes(':sqs:') ? BATCH_SIZE.queue : BATCH_SIZE.stream),
      bisect: properties.BisectBatchOnFunctionError,
      partial: properties.FunctionResponseTypes.length > 0,
      retries: endless(properties.MaximumRetryAttempts),
      maximumAge: endless(properties.MaximumRecordAgeInSeconds),
      parallel: properties.ParallelizationFactor,
      onFailure: properties.DestinationConfig?.OnFailure?.Destination,
    }));
}

function endless(number: number): number {
  return number < 0 ? Number.POSITIVE_INFINITY : number;
}
