import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** Which function runs when. */
export interface ScheduledRunProps {
  /** It must have a dead-letter queue: nobody waits for its answer. */
  readonly target: ServiceFunction;
  /** A cron expression of EventBridge Scheduler without `cron()`, in local time: `0 6 * * ? *` is every day at six. */
  readonly cron: string;
}

/** Time zone of every schedule: a daily run is at the same hour of the clock, summer and winter. */
export const SCHEDULE_TIME_ZONE = 'Europe/London';

/**
 * Runs a function at set times. The event is `{ "time": "<the instant it was due, in UTC>" }`, so that a run delivered late
 * or twice still works for the day it was meant for.
 */
export class ScheduledRun extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledRunProps) {
    super(scope, id);
    const { target } = props;
    const deadLetters = target.deadLetterQueue;
    if (!deadLetters) throw new Error(`The function ${target.folder} runs on a schedule and has no dead-letter queue`);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: `Lets the scheduler start ${target.folder}`,
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
    new CfnSchedule(this, 'Schedule', {
      description: `Runs ${target.folder}`,
      scheduleExpression: `cron(${props.cron})`,
      scheduleExpressionTimezone: SCHEDULE_TIME_ZONE,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ time: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: Duration.hours(6).toSeconds() },
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    }).node.addDependency(role);
  }
}
