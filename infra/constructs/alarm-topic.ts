import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';

/** Who hears alarms. */
export interface AlarmTopicProps {
  /** Its policy must let CloudWatch use it. */
  readonly encryptionKey: Key;
  /** Nobody is told without it; alarms are still seen on the dashboard. */
  readonly email?: string;
}

/** When an alarm rings. */
export interface AlarmRule {
  /** What is wrong and what to do first, for whoever is woken. */
  readonly description: string;
  readonly metric: IMetric;
  /** It rings at this value of the metric and above, or below it where something is missed. */
  readonly threshold: number;
  /** Periods of the metric that must all be over the threshold; 1 without it. */
  readonly periods?: number;
}

/** Period of every metric that an alarm watches. */
export const ALARM_PERIOD = Duration.minutes(5);

/** The encrypted topic that every alarm rings on. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;
  readonly alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: props.encryptionKey, enforceSSL: true });
    // The rule about encrypted transport replaces the policy that a topic has by default, under which alarms could publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsRing',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (props.email) {
      const undelivered = new DeadLetterQueue(this, 'Undelivered', { encryptionKey: props.encryptionKey });
      this.topic.addSubscription(new EmailSubscription(props.email, { deadLetterQueue: undelivered }));
    }
  }

  /** Adds an alarm. A metric without data is no fault: at night nobody calls. */
  ring(id: string, rule: AlarmRule): Alarm {
    return this.#add(id, rule, {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Adds an alarm of what ought to happen: it rings below the threshold, and when there is no data at all. */
  missing(id: string, rule: AlarmRule): Alarm {
    return this.#add(id, rule, {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  #add(
    id: string,
    rule: AlarmRule,
    when: { readonly comparisonOperator: ComparisonOperator; readonly treatMissingData: TreatMissingData },
  ): Alarm {
    const alarm = new Alarm(this, id, {
      alarmDescription: rule.description,
      metric: rule.metric,
      threshold: rule.threshold,
      evaluationPeriods: rule.periods ?? 1,
      ...when,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    this.alarms.push(alarm);
    return alarm;
  }
}
