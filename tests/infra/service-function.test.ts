import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { REPOSITORY_ROOT } from '../../infra/bundle/settings.ts';
import { tableBinding } from '../../infra/constructs/binding.ts';
import { DeadLetterQueue } from '../../infra/constructs/dead-letter-queue.ts';
import { EncryptionKey } from '../../infra/constructs/encryption-key.ts';
import { ScheduledRun } from '../../infra/constructs/scheduled-run.ts';
import { type EnvironmentOf, ServiceFunction } from '../../infra/constructs/service-function.ts';
import { StoredTable } from '../../infra/constructs/stored-table.ts';
import { onlyResourceOf, resourcesOf, statementsOfRole, targetOf } from './built-templates.ts';

const schema = z.object({ STAGE: z.string().min(1), RECORDS_TABLE: z.string().min(1), PUBLIC_URL: z.url().optional() });

/** A stack with a table and what functions share. */
function surroundings() {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-2' } });
  const key = new EncryptionKey(stack, 'Key', { description: 'of a test', throughServices: ['sqs'] }).allowLogs();
  const table = new StoredTable(stack, 'Records', { encryptionKey: key });
  const common = {
    name: 'api',
    description: 'of a test',
    environmentSchema: schema,
    surroundings: {
      logKey: key,
      logRetention: RetentionDays.ONE_MONTH,
      codeOf: () => join(REPOSITORY_ROOT, 'functions', 'api'),
    },
    memory: 512,
    timeout: Duration.seconds(10),
  };
  return { stack, key, table, common };
}

describe('an environment', () => {
  it('does not compile with a variable missing, even one that may be absent at run time', () => {
    expectTypeOf<{ STAGE: string; RECORDS_TABLE: string; PUBLIC_URL: string }>().toExtend<
      EnvironmentOf<typeof schema>
    >();
    expectTypeOf<{ STAGE: string; RECORDS_TABLE: string }>().not.toExtend<EnvironmentOf<typeof schema>>();
    expectTypeOf<{ STAGE: string; PUBLIC_URL: string }>().not.toExtend<EnvironmentOf<typeof schema>>();
  });

  it('is refused at synthesis when a value breaks the schema', () => {
    const { stack, table, common } = surroundings();
    const environment = { STAGE: '', RECORDS_TABLE: table.tableName, PUBLIC_URL: 'https://a.example' };
    expect(() => new ServiceFunction(stack, 'Api', { ...common, environment })).toThrow(/STAGE of the function api/);
  });

  it('is refused at synthesis when it holds a variable that the schema does not know', () => {
    const { stack, table, common } = surroundings();
    const known = { STAGE: 'test', RECORDS_TABLE: table.tableName, PUBLIC_URL: 'https://a.example' };
    const environment = { ...known, SECRET: 'x' };
    expect(() => new ServiceFunction(stack, 'Api', { ...common, environment })).toThrow(
      /no environment variable SECRET/,
    );
  });
});

describe('a table in an environment', () => {
  it('brings its name and exactly the grants that were written beside it', () => {
    const { stack, table, common } = surroundings();
    new ServiceFunction(stack, 'Api', {
      ...common,
      environment: {
        STAGE: 'test',
        PUBLIC_URL: 'https://a.example',
        RECORDS_TABLE: tableBinding(table, {
          actions: ['GetItem'],
          indexes: ['due'],
          leadingKeys: ['*#POLICY'],
        }),
      },
    });
    const template = Template.fromStack(stack);
    const fn = onlyResourceOf(template, 'AWS::Lambda::Function');
    expect(fn.Properties['Environment']).toMatchObject({ Variables: { RECORDS_TABLE: { Ref: expect.any(String) } } });
    const onTable = statementsOfRole(template, targetOf(fn.Properties['Role'])).filter(({ Action }) =>
      Action.some((action) => action.startsWith('dynamodb:')),
    );
    const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*#POLICY'] } };
    expect(onTable).toMatchObject([
      { Action: ['dynamodb:GetItem'], Condition },
      { Action: ['dynamodb:Query'], Condition },
    ]);
    expect(JSON.stringify(onTable[1]?.Resource)).toContain('/index/due');
  });
});

describe('a scheduled run', () => {
  it('is at the same hour in London all year, and tells the function for which instant it was due', () => {
    const { stack, key, table, common } = surroundings();
    const target = new ServiceFunction(stack, 'Watch', {
      ...common,
      environment: { STAGE: 'test', PUBLIC_URL: 'https://a.example', RECORDS_TABLE: table.tableName },
      deadLetters: new DeadLetterQueue(stack, 'WatchDeadLetters', { encryptionKey: key }),
    });
    new ScheduledRun(stack, 'Daily', { target, cron: '0 6 * * ? *' });
    const template = Template.fromStack(stack);
    const { Properties } = onlyResourceOf(template, 'AWS::Scheduler::Schedule');
    expect(Properties).toMatchObject({
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: { Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
    const queue = onlyResourceOf(template, 'AWS::SQS::Queue').id;
    const { DeadLetterConfig, RoleArn } = Properties['Target'] as {
      DeadLetterConfig: { Arn: unknown };
      RoleArn: unknown;
    };
    expect(targetOf(DeadLetterConfig.Arn)).toBe(queue);
    expect(statementsOfRole(template, targetOf(RoleArn)).flatMap(({ Action }) => Action)).toEqual([
      'lambda:InvokeFunction',
      'sqs:SendMessage',
    ]);
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 2 });
    const fn = resourcesOf(template, 'AWS::Lambda::Function')[0]?.Properties;
    expect(targetOf((fn?.['DeadLetterConfig'] as { TargetArn: unknown } | undefined)?.TargetArn)).toBe(queue);
  });

  it('is refused for a function whose failures would be lost', () => {
    const { stack, table, common } = surroundings();
    const target = new ServiceFunction(stack, 'Watch', {
      ...common,
      environment: { STAGE: 'test', PUBLIC_URL: 'https://a.example', RECORDS_TABLE: table.tableName },
    });
    expect(() => new ScheduledRun(stack, 'Daily', { target, cron: '0 6 * * ? *' })).toThrow(/no dead-letter queue/);
  });
});
