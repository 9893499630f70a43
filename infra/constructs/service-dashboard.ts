import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { AlarmStatusWidget, Dashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AlarmTopic } from './alarm-topic.ts';
import type { ServiceFunction } from './service-function.ts';

/** What the dashboard shows. */
export interface ServiceDashboardProps {
  readonly alarms: AlarmTopic;
  readonly httpApi: HttpApi;
  readonly functions: readonly ServiceFunction[];
  readonly streamConsumer: ServiceFunction;
  /** Queues whose events must not wait, and those where what failed is set aside. */
  readonly queues: readonly Queue[];
  readonly deadLetters: readonly Queue[];
}

/** One page for whoever is on call: every alarm, what callers get, and how each function does. */
export class ServiceDashboard extends Dashboard {
  constructor(scope: Construct, id: string, props: ServiceDashboardProps) {
    const { alarms, httpApi, functions, streamConsumer, queues, deadLetters } = props;
    super(scope, id, {
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.alarms, width: 24 })],
        [
          new GraphWidget({
            title: 'Requests and errors',
            left: [httpApi.metricCount(), httpApi.metricClientError(), httpApi.metricServerError()],
            width: 12,
          }),
          new GraphWidget({
            title: 'Latency',
            left: [50, 95, 99].map((rank) => httpApi.metricLatency({ statistic: Stats.percentile(rank) })),
            width: 12,
          }),
        ],
        [
          new GraphWidget({ title: 'Calls', left: functions.map((fn) => fn.metricInvocations()), width: 8 }),
          new GraphWidget({ title: 'Failures', left: functions.map((fn) => fn.metricErrors()), width: 8 }),
          new GraphWidget({
            title: 'Behind the changes',
            left: [streamConsumer.metric('IteratorAge', { statistic: Stats.MAXIMUM })],
            width: 8,
          }),
        ],
        [
          new GraphWidget({
            title: 'Set aside',
            left: deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ label: queue.node.id })),
            width: 8,
          }),
          new GraphWidget({
            title: 'Age of the oldest event that waits',
            left: queues.map((queue) => queue.metricApproximateAgeOfOldestMessage({ label: queue.node.id })),
            width: 8,
          }),
          new GraphWidget({
            title: 'Refused a place to run',
            left: functions.map((fn) => fn.metricThrottles()),
            width: 8,
          }),
        ],
      ],
    });
  }
}
