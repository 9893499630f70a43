import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { environmentSchema as api } from '../../functions/api/environment.ts';
import { environmentSchema as assets } from '../../functions/assets/environment.ts';
import { environmentSchema as authorizeSession } from '../../functions/authorize-session/environment.ts';
import { environmentSchema as familyApi } from '../../functions/family-api/environment.ts';
import { environmentSchema as familyWeb } from '../../functions/family-web/environment.ts';
import { environmentSchema as indicatorsApi } from '../../functions/indicators-api/environment.ts';
import { environmentSchema as indicatorsWeb } from '../../functions/indicators-web/environment.ts';
import { environmentSchema as keepAuditHeads } from '../../functions/keep-audit-heads/environment.ts';
import { environmentSchema as notify } from '../../functions/notify/environment.ts';
import { environmentSchema as publishChanges } from '../../functions/publish-changes/environment.ts';
import { environmentSchema as recordEmailReceipts } from '../../functions/record-email-receipts/environment.ts';
import { environmentSchema as sendMessages } from '../../functions/send-messages/environment.ts';
import { environmentSchema as takeCensus } from '../../functions/take-census/environment.ts';
import { environmentSchema as watchDeadlines } from '../../functions/watch-deadlines/environment.ts';
import { environmentSchema as web } from '../../functions/web/environment.ts';
import { FUNCTION_METADATA } from '../../infra/constructs/service-function.ts';
import {
  builtTemplates,
  type Resource,
  resourcesOf,
  type Statement,
  statementsOfRole,
  targetOf,
} from './built-templates.ts';

const { serviceTemplate } = builtTemplates();
const functions = resourcesOf(serviceTemplate, 'AWS::Lambda::Function').map((resource) => ({
  ...resource,
  name: String(resource.Metadata[FUNCTION_METADATA]),
  role: targetOf(resource.Properties['Role']),
}));

const ENVIRONMENTS: Readonly<Record<string, z.ZodObject>> = {
  api,
  web,
  'family-web': familyWeb,
  'family-api': familyApi,
  assets,
  'publish-changes': publishChanges,
  'watch-deadlines': watchDeadlines,
  'keep-audit-heads': keepAuditHeads,
  'take-census': takeCensus,
  'authorize-session': authorizeSession,
  'indicators-api': indicatorsApi,
  'indicators-web': indicatorsWeb,
  notify,
  'send-messages': sendMessages,
  'record-email-receipts': recordEmailReceipts,
};

/** What a repository does; a grant of anything else could undo history or read a whole table. */
const TABLE_ACTIONS = ['GetItem', 'PutItem', 'Query', 'BatchGetItem'].map((action) => `dynamodb:${action}`);

/** Actions that the platform takes in a function's name, and not its own code. */
const isOfThePlatform = (action: string): boolean => /^(xray|logs):/.test(action);

