import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environmentSchema as apiEnvironment } from '../../functions/api/environment.ts';
import { environmentSchema as assetsEnvironment } from '../../functions/assets/environment.ts';
import { environmentSchema as authorizeSessionEnvironment } from '../../functions/authorize-session/environment.ts';
import { environmentSchema as indicatorsApiEnvironment } from '../../functions/indicators-api/environment.ts';
import { environmentSchema as indicatorsWebEnvironment } from '../../functions/indicators-web/environment.ts';
import { environmentSchema as keepAuditHeadsEnvironment } from '../../functions/keep-audit-heads/environment.ts';
import { environmentSchema as publishChangesEnvironment } from '../../functions/publish-changes/environment.ts';
import { environmentSchema as takeCensusEnvironment } from '../../functions/take-census/environment.ts';
import { environmentSchema as watchDeadlinesEnvironment } from '../../functions/watch-deadlines/environment.ts';
import { environmentSchema as webEnvironment } from '../../functions/web/environment.ts';
import { type Configuration, publicUrl } from '../config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { busBinding, depthsBinding, secretBinding, tableBinding } from '../constructs/binding.ts';
import { ChangeBus } from '../constructs/change-bus.ts';
import { ChangeSubscription } from '../constructs/change-subscription.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { DeliveredLogGroup } from '../constructs/delivered-log-group.ts';
import { EncryptionKey } from '../constructs/encryption-key.ts';
import { FamilyIdentity } from '../constructs/family-identity.ts';
import { FrontDoor } from '../constructs/front-door.ts';
import { Identity } from '../constructs/identity.ts';
import { RedriveQueue } from '../constructs/redrive-queue.ts';
import { ScheduledRun } from '../constructs/scheduled-run.ts';
import {
  watchDeadLetters,
  watchFunction,
  watchHttp,
  watchQueue,
  watchRuns,
  watchStream,
  watchTable,
} from '../constructs/service-alarms.ts';
import { ServiceDashboard } from '../constructs/service-dashboard.ts';
import { type FunctionSurroundings, ServiceFunction } from '../constructs/service-function.ts';
import { ServiceSecrets } from '../constructs/service-secrets.ts';
import type { DataStack } from './data-stack.ts';
import { addFamilies } from './families.ts';
import { addMessaging } from './messaging.ts';

/** What a service stack is built over. */
export interface ServiceStackProps extends StackProps {
  readonly configuration: Configuration;
  readonly data: DataStack;
  readonly originDomain: string;
  /** Gives the folder of a function's code. */
  readonly codeOf: (name: string) => string;
}

/** Everything that can be made anew: functions, gateway, identity, bus, alarms. It keeps nothing that the data stack does not. */
export class ServiceStack extends Stack {
  readonly functions: readonly ServiceFunction[];

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { configuration, data } = props;
    const key = new EncryptionKey(this, 'Key', {
      description: 'Encrypts what the service keeps beside its records: logs, secrets, dead letters, events, alarms',
      throughServices: ['secretsmanager', 'sqs'],
      byServices: ['events.amazonaws.com', 'cloudwatch.amazonaws.com', 'sns.amazonaws.com', 'ses.amazonaws.com'],
    }).allowLogs();
    const surroundings: FunctionSurroundings = {
      logKey: key,
      logRetention: configuration.logRetentionDays,
      codeOf: props.codeOf,
    };
    const identity = new Identity(this, 'Identity', { configuration, publicUrl: publicUrl(configuration) });
    const familyIdentity = new FamilyIdentity(this, 'FamilyIdentity', {
      configuration,
      publicUrl: publicUrl(configuration),
    });
    const { secret, familySecret } = new ServiceSecrets(this, 'Secrets', {
      encryptionKey: key,
      nhsNumberKey: data.nhsNumberKey,
      numberKeys: data.numberKeys,
      contactKeys: data.contactKeys,
      oidcClientSecret: identity.webClientSecret,
      familyClientSecret: familyIdentity.clientSecret,
    });
    const { bus } = new ChangeBus(this, 'Changes', {
      encryptionKey: key,
      archive: Duration.days(configuration.eventArchiveDays),
    });

    /** Where each part leaves what it could not do: rung about, shown to operators, sent again by hand. */
    const setAside = {
      publishChanges: new DeadLetterQueue(this, 'PublishChangesDeadLetters', { encryptionKey: key }),
      watchDeadlines: new DeadLetterQueue(this, 'WatchDeadlinesDeadLetters', { encryptionKey: key }),
      keepAuditHeads: new DeadLetterQueue(this, 'KeepAuditHeadsDeadLetters', { encryptionKey: key }),
      takeCensus: new DeadLetterQueue(this, 'TakeCensusDeadLetters', { encryptionKey: key }),
      alertEvents: new DeadLetterQueue(this, 'AlertEventsDeadLetters', { encryptionKey: key }),
      sendMessages: new DeadLetterQueue(this, 'SendMessagesDeadLetters', { encryptionKey: key }),
      emailReceipts: new DeadLetterQueue(this, 'EmailReceiptsDeadLetters', { encryptionKey: key }),
    };
    const depths = depthsBinding(Object.values(setAside));

