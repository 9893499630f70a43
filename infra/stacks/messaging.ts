/** The part of the service stack that tells people of alerts: one function decides, another sends, a third hears what became of e-mails. */
import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { toldEventTypes, toldFamiliesEventTypes } from '../../events/catalogue.ts';
import { environmentSchema as notifyEnvironment } from '../../functions/notify/environment.ts';
import { environmentSchema as recordEmailReceiptsEnvironment } from '../../functions/record-email-receipts/environment.ts';
import { NOT_SET_UP, environmentSchema as sendMessagesEnvironment } from '../../functions/send-messages/environment.ts';
import { type Configuration, publicUrl } from '../config.ts';
import { depthsBinding, secretBinding, tableBinding } from '../constructs/binding.ts';
import type { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { NotifyKey } from '../constructs/notify-key.ts';
import { OutgoingMail } from '../constructs/outgoing-mail.ts';
import { ReceiptSubscription } from '../constructs/receipt-subscription.ts';
import { ScheduledRun } from '../constructs/scheduled-run.ts';
import { type FunctionSurroundings, ServiceFunction } from '../constructs/service-function.ts';
import type { StoredTable } from '../constructs/stored-table.ts';

/** What messaging is built over. */
export interface MessagingProps {
  readonly configuration: Configuration;
  readonly surroundings: FunctionSurroundings;
  readonly records: StoredTable;
  /** What families' addresses are sealed under. */
  readonly contactKeys: Secret;
  readonly bus: EventBus;
  readonly encryptionKey: Key;
  readonly deadLetters: Readonly<Record<'alertEvents' | 'sendMessages' | 'emailReceipts', DeadLetterQueue>>;
}

export interface Messaging {
  readonly notify: ServiceFunction;
  readonly sendMessages: ServiceFunction;
  readonly recordEmailReceipts: ServiceFunction;
  /** What the functions take from. */
  readonly queues: readonly Queue[];
}

/** Where GOV.UK Notify is. */
const NOTIFY_ORIGIN = 'https://api.notifications.service.gov.uk';

export function addMessaging(
  scope: Construct,
  { configuration, surroundings, records, contactKeys, bus, encryptionKey, deadLetters }: MessagingProps,
): Messaging {
  const notify = new ServiceFunction(scope, 'Notify', {
    name: 'notify',
    description: 'Decides who is told of what happened, staff and families, and keeps a message for each',
    surroundings,
    environmentSchema: notifyEnvironment,
    environment: {
      STAGE: configuration.stage,
      RECORDS_TABLE: tableBinding(records, {
        actions: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
        indexes: ['list'],
      }),
    },
    memory: 512,
    timeout: Duration.seconds(60),
  });
  const { queue: alertEvents } = new EventSubscription(scope, 'AlertEvents', {
    bus,
    pattern: { detailType: [...toldEventTypes, ...toldFamiliesEventTypes] },
    consumer: notify,
    deadLetters: deadLetters.alertEvents,
    encryptionKey,
  });

  const mail = new OutgoingMail(scope, 'Mail', { domain: configuration.domain, encryptionKey });
  const recordEmailReceipts = new ServiceFunction(scope, 'RecordEmailReceipts', {
    name: 'record-email-receipts',
    description: 'Marks what SES says of e-mails: that it took one, or that one came back',
    surroundings,
    environmentSchema: recordEmailReceiptsEnvironment,
    environment: {
      STAGE: configuration.stage,
      RECORDS_TABLE: tableBinding(records, { actions: ['GetItem', 'PutItem'], leadingKeys: ['*#MESSAGE#*'] }),
    },
    memory: 256,
    timeout: Duration.seconds(30),
  });
  const { queue: emailReceipts } = new ReceiptSubscription(scope, 'EmailReceipts', {
    topic: mail.receipts,
    consumer: recordEmailReceipts,
    deadLetters: deadLetters.emailReceipts,
    encryptionKey,
  });

  const { govUkNotify } = configuration;
  const sendMessages = new ServiceFunction(scope, 'SendMessages', {
    name: 'send-messages',
    description: 'Sends every minute the messages that are due',
    surroundings,
    environmentSchema: sendMessagesEnvironment,
    environment: {
      STAGE: configuration.stage,
      RECORDS_TABLE: tableBinding(records, {
        actions: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
        // Of the lists it reads whom a notice of the place touches.
        indexes: ['list', 'watch'],
      }),
      PUBLIC_URL: publicUrl(configuration),
      EMAIL_FROM: mail.from,
      EMAIL_CONFIGURATION_SET: mail.configurationSet,
      EMAIL_RECEIPT_QUEUES: depthsBinding([emailReceipts, deadLetters.emailReceipts]),
      NOTIFY_URL: govUkNotify?.url ?? NOTIFY_ORIGIN,
      NOTIFY_KEY_ID: secretBinding(new NotifyKey(scope, 'NotifyKey', { encryptionKey }).secret),
      CONTACT_KEYS_ID: secretBinding(contactKeys),
      NOTIFY_TEXT_TEMPLATE: govUkNotify?.textTemplateId ?? NOT_SET_UP,
      NOTIFY_LETTER_TEMPLATE: govUkNotify?.letterTemplateId ?? NOT_SET_UP,
      NOTIFY_LARGE_PRINT_TEMPLATE: govUkNotify?.largePrintLetterTemplateId ?? NOT_SET_UP,
    },
    memory: 512,
    // Shorter than a message is claimed for: nobody sends what this run has still in hand.
    timeout: Duration.minutes(5),
    deadLetters: deadLetters.sendMessages,
  });
  new ScheduledRun(scope, 'SendMessagesEveryMinute', { target: sendMessages, cron: '* * * * ? *' });
  return { notify, sendMessages, recordEmailReceipts, queues: [alertEvents, emailReceipts] };
}
