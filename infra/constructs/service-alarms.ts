import type { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { ALARM_PERIOD, type AlarmTopic } from './alarm-topic.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

const sum = { period: ALARM_PERIOD, statistic: Stats.SUM } as const;
const maximum = { period: ALARM_PERIOD, statistic: Stats.MAXIMUM } as const;

/** Rings when a function fails, or is refused a place to run. */
export function watchFunction(alarms: AlarmTopic, fn: ServiceFunction): void {
  alarms.ring(`${fn.node.id}Errors`, {
    description: `The function ${fn.folder} failed without an answer: read its log by request id`,
    metric: fn.metricErrors(sum),
    threshold: 1,
  });
  alarms.ring(`${fn.node.id}Throttles`, {
    description: `The function ${fn.folder} was refused a place to run: the account's concurrency is used up`,
    metric: fn.metricThrottles(sum),
    threshold: 1,
  });
}

/** Rings when changes wait: events, audit copies and alerts are late by as much. */
export function watchStream(alarms: AlarmTopic, consumer: ServiceFunction): void {
  alarms.ring(`${consumer.node.id}Behind`, {
    description: `The function ${consumer.folder} is ten minutes or more behind the changes it follows`,
    metric: consumer.metric('IteratorAge', maximum),
    threshold: 10 * 60 * 1000,
  });
}

/** Rings when something was set aside that nobody has dealt with. */
export function watchDeadLetters(alarms: AlarmTopic, queue: DeadLetterQueue): void {
  alarms.ring(`${queue.node.id}Waiting`, {
    description: `Something could not be done and waits in ${queue.node.id}: see docs/operations.md before sending it again`,
    metric: queue.metricApproximateNumberOfMessagesVisible(maximum),
    threshold: 1,
  });
}

/** Rings when events wait in a queue of ours. */
export function watchQueue(alarms: AlarmTopic, queue: Queue): void {
  alarms.ring(`${queue.node.id}Behind`, {
    description: `The oldest event in ${queue.node.id} has waited for ten minutes or more: somebody is told late`,
    metric: queue.metricApproximateAgeOfOldestMessage(maximum),
    threshold: 10 * 60,
  });
}

/**
 * Rings when no schedule has started a function for so many whole periods: nothing failed then, so nothing else would ring.
 * @param period a day at most.
 */
export function watchRuns(alarms: AlarmTopic, fn: ServiceFunction, period: Duration, periods = 1): void {
  alarms.missing(`${fn.node.id}Missing`, {
    description: `The function ${fn.folder} has not run when it should have: see whether its schedule is there and enabled`,
    metric: fn.metricInvocations({ period, statistic: Stats.SUM }),
    threshold: 1,
    periods,
  });
}

/** Rings when callers get errors that are ours, or wait too long. */
export function watchHttp(alarms: AlarmTopic, httpApi: HttpApi): void {
  alarms.ring('ServerErrors', {
    description: 'Callers got answers of 500 and above',
    metric: httpApi.metricServerError(sum),
    threshold: 5,
  });
  alarms.ring('Slow', {
    description: 'One answer in a hundred took two seconds or more, for a quarter of an hour',
    metric: httpApi.metricLatency({ period: ALARM_PERIOD, statistic: Stats.percentile(99) }),
    threshold: 2000,
    periods: 3,
  });
}

/** Rings when a table refuses work because of its rate. */
export function watchTable(alarms: AlarmTopic, name: string, table: Table): void {
  for (const metricName of ['ReadThrottleEvents', 'WriteThrottleEvents'] as const) {
    alarms.ring(`${name}${metricName}`, {
      description: `The table ${name} refused requests for their rate: one key may be taking all of it`,
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table.tableName },
        ...sum,
      }),
      threshold: 1,
    });
  }
}
