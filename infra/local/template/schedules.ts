import * as z from 'zod';
import { noEffect, readProperties, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const scheduleSchema = z.strictObject({
  Name: noEffect,
  Description: noEffect,
  FlexibleTimeWindow: noEffect,
  GroupName: noEffect,
  KmsKeyArn: noEffect,
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    RetryPolicy: z
      .strictObject({ MaximumRetryAttempts: wholeNumber.optional(), MaximumEventAgeInSeconds: noEffect })
      .optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});

/** A schedule of EventBridge Scheduler. */
export interface LocalSchedule {
  readonly name: string;
  readonly arn: string;
  /** `cron(…)`, `rate(…)` or `at(…)`. */
  readonly expression: string;
  /** Name of the time zone that the expression is read in. */
  readonly timeZone: string;
  readonly targetArn: string;
  /** Role in whose name the target is called. */
  readonly roleArn: string;
  /** What the target gets, with `<aws.scheduler.…>` words in it; without it, an event of Scheduler's own. */
  readonly input: string | undefined;
  readonly deadLetters: string | undefined;
  /** A disabled schedule runs only when asked to. */
  readonly enabled: boolean;
}

/** Reads every schedule. */
export function readSchedules(resources: readonly ResolvedResource[]): readonly LocalSchedule[] {
  return resources
    .filter(({ type }) => type === 'AWS::Scheduler::Schedule')
    .map((resource) => {
      const properties = readProperties(resource, scheduleSchema);
      return {
        name: resource.identity.ref,
        arn: resource.identity.attributes['Arn'] ?? '',
        expression: properties.ScheduleExpression,
        timeZone: properties.ScheduleExpressionTimezone,
        targetArn: properties.Target.Arn,
        roleArn: properties.Target.RoleArn,
        input: properties.Target.Input,
        deadLetters: properties.Target.DeadLetterConfig?.Arn,
        enabled: properties.State === 'ENABLED',
      };
    });
}