    const api = new ServiceFunction(this, 'Api', {
      name: 'api',
      description: 'The API under /v1, with its description and its health',
      surroundings,
      environmentSchema: apiEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(data.records, {
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
          indexes: ['list', 'due', 'watch'],
        }),
        AUDIT_TABLE: tableBinding(data.audit, { actions: ['BatchGetItem', 'PutItem', 'Query'] }),
        SECRETS_ID: secretBinding(secret),
        DEAD_LETTERS: depths,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
    });
    const web = new ServiceFunction(this, 'Web', {
      name: 'web',
      description: 'The pages, with sign-in and session',
      surroundings,
      environmentSchema: webEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(data.records, {
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
          indexes: ['list', 'due', 'watch'],
        }),
        AUDIT_TABLE: tableBinding(data.audit, { actions: ['BatchGetItem', 'PutItem', 'Query'] }),
        SECRETS_ID: secretBinding(secret),
        DEAD_LETTERS: depths,
        OIDC_ISSUER: identity.issuer,
        OIDC_CLIENT_ID: identity.webClient.userPoolClientId,
        PUBLIC_URL: publicUrl(configuration),
      },
      memory: 1024,
      timeout: Duration.seconds(29),
    });
    const families = addFamilies(this, {
      configuration,
      surroundings,
      data,
      identity: familyIdentity,
      secret: familySecret,
    });
    const assets = new ServiceFunction(this, 'Assets', {
      name: 'assets',
      description: 'The style sheet, script and images of every page',
      surroundings,
      environmentSchema: assetsEnvironment,
      environment: {},
      memory: 256,
      timeout: Duration.seconds(10),
    });
    const publishChanges = new ServiceFunction(this, 'PublishChanges', {
      name: 'publish-changes',
      description: 'Publishes every committed change of the records, and copies its history to the audit',
      surroundings,
      environmentSchema: publishChangesEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(data.records, { actions: ['GetItem', 'PutItem', 'Query'] }),
        AUDIT_TABLE: tableBinding(data.audit, { actions: ['GetItem', 'PutItem'] }),
        BUS_NAME: busBinding(bus),
      },
      memory: 512,
      timeout: Duration.seconds(60),
    });
    const watchDeadlines = new ServiceFunction(this, 'WatchDeadlines', {
      name: 'watch-deadlines',
      description: 'Tells each morning of every threshold crossed since anybody was told, once',
      surroundings,
      environmentSchema: watchDeadlinesEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(data.records, {
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
          indexes: ['list', 'watch'],
        }),
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      deadLetters: setAside.watchDeadlines,
    });
    // 06:00 exists once every day of the year, whatever the clocks do in the night.
    new ScheduledRun(this, 'WatchDeadlinesDaily', { target: watchDeadlines, cron: '0 6 * * ? *' });

    const keepAuditHeads = new ServiceFunction(this, 'KeepAuditHeads', {
      name: 'keep-audit-heads',
      description: 'Closes the audit of the day before: keeps where its chains ended, and proves the whole',
      surroundings,
      environmentSchema: keepAuditHeadsEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(data.records, { actions: ['GetItem', 'PutItem', 'Query'], indexes: ['list'] }),
        AUDIT_TABLE: tableBinding(data.audit, { actions: ['BatchGetItem', 'PutItem', 'Query'] }),
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      deadLetters: setAside.keepAuditHeads,
    });
    new ScheduledRun(this, 'KeepAuditHeadsNightly', { target: keepAuditHeads, cron: '30 2 * * ? *' });

    const takeCensus = new ServiceFunction(this, 'TakeCensus', {
      name: 'take-census',
      description: 'Counts every queue by the hour and every month at its end, and writes down what it counted',
      surroundings,
      environmentSchema: takeCensusEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(data.records, { actions: ['BatchGetItem', 'PutItem', 'Query'], indexes: ['list'] }),
        INDICATORS_TABLE: tableBinding(data.indicators, { actions: ['PutItem', 'Query'] }),
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      deadLetters: setAside.takeCensus,
    });
    new ScheduledRun(this, 'TakeCensusHourly', { target: takeCensus, cron: '0 8-18 ? * MON-FRI *' });
    // Midnight exists on every first of a month: no clock is changed then.
    new ScheduledRun(this, 'TakeCensusMonthly', { target: takeCensus, cron: '0 0 1 * ? *' });

    const authorizeSession = new ServiceFunction(this, 'AuthorizeSession', {
      name: 'authorize-session',
      description: 'Says who asks, to functions that may not read the records',
      surroundings,
      environmentSchema: authorizeSessionEnvironment,
      environment: {
        STAGE: configuration.stage,
        RECORDS_TABLE: tableBinding(
          data.records,
          { actions: ['GetItem'], leadingKeys: ['SESSION#*', 'STAFF#*'] },
          { actions: ['PutItem'], leadingKeys: ['SESSION#*'] },
        ),
        TOKEN_ISSUER: identity.issuer,
        TOKEN_AUDIENCE: identity.audience.join(' '),
        TOKEN_SCOPES: identity.apiScopes.join(' '),
      },
      memory: 512,
      timeout: Duration.seconds(10),
    });
    // They show figures and write none: what they put is the board's papers, by key.
    const boardFigures = tableBinding(
      data.indicators,
      { actions: ['Query'] },
      { actions: ['PutItem'], leadingKeys: ['BOARD#*'] },
    );
    const indicatorsApi = new ServiceFunction(this, 'IndicatorsApi', {
      name: 'indicators-api',
      description: 'The API of published figures and of the board’s papers about them; it can read nothing else',
      surroundings,
      environmentSchema: indicatorsApiEnvironment,
      environment: {
        STAGE: configuration.stage,
        INDICATORS_TABLE: boardFigures,
      },
      memory: 512,
      timeout: Duration.seconds(29),
    });
    const indicatorsWeb = new ServiceFunction(this, 'IndicatorsWeb', {
      name: 'indicators-web',
      description: 'The pages of published figures and of the board’s papers about them; it can read nothing else',
      surroundings,
      environmentSchema: indicatorsWebEnvironment,
      environment: {
        STAGE: configuration.stage,
        INDICATORS_TABLE: boardFigures,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
    });

    const messaging = addMessaging(this, {
      configuration,
      surroundings,
      records: data.records,
      contactKeys: data.contactKeys,
      bus,
      encryptionKey: key,
      deadLetters: setAside,
    });

    const { httpApi } = new FrontDoor(this, 'FrontDoor', {
      api,
      web,
      assets,
      figures: { api: indicatorsApi, web: indicatorsWeb, authorizer: authorizeSession },
      identity,
      families: { ...families, identity: familyIdentity },
      originDomain: props.originDomain,
      throttle: configuration.throttle,
      accessLog: new DeliveredLogGroup(this, 'AccessLog', {
        encryptionKey: key,
        retention: configuration.logRetentionDays,
      }),
    });

    this.functions = [
      api,
      web,
      assets,
      families.web,
      families.api,
      publishChanges,
      watchDeadlines,
      keepAuditHeads,
      takeCensus,
      authorizeSession,
      indicatorsApi,
      indicatorsWeb,
      messaging.notify,
      messaging.sendMessages,
      messaging.recordEmailReceipts,
    ];
    const wayBack = (id: string, deadLetters: DeadLetterQueue, consumer: ServiceFunction) =>
      new RedriveQueue(this, id, { deadLetters, consumer, encryptionKey: key }).queue;
    /** What a function gave up and no queue leads back to it by itself. */
    const again = {
      publishChanges: wayBack('PublishChangesAgain', setAside.publishChanges, publishChanges),
      watchDeadlines: wayBack('WatchDeadlinesAgain', setAside.watchDeadlines, watchDeadlines),
      keepAuditHeads: wayBack('KeepAuditHeadsAgain', setAside.keepAuditHeads, keepAuditHeads),
      takeCensus: wayBack('TakeCensusAgain', setAside.takeCensus, takeCensus),
      sendMessages: wayBack('SendMessagesAgain', setAside.sendMessages, messaging.sendMessages),
    };
    // A change that is given up comes to the function once more, which gives it a name that outlives the stream.
    const givenUp = again.publishChanges;
    new ChangeSubscription(this, 'ChangesSubscription', { table: data.records, consumer: publishChanges, givenUp });

    const alarms = new AlarmTopic(this, 'Alarms', {
      encryptionKey: key,
      ...(configuration.alarmEmail ? { email: configuration.alarmEmail } : {}),
    });
    for (const each of this.functions) watchFunction(alarms, each);
    watchStream(alarms, publishChanges);
    for (const queue of Object.values(setAside)) watchDeadLetters(alarms, queue);
    for (const queue of [...messaging.queues, ...Object.values(again)]) watchQueue(alarms, queue);
    watchRuns(alarms, watchDeadlines, Duration.days(1));
    watchRuns(alarms, keepAuditHeads, Duration.days(1));
    // It rests at weekends.
    watchRuns(alarms, takeCensus, Duration.days(1), 3);
    watchRuns(alarms, messaging.sendMessages, Duration.minutes(15));
    watchHttp(alarms, httpApi);
    watchTable(alarms, 'Records', data.records);
    watchTable(alarms, 'Audit', data.audit);
    watchTable(alarms, 'Indicators', data.indicators);
    new ServiceDashboard(this, 'Dashboard', {
      alarms,
      httpApi,
      functions: this.functions,
      streamConsumer: publishChanges,
      queues: messaging.queues,
      deadLetters: Object.values(setAside),
    });
  }
}
