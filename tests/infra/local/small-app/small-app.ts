import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Duration, Fn, SecretValue, Stack, TimeZone } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpJwtAuthorizer,
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, BillingMode, type ITable, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function as LambdaFunctionResource, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ScheduleExpression, Schedule as SchedulerSchedule } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { buildSync } from 'esbuild';
import { BUNDLE_FILE, BUNDLE_SETTINGS, REPOSITORY_ROOT } from '../../../../infra/bundle/settings.ts';
import { removeOld, type Synthesis } from '../../../../infra/local/synthesis.ts';

/** What the template of the small app says that people use. */
export const PUBLIC_URL = 'https://small.example';

/** The functions' sources. */
const SOURCES = {
  answer: new URL('./functions/answer.ts', import.meta.url),
  follow: new URL('./functions/follow.ts', import.meta.url),
  note: new URL('./functions/note.ts', import.meta.url),
  reveal: new URL('./functions/reveal.ts', import.meta.url),
  vouch: new URL('./functions/vouch.ts', import.meta.url),
} as const;

/** Milliseconds; no run of the tests takes as long. */
const HOUR = 3_600_000;

/** Changes the small app before it is synthesized. */
export type Change = (stacks: { readonly data: Stack; readonly service: Stack }) => void;

/**
 * An app with one of everything that the local cloud runs, in two stacks with references between them, for tests that must
 * not depend on what the real one happens to need.
 */
export function synthesizeSmallApp(change: Change = () => undefined): Synthesis {
  const cache = join(REPOSITORY_ROOT, 'node_modules', '.cache', 'small-app');
  mkdirSync(cache, { recursive: true });
  removeOld(cache, HOUR);
  const outdir = mkdtempSync(join(cache, 'assembly-'));
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    // Some tests break the template on purpose.
    builtinCloudFormationValidation: false,
  });
  const data = new Stack(app, 'small-data');
  const table = new Table(data, 'Things', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
  });
  const notes = new Table(data, 'Notes', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  });
  const generated = new Secret(data, 'Generated', {
    generateSecretString: { passwordLength: 40, excludePunctuation: true },
  });

  const service = new Stack(app, 'small-service');
  const lambda = (name: string, file: keyof typeof SOURCES, environment: Record<string, string> = {}, more = {}) =>
    new LambdaFunctionResource(service, name, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromAsset(bundle(cache, file)),
      environment,
      timeout: Duration.seconds(2),
      memorySize: 256,
      ...more,
    });

  const pool = new UserPool(service, 'Pool');
  const scope = new ResourceServerScope({ scopeName: 'use', scopeDescription: 'Use it' });
  const server = pool.addResourceServer('Server', { identifier: 'small', scopes: [scope] });
  const use = OAuthScope.resourceServer(server, scope);
  const web = pool.addClient('Web', {
    generateSecret: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, use],
      callbackUrls: [`${PUBLIC_URL}/callback`],
      logoutUrls: [`${PUBLIC_URL}/signed-out`],
    },
  });
  const machine = pool.addClient('Machine', {
    generateSecret: true,
    oAuth: { flows: { clientCredentials: true }, scopes: [use] },
    accessTokenValidity: Duration.minutes(10),
  });

  const answer = lambda('Answer', 'answer', { PUBLIC_URL, ISSUER: pool.userPoolProviderUrl });
  const api = new HttpApi(service, 'Api', { defaultIntegration: new HttpLambdaIntegration('Answer', answer) });
  const authorizer = new HttpJwtAuthorizer('Token', pool.userPoolProviderUrl, {
    jwtAudience: [web.userPoolClientId, machine.userPoolClientId],
  });
  const integration = new HttpLambdaIntegration('Guarded', answer);
  api.addRoutes({
    path: '/guarded/{proxy+}',
    methods: [HttpMethod.ANY],
    integration,
    authorizer,
    authorizationScopes: ['small/use'],
  });
  api.addRoutes({ path: '/things/{id}', methods: [HttpMethod.GET], integration });
  const vouch = lambda('Vouch', 'vouch', {});
  const asked = { responseTypes: [HttpLambdaResponseType.SIMPLE], resultsCacheTtl: Duration.seconds(0) };
  for (const [path, identitySource] of [
    ['/vouched/{proxy+}', []],
    ['/named/{proxy+}', ['$request.header.X-Who']],
  ] as const) {
    const authorizer = new HttpLambdaAuthorizer(`Vouch${path}`, vouch, {
      ...asked,
      identitySource: [...identitySource],
    });
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration, authorizer });
  }

  const bus = new EventBus(service, 'Bus');
  const failures = new Queue(service, 'Failures');
  const follow = lambda('Follow', 'follow', { BUS: bus.eventBusName });
  bus.grantPutEventsTo(follow);
  follow.addEventSource(
    new DynamoEventSource(table as ITable, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 2,
      onFailure: new SqsDlq(failures),
    }),
  );

  const note = lambda(
    'Note',
    'note',
    { NOTES_TABLE: notes.tableName },
    { retryAttempts: 2, onFailure: new SqsDestination(failures) },
  );
  notes.grant(note, 'dynamodb:PutItem');
  const copies = new Queue(service, 'Copies');
  new Rule(service, 'Changed', {
    eventBus: bus,
    eventPattern: { source: ['small'], detail: { word: [{ prefix: 'note' }] } },
    targets: [new LambdaFunction(note)],
  });
  new Rule(service, 'Copied', {
    eventBus: bus,
    eventPattern: { detailType: ['changed'] },
    targets: [new SqsQueue(copies)],
  });
  new Rule(service, 'Hourly', { schedule: Schedule.rate(Duration.hours(1)), targets: [new LambdaFunction(note)] });
  const work = new Queue(service, 'Work', { deadLetterQueue: { queue: failures, maxReceiveCount: 2 } });
  const worker = lambda('Worker', 'answer', {});
  worker.addEventSource(new SqsEventSource(work, { batchSize: 5 }));
  new SchedulerSchedule(service, 'Morning', {
    schedule: ScheduleExpression.cron({
      minute: '30',
      hour: '6',
      weekDay: 'MON-FRI',
      timeZone: TimeZone.EUROPE_LONDON,
    }),
    target: new LambdaInvoke(note),
  });

  const assembled = new Secret(service, 'Assembled', {
    secretStringValue: SecretValue.unsafePlainText(
      Fn.join('', ['{"generated":"', generated.secretValue.unsafeUnwrap(), '","fixed":"known"}']),
    ),
  });
  const reveal = lambda('Reveal', 'reveal', { SECRET_ID: assembled.secretArn });
  assembled.grantRead(reveal);

  change({ data, service });
  app.synth();
  return { directory: outdir, publicUrl: PUBLIC_URL };
}

function bundle(cache: string, file: keyof typeof SOURCES): string {
  const result = buildSync({
    ...BUNDLE_SETTINGS,
    entryPoints: [fileURLToPath(SOURCES[file])],
    outfile: BUNDLE_FILE,
  });
  const directory = mkdtempSync(join(cache, `${file}-`));
  writeFileSync(join(directory, BUNDLE_FILE), result.outputFiles[0]?.contents ?? '');
  return directory;
}
