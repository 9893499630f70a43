import * as z from 'zod';
import { noEffect, readProperties, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const busSchema = z.strictObject({
  Name: z.string(),
  Description: noEffect,
  KmsKeyIdentifier: noEffect,
  LogConfig: noEffect,
  Tags: noEffect,
});

const retrySchema = z.strictObject({
  MaximumRetryAttempts: wholeNumber.optional(),
  MaximumEventAgeInSeconds: noEffect,
});

const targetSchema = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  RetryPolicy: retrySchema.optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
});

const ruleSchema = z.strictObject({
  Name: noEffect,
  Description: noEffect,
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Tags: noEffect,
  Targets: z.array(targetSchema).default([]),
});

/** An event bus. */
export interface LocalBus {
  readonly name: string;
  readonly arn: string;
}

/** Where a rule or a schedule sends what it has. */
export interface LocalTarget {
  /** ARN of a function or a queue. */
  readonly arn: string;
  /** Fixed text (JSON) that is sent instead of the event. */
  readonly input: string | undefined;
  /** Part of the event that is sent instead of the whole: `$.detail`. */
  readonly inputPath: string | undefined;
  /** ARN of the queue for what could not be delivered. */
  readonly deadLetters: string | undefined;
}

/** A rule of a bus that is enabled. */
export interface LocalRule {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly pattern: Readonly<Record<string, unknown>> | undefined;
  /** `rate(…)` or `cron(…)` in UTC, for a rule that runs by the clock. */
  readonly schedule: string | undefined;
  readonly targets: readonly LocalTarget[];
}

/** Reads every bus; the account's own `default` bus is always there. */
export function readBuses(resources: readonly ResolvedResource[], defaultArn: string): readonly LocalBus[] {
  const buses = resources
    .filter(({ type }) => type === 'AWS::Events::EventBus')
    .map((resource) => {
      readProperties(resource, busSchema);
      return { name: resource.identity.ref, arn: resource.identity.attributes['Arn'] ?? '' };
    });
  return [{ name: 'default', arn: defaultArn }, ...buses];
}

/** Reads every enabled rule. */
export function readRules(resources: readonly ResolvedResource[]): readonly LocalRule[] {
  return resources
    .filter(({ type }) => type === 'AWS::Events::Rule')
    .map((resource) => ({ resource, properties: readProperties(resource, ruleSchema) }))
    .filter(({ properties }) => properties.State === 'ENABLED')
    .map(({ resource, properties }) => ({
      name: resource.identity.ref,
      arn: resource.identity.attributes['Arn'] ?? '',
      // A rule may name its bus by ARN.
      bus: properties.EventBusName.split('/').at(-1) ?? 'default',
      pattern: properties.EventPattern,
      schedule: properties.ScheduleExpression,
      targets: properties.Targets.map((target) => ({
        arn: target.Arn,
        input: target.Input,
        inputPath: target.InputPath,
        deadLetters: target.DeadLetterConfig?.Arn,
      })),
    }));
}