describe.each(functions)('the function $name', (fn) => {
  const statements = statementsOfRole(serviceTemplate, fn.role);

  it('has a role that no other function has, with no managed policy', () => {
    expect(functions.filter(({ role }) => role === fn.role)).toHaveLength(1);
    const role = resourcesOf(serviceTemplate, 'AWS::IAM::Role').find(({ id }) => id === fn.role);
    expect(role?.Properties['ManagedPolicyArns']).toBeUndefined();
    expect(JSON.stringify(role?.Properties['AssumeRolePolicyDocument'])).toContain('lambda.amazonaws.com');
  });

  it('is granted no action by a wildcard', () => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('is granted nothing on any resource but the sending of traces', () => {
    const everywhere = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('*'));
    expect(everywhere.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('reads and writes single items of tables, and queries them', () => {
    const onTables = statements.filter(({ Resource }) => !JSON.stringify(Resource).includes('Stream'));
    const actions = onTables.flatMap(({ Action }) => Action).filter((action) => action.startsWith('dynamodb:'));
    expect(actions.filter((action) => !TABLE_ACTIONS.includes(action))).toEqual([]);
  });

  it('writes to its own log group, encrypted and not for ever, and to no other', () => {
    const { LogGroup } = fn.Properties['LoggingConfig'] as { LogGroup: unknown };
    const id = targetOf(LogGroup);
    expect(functions.filter((other) => JSON.stringify(other.Properties['LoggingConfig']).includes(`"${id}"`))).toEqual([
      fn,
    ]);
    const group = resourcesOf(serviceTemplate, 'AWS::Logs::LogGroup').find((each) => each.id === id);
    expect(group?.Properties).toMatchObject({ RetentionInDays: 90, KmsKeyId: expect.anything() });
    const granted = statements.filter(({ Action }) => Action.some((action) => action.startsWith('logs:')));
    expect(granted.map(({ Resource }) => Resource.map(targetOf))).toEqual([[id]]);
  });

  it('has exactly the environment that its schema asks for', () => {
    const { Variables } = (fn.Properties['Environment'] ?? { Variables: {} }) as { Variables: Record<string, unknown> };
    const schema = ENVIRONMENTS[fn.name];
    expect(schema, `tests know no schema of ${fn.name}`).toBeDefined();
    expect(Object.keys(Variables).toSorted()).toEqual(Object.keys(schema?.shape ?? {}).toSorted());
  });

  it('runs as an ES module on Node 24 and arm64, traced, with a bound on time and memory', () => {
    expect(fn.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
      Timeout: expect.any(Number),
      MemorySize: expect.any(Number),
    });
  });
});

/** Whoever shows operators what was set aside asks each queue how much it holds, and takes nothing from it. */
const DEPTHS = [
  'AlertEvents',
  'EmailReceipts',
  'KeepAuditHeads',
  'PublishChanges',
  'SendMessages',
  'TakeCensus',
  'WatchDeadlines',
].map((name) => `sqs:GetQueueAttributes ${name}DeadLetters`);

/** What Lambda needs to hand over what waits in a queue. */
const taken = (queue: string) =>
  ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}`);

describe('grants', () => {
  it('are these and no others, beside those of the platform', () => {
    expect(Object.fromEntries(functions.map(({ name, role }) => [name, granted(role)]))).toEqual({
      api: [
        'dynamodb:BatchGetItem Audit',
        'dynamodb:BatchGetItem Records',
        'dynamodb:GetItem Records',
        'dynamodb:PutItem Audit',
        'dynamodb:PutItem Records',
        'dynamodb:Query Audit',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/due',
        'dynamodb:Query Records/index/list',
        'dynamodb:Query Records/index/watch',
        'secretsmanager:GetSecretValue Secrets',
        ...DEPTHS,
      ],
      web: [
        'dynamodb:BatchGetItem Audit',
        'dynamodb:BatchGetItem Records',
        'dynamodb:GetItem Records',
        'dynamodb:PutItem Audit',
        'dynamodb:PutItem Records',
        'dynamodb:Query Audit',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/due',
        'dynamodb:Query Records/index/list',
        'dynamodb:Query Records/index/watch',
        'secretsmanager:GetSecretValue Secrets',
        ...DEPTHS,
      ],
      // No index: nobody's list can be read. What they may touch of each table, the next test says.
      'family-web': familyGrants,
      'family-api': familyGrants,
      'publish-changes': [
        'dynamodb:DescribeStream Records stream',
        'dynamodb:GetItem Audit',
        'dynamodb:GetItem Records',
        'dynamodb:GetRecords Records stream',
        'dynamodb:GetShardIterator Records stream',
        'dynamodb:ListStreams Records stream',
        'dynamodb:PutItem Audit',
        'dynamodb:PutItem Records',
        'dynamodb:Query Records',
        'events:PutEvents Changes',
        ...taken('PublishChangesAgainQueue'),
        'sqs:SendMessage PublishChangesAgainQueue',
      ],
      // It reads no audit, publishes nothing and holds no secret: what follows from an alert follows from the stream.
      'watch-deadlines': [
        'dynamodb:BatchGetItem Records',
        'dynamodb:GetItem Records',
        'dynamodb:PutItem Records',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/list',
        'dynamodb:Query Records/index/watch',
        ...taken('WatchDeadlinesAgainQueue'),
        'sqs:SendMessage WatchDeadlinesDeadLetters',
      ],
      'keep-audit-heads': [
        'dynamodb:BatchGetItem Audit',
        'dynamodb:GetItem Records',
        'dynamodb:PutItem Audit',
        'dynamodb:PutItem Records',
        'dynamodb:Query Audit',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/list',
        ...taken('KeepAuditHeadsAgainQueue'),
        'sqs:SendMessage KeepAuditHeadsDeadLetters',
      ],
      // It reads no person, and no audit.
      'take-census': [
        'dynamodb:BatchGetItem Records',
        'dynamodb:PutItem Indicators',
        'dynamodb:PutItem Records',
        'dynamodb:Query Indicators',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/list',
        ...taken('TakeCensusAgainQueue'),
        'sqs:SendMessage TakeCensusDeadLetters',
      ],
      // What it serves is inside it.
      assets: [],
      'authorize-session': ['dynamodb:GetItem Records', 'dynamodb:PutItem Records'],
      // They put papers of the board, as the test below says.
      'indicators-api': ['dynamodb:PutItem Indicators', 'dynamodb:Query Indicators'],
      'indicators-web': ['dynamodb:PutItem Indicators', 'dynamodb:Query Indicators'],
      // It decides, and reaches nothing outside: no secret, no mail.
      notify: [
        'dynamodb:BatchGetItem Records',
        'dynamodb:GetItem Records',
        'dynamodb:PutItem Records',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/list',
        ...taken('AlertEventsQueue'),
      ],
      'send-messages': [
        'dynamodb:BatchGetItem Records',
        'dynamodb:GetItem Records',
        'dynamodb:PutItem Records',
        'dynamodb:Query Records',
        'dynamodb:Query Records/index/list',
        'dynamodb:Query Records/index/watch',
        'secretsmanager:GetSecretValue ContactKeys',
        'secretsmanager:GetSecretValue NotifyKey',
        'ses:SendEmail MailConfigurationSet',
        'ses:SendEmail identity/test.waiting-lists.example',
        'ses:SendEmail identity/updates@test.waiting-lists.example',
        'sqs:DeleteMessage SendMessagesAgainQueue',
        // Whether all that SES said is recorded; it takes none of it.
        'sqs:GetQueueAttributes EmailReceiptsDeadLetters',
        'sqs:GetQueueAttributes EmailReceiptsQueue',
        'sqs:GetQueueAttributes SendMessagesAgainQueue',
        'sqs:ReceiveMessage SendMessagesAgainQueue',
        'sqs:SendMessage SendMessagesDeadLetters',
      ],
      // Messages alone, as the test below says.
      'record-email-receipts': ['dynamodb:GetItem Records', 'dynamodb:PutItem Records', ...taken('EmailReceiptsQueue')],
    });
  });

  it('let the authorizing function at sessions and staff, and at nobody’s record', () => {
    const role = functions.find(({ name }) => name === 'authorize-session')?.role ?? '';
    const onRecords = statementsOfRole(serviceTemplate, role).filter(({ Action }) =>
      Action[0]?.startsWith('dynamodb:'),
    );
    expect(onRecords.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [['dynamodb:GetItem'], { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SESSION#*', 'STAFF#*'] } }],
      [['dynamodb:PutItem'], { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SESSION#*'] } }],
    ]);
  });

  it('let whoever records receipts at messages, and at nobody’s record', () => {
    const role = functions.find(({ name }) => name === 'record-email-receipts')?.role ?? '';
    const own = statementsOfRole(serviceTemplate, role).filter(({ Action }) => Action[0]?.startsWith('dynamodb:'));
    expect(own.map(({ Condition }) => Condition)).toEqual([
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*#MESSAGE#*'] } },
    ]);
  });

  it.each(['indicators-api', 'indicators-web'])('let %s at no record of anybody, nor at the audit', (name) => {
    const role = functions.find((each) => each.name === name)?.role ?? '';
    const said = JSON.stringify(statementsOfRole(serviceTemplate, role));
    expect(said).toContain('GetAttIndicators');
    expect(said).not.toMatch(/GetAtt(Records|Audit)|Secrets/);
  });

  it.each(['indicators-api', 'indicators-web'])('let %s put papers of the board, and no figure', (name) => {
    const role = functions.find((each) => each.name === name)?.role ?? '';
    const puts = statementsOfRole(serviceTemplate, role).filter(({ Action }) => Action.includes('dynamodb:PutItem'));
    expect(puts.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [['dynamodb:PutItem'], { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['BOARD#*'] } }],
    ]);
  });

  it.each(['family-web', 'family-api'])('of %s are for keys of families alone, and for people by their id', (name) => {
    const role = functions.find((fn) => fn.name === name)?.role ?? '';
    const own = statementsOfRole(serviceTemplate, role).filter(({ Action }) =>
      Action.some((action) => action.startsWith('dynamodb:')),
    );
    const keys = own.map(({ Action, Condition }) => [
      Action.map((action) => action.replace('dynamodb:', '')).join(' '),
      (Condition as { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': string[] } })['ForAllValues:StringLike'][
        'dynamodb:LeadingKeys'
      ].join(' '),
    ]);
    const session = name === 'family-web';
    expect(keys).toEqual([
      ['Query', `*#P#* *#POLICY FAMILY#* *#COMMUNITY#* *#SEATS${session ? ' FSESSION#*' : ''}`],
      ['GetItem', `*#F#* *#P#* INVITE#* CALENDAR#*${session ? ' FSESSION#*' : ''}`],
      [
        'PutItem',
        `${session ? 'FSESSION#* ' : ''}FAMILY#* *#F#* *#P#* *#MESSAGE#* INVITE#* CALENDAR#* *#SEATS *#SEEKER#* *#ANSWER#*`,
      ],
      ['Query', '*#E#*'],
      ['Query PutItem', '*#A#* *#A *#S#* *#V#*'],
      ['BatchGetItem', '*#A#*'],
    ]);
  });

  it('let the gateway call a function for this API alone', () => {
    for (const { Properties } of resourcesOf(serviceTemplate, 'AWS::Lambda::Permission')) {
      expect(Properties['Principal']).toBe('apigateway.amazonaws.com');
      expect(JSON.stringify(Properties['SourceArn'])).toContain('FrontDoorHttpApi');
    }
  });

  it('leave no role that is not a function’s, or lets a schedule start one function and set aside what it cannot start', () => {
    const own = functions.map(({ role }) => role);
    const others = resourcesOf(serviceTemplate, 'AWS::IAM::Role').filter(({ id }: Resource) => !own.includes(id));
    expect(others).toHaveLength(resourcesOf(serviceTemplate, 'AWS::Scheduler::Schedule').length);
    for (const { id, Properties } of others) {
      expect(JSON.stringify(Properties['AssumeRolePolicyDocument'])).toContain('scheduler.amazonaws.com');
      const statements = statementsOfRole(serviceTemplate, id);
      expect(statements.map(({ Action }) => Action)).toEqual([['lambda:InvokeFunction'], ['sqs:SendMessage']]);
      expect(statements.flatMap(({ Resource }) => Resource)).toHaveLength(2);
      expect(JSON.stringify(statements)).not.toContain('*');
    }
  });
});

