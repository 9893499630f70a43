import { describe, expect, it } from 'vitest';
import {
  builtTemplates,
  onlyResourceOf,
  type Resource,
  resourcesOf,
  statementsOf,
  targetOf,
} from './built-templates.ts';

const { serviceTemplate } = builtTemplates({ changes: { alarmEmail: 'on-call@trust.example' } });
const alarms = resourcesOf(serviceTemplate, 'AWS::CloudWatch::Alarm');

/** The one topic, policy or subscription of alarms: e-mail has others. */
function ofAlarms(type: string, template = serviceTemplate): Resource | undefined {
  const found = resourcesOf(template, type).filter(({ id }) => id.startsWith('Alarms'));
  expect(found.length, type).toBeLessThanOrEqual(1);
  return found[0];
}

/** Whether an alarm watches this metric of this resource. */
function isWatched(metricName: string, resourceId?: string): boolean {
  return alarms.some(
    ({ Properties }) =>
      Properties['MetricName'] === metricName &&
      (resourceId === undefined || JSON.stringify(Properties['Dimensions']).includes(`"${resourceId}"`)),
  );
}

/** An alarm of a queue names it by its name, which is an attribute. */
function isWatchedQueue(metricName: string, id: string): boolean {
  return alarms.some(
    ({ Properties }) =>
      Properties['MetricName'] === metricName && JSON.stringify(Properties['Dimensions']).includes(`"${id}"`),
  );
}

/** Where an e-mail about an alarm is left that could not be delivered: an alarm of it would be another such e-mail. */
const isDeadLetters = (id: string) => id.includes('DeadLetters');

describe('alarms', () => {
  it.each(resourcesOf(serviceTemplate, 'AWS::Lambda::Function'))('ring when $id fails or is throttled', ({ id }) => {
    expect(isWatched('Errors', id)).toBe(true);
    expect(isWatched('Throttles', id)).toBe(true);
  });

  it.each(resourcesOf(serviceTemplate, 'AWS::Lambda::EventSourceMapping'))('ring when $id falls behind', (mapping) => {
    const source = mapping.Properties['EventSourceArn'];
    const isStream = JSON.stringify(source).includes('StreamArn');
    if (isStream) expect(isWatched('IteratorAge', targetOf(mapping.Properties['FunctionName']))).toBe(true);
    else expect(isWatchedQueue('ApproximateAgeOfOldestMessage', targetOf(source))).toBe(true);
  });

  it.each(resourcesOf(serviceTemplate, 'AWS::SQS::Queue').filter(({ id }) => isDeadLetters(id)))(
    'ring when something waits in $id',
    ({ id }) => {
      expect(isWatchedQueue('ApproximateNumberOfMessagesVisible', id)).toBe(true);
    },
  );

  it.each(resourcesOf(serviceTemplate, 'AWS::Scheduler::Schedule'))('ring when $id has not run', ({ Properties }) => {
    const { Arn } = Properties['Target'] as { Arn: unknown };
    const missing = alarms.filter(
      (alarm) =>
        alarm.Properties['MetricName'] === 'Invocations' &&
        JSON.stringify(alarm.Properties['Dimensions']).includes(`"${targetOf(Arn)}"`),
    );
    expect(missing.map(({ Properties: alarm }) => alarm)).toEqual([
      expect.objectContaining({ ComparisonOperator: 'LessThanThreshold', Threshold: 1, TreatMissingData: 'breaching' }),
    ]);
  });

  it('ring when callers get errors or wait', () => {
    expect(isWatched('5xx')).toBe(true);
    expect(isWatched('Latency')).toBe(true);
  });

  it.each(['ReadThrottleEvents', 'WriteThrottleEvents'])('ring on %s of the tables', (metricName) => {
    expect(alarms.filter(({ Properties }) => Properties['MetricName'] === metricName)).toHaveLength(3);
  });

  it.each(alarms)('$id says what is wrong, and rings on the topic', ({ Properties }) => {
    const topic = ofAlarms('AWS::SNS::Topic')?.id;
    expect(String(Properties['AlarmDescription']).length).toBeGreaterThan(30);
    expect((Properties['AlarmActions'] as unknown[]).map(targetOf)).toEqual([topic]);
    // At night nobody calls; but what ought to have happened has not, where nothing is known of it.
    const isMissing = Properties['ComparisonOperator'] === 'LessThanThreshold';
    expect(Properties['TreatMissingData']).toBe(isMissing ? 'breaching' : 'notBreaching');
  });
});

describe('the topic of alarms', () => {
  it('is encrypted, can be rung by CloudWatch, and by nobody in the clear', () => {
    const topic = ofAlarms('AWS::SNS::Topic');
    expect(targetOf(topic?.Properties['KmsMasterKeyId'])).toMatch(/^Key/);
    const statements = statementsOf(ofAlarms('AWS::SNS::TopicPolicy')?.Properties['PolicyDocument']);
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: ['sns:Publish'],
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
    const key = resourcesOf(serviceTemplate, 'AWS::KMS::Key').find(
      ({ id }) => id === targetOf(topic?.Properties['KmsMasterKeyId']),
    );
    expect(statementsOf(key?.Properties['KeyPolicy']).map(({ Principal }) => Principal)).toContainEqual({
      Service: 'cloudwatch.amazonaws.com',
    });
  });

  it('writes to whoever is on call, where an address is configured', () => {
    expect(ofAlarms('AWS::SNS::Subscription')?.Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'on-call@trust.example',
    });
    expect(ofAlarms('AWS::SNS::Subscription', builtTemplates().serviceTemplate)).toBeUndefined();
  });
});

describe('the dashboard', () => {
  it('shows every alarm', () => {
    const { Properties } = onlyResourceOf(serviceTemplate, 'AWS::CloudWatch::Dashboard');
    for (const { id } of alarms) expect(JSON.stringify(Properties['DashboardBody'])).toContain(id);
  });
});
