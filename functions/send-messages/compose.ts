import { contactSecrets } from '../../shared/adapters/crypto/contact-secrets.ts';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertsInTable } from '../../shared/adapters/dynamodb/alerts.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { communityInTable } from '../../shared/adapters/dynamodb/community.ts';
import { contactDetailsInTable, oneTimeCodesInTable } from '../../shared/adapters/dynamodb/contact-details.ts';
import { familyAccessesInTable } from '../../shared/adapters/dynamodb/family-accesses.ts';
import { messagesInTable } from '../../shared/adapters/dynamodb/messages.ts';
import { peopleById } from '../../shared/adapters/dynamodb/people-by-id.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { preferencesInTable } from '../../shared/adapters/dynamodb/preferences.ts';
import { queuesInTable } from '../../shared/adapters/dynamodb/queues.ts';
import { scheduleRunsInTable } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { webhooksInTable } from '../../shared/adapters/dynamodb/webhooks.ts';
import { emailBySes } from '../../shared/adapters/messages/email.ts';
import { letterByNotify, type NotifySettings, textByNotify } from '../../shared/adapters/messages/gov-uk-notify.ts';
import { signedWebhook, workflowPost } from '../../shared/adapters/messages/webhook.ts';
import { readNotifyKey } from '../../shared/adapters/secrets/notify-key.ts';
import { readContactKeys } from '../../shared/adapters/secrets/service-secrets.ts';
import { emailReceiptsInSqs } from '../../shared/adapters/sqs/email-receipts.ts';
import type { SendingDeps } from '../../shared/application/messages/send-one.ts';
import type { TellingDeps } from '../../shared/application/messages/tell-notices.ts';
import type { Senders } from '../../shared/application/ports/senders.ts';
import { type Environment, NOT_SET_UP } from './environment.ts';

/** Gives the real dependencies: made with the first run, kept for the next; made again when that failed. */
export function composed(environment: Environment): () => Promise<SendingDeps & TellingDeps> {
  let kept: Promise<SendingDeps & TellingDeps> | undefined;
  return () => {
    kept ??= compose(environment).catch((failed: unknown) => {
      kept = undefined;
      throw failed;
    });
    return kept;
  };
}

async function compose(environment: Environment): Promise<SendingDeps & TellingDeps> {
  const records = new TableAccess(documentClient(), environment.RECORDS_TABLE);
  const keys = await readContactKeys(environment.CONTACT_KEYS_ID);
  const outside = {
    senders: sendersOf(environment),
    emailReceipts: emailReceiptsInSqs(environment.EMAIL_RECEIPT_QUEUES),
    publicUrl: environment.PUBLIC_URL,
  };
  return sendingOver(records, keys, outside);
}

/** Of a person it reads whether they live and how old they are: what decides who in the family may still be told. */
export function sendingOver(
  records: TableAccess,
  keys: Parameters<typeof contactSecrets>[0],
  outside: Pick<SendingDeps, 'senders' | 'emailReceipts' | 'publicUrl'>,
): SendingDeps & TellingDeps {
  const secrets = contactSecrets(keys);
  return {
    people: peopleById(records),
    familyAccesses: familyAccessesInTable(records),
    contactDetails: contactDetailsInTable(records, secrets),
    oneTimeCodes: oneTimeCodesInTable(records, secrets),
    invitationLinks: secrets,
    community: communityInTable(records),
    policies: policiesInTable(records),
    queues: queuesInTable(records),
    messages: messagesInTable(records),
    alerts: alertsInTable(records),
    preferences: preferencesInTable(records),
    webhooks: webhooksInTable(records),
    scheduleRuns: scheduleRunsInTable(records),
    hash: sha256,
    ...outside,
  };
}

function sendersOf(environment: Environment): Senders {
  const notify: NotifySettings = {
    url: environment.NOTIFY_URL,
    key: readNotifyKey(environment.NOTIFY_KEY_ID),
    templates: {
      text: templateOf(environment.NOTIFY_TEXT_TEMPLATE),
      letter: templateOf(environment.NOTIFY_LETTER_TEMPLATE),
      largePrint: templateOf(environment.NOTIFY_LARGE_PRINT_TEMPLATE),
    },
  };
  // Systems of teams are outside; on a developer's machine nothing is.
  const outside = { loopback: environment.STAGE === 'local' };
  return {
    email: emailBySes({ from: environment.EMAIL_FROM, configurationSet: environment.EMAIL_CONFIGURATION_SET }),
    text: textByNotify(notify),
    letter: letterByNotify(notify),
    webhook: signedWebhook(outside),
    workflow: workflowPost(outside),
  };
}

function templateOf(id: string): string | null {
  return id === NOT_SET_UP ? null : id;
}