const familyGrants = [
  'dynamodb:BatchGetItem Audit',
  'dynamodb:GetItem Records',
  'dynamodb:PutItem Audit',
  'dynamodb:PutItem Records',
  'dynamodb:Query Audit',
  'dynamodb:Query Indicators',
  'dynamodb:Query Records',
  'secretsmanager:GetSecretValue SecretsFamily',
];

/** The grants of a role as lines of `action resource`, in order, without those of the platform. */
function granted(role: string): readonly string[] {
  return statementsOfRole(serviceTemplate, role)
    .flatMap(({ Action, Resource }: Statement) =>
      Action.filter((action) => !isOfThePlatform(action)).flatMap((action) =>
        Resource.map((resource) => `${action} ${nameOf(resource)}`),
      ),
    )
    .toSorted();
}

/** The name of a resource in words: the construct's id, and the index or stream of a table. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const index = /\/index\/\w+/.exec(text)?.[0] ?? '';
  const id =
    /GetAtt(Records|Audit|Indicators)/.exec(text)?.[1] ??
    /(?:ExportsOutputRef)(ContactKeys)/.exec(text)?.[1] ??
    /"(SecretsFamily|Secrets|Changes|NotifyKey|AlertEventsQueue|EmailReceiptsQueue|MailConfigurationSet|[A-Za-z]+AgainQueue|[A-Za-z]+DeadLetters)/.exec(
      text,
    )?.[1] ??
    /identity\/[\w.@-]+/.exec(text)?.[0];
  if (!id) throw new Error(`A grant on something unknown: ${text}`);
  return `${id}${index}${text.includes('StreamArn') ? ' stream' : ''}`;
}
