import { describe, expect, it } from 'vitest';
import { FUNCTION_METADATA } from '../../infra/constructs/service-function.ts';
import {
  builtTemplates,
  onlyResourceOf,
  type Resource,
  resourcesOf,
  statementsOf,
  targetOf,
} from './built-templates.ts';

const { serviceTemplate } = builtTemplates();

describe('the subscription to changes', () => {
  const mappings = resourcesOf(serviceTemplate, 'AWS::Lambda::EventSourceMapping');
  const ofStream = mappings.filter((each) => JSON.stringify(each.Properties['EventSourceArn']).includes('StreamArn'));
  const Properties: Resource['Properties'] = ofStream[0]?.Properties ?? {};

  it('is the only one of a stream', () => {
    expect(ofStream).toHaveLength(1);
  });

  it('delivers the records’ stream to publish-changes from its very beginning', () => {
    expect(targetOf(Properties['EventSourceArn'])).toMatch(/Records.*StreamArn/);
    const consumer = resourcesOf(serviceTemplate, 'AWS::Lambda::Function').find(
      ({ id }) => id === targetOf(Properties['FunctionName']),
    );
    expect(consumer?.Metadata[FUNCTION_METADATA]).toBe('publish-changes');
    expect(Properties['StartingPosition']).toBe('TRIM_HORIZON');
  });

  it('tries what failed again and nothing else, in halves, and not for ever', () => {
    expect(Properties).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
    });
  });

  it('gives up on a change before the stream forgets those behind it', () => {
    expect(Properties['MaximumRecordAgeInSeconds']).toBeLessThan(24 * 3600);
  });

  it('hands back to its function where a change stands that was tried too often, to be named at once', () => {
    const { OnFailure } = Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    const ofQueue = mappings.find(
      (each) => targetOf(each.Properties['EventSourceArn']) === targetOf(OnFailure.Destination),
    );
    expect(targetOf(OnFailure.Destination)).toContain('PublishChangesAgain');
    expect(targetOf(ofQueue?.Properties['FunctionName'])).toBe(targetOf(Properties['FunctionName']));
  });
});

describe('every queue', () => {
  const built = builtTemplates({ changes: { alarmEmail: 'on-call@trust.example' } });
  const queues = resourcesOf(built.serviceTemplate, 'AWS::SQS::Queue');

  it.each(queues)('$id is encrypted under our key and keeps what it has for two weeks', ({ Properties }) => {
    expect(targetOf(Properties['KmsMasterKeyId'])).toMatch(/^Key/);
    expect(Properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
  });

  it.each(queues)('$id refuses a request in the clear', ({ id }) => {
    const policy = resourcesOf(built.serviceTemplate, 'AWS::SQS::QueuePolicy').find(({ Properties }) =>
      JSON.stringify(Properties['Queues']).includes(`"${id}"`),
    );
    expect(statementsOf(policy?.Properties['PolicyDocument'])).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: ['sqs:*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe('the bus', () => {
  it('is our own, encrypted under our key, and can be replayed', () => {
    const bus = onlyResourceOf(serviceTemplate, 'AWS::Events::EventBus');
    expect(targetOf(bus.Properties['KmsKeyIdentifier'])).toMatch(/^Key/);
    const archive = onlyResourceOf(serviceTemplate, 'AWS::Events::Archive');
    expect(targetOf(archive.Properties['SourceArn'])).toBe(bus.id);
    expect(archive.Properties['RetentionDays']).toBe(30);
    expect(targetOf(archive.Properties['KmsKeyIdentifier'])).toMatch(/^Key/);
  });
});
