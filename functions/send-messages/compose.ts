import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertsInTable } from '../../shared/adapters/dynamodb/alerts.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { messagesInTable } from '../../shared/adapters/dynamodb/messages.ts';
import { preferencesInTable } from '../../shared/adapters/dynamodb/preferences.ts';
import { scheduleRunsInTable } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { webhooksInTable } from '../../shared/adapters/dynamodb/webhooks.ts';
import { emailBySes } from '../../shared/adapters/messages/email.ts';
import { letterByNotify, type NotifySettings, textByNotify } from '../../shared/adapters/messages/gov-uk-notify.ts';
import { signedWebhook, workflowPost } from '../../shared/adapters/messages/webhook.ts';
import { readNotifyKey } from '../../shared/adapters/secrets/notify-key.ts';
import type { SendingDeps } from '../../shared/application/messages/send-one.ts';
import type { Senders } from '../../shared/application/ports/senders.ts';
import { type Environment, NOT_SET_UP } from './environment.ts';

/** The real dependencies. The function reads no person: what it sends, it reads from messages, preferences and webhooks. */
export function composed(environment: Environment): SendingDeps {
  const records = new TableAccess(documentClient(), environment.RECORDS_TABLE);
  return {
    messages: messagesInTable(records),
    alerts: alertsInTable(records),
    preferences: preferencesInTable(records),
    webhooks: webhooksInTable(records),
    scheduleRuns: scheduleRunsInTable(records),
    senders: sendersOf(environment),
    hash: sha256,
    publicUrl: environment.PUBLIC_URL,
  };
}

function sendersOf(environment: Environment): Senders {
  const notify: NotifySettings = {
    url: environment.NOTIFY_URL,
    key: readNotifyKey(environment.NOTIFY_KEY_ID),
    templates: {
      text: templateOf(environment.NOTIFY_TEXT_TEMPLATE),
      letter: templateOf(environment.NOTIFY_LETTER_TEMPLATE),
    },
  };
  // Systems of teams are outside; on a developer's machine nothing is.
  const outside = { loopback: environment.STAGE === 'local' };
  return {
    email: emailBySes({ from: environment.EMAIL_FROM }),
    text: textByNotify(notify),
    letter: letterByNotify(notify),
    webhook: signedWebhook(outside),
    workflow: workflowPost(outside),
  };
}

function templateOf(id: string): string | null {
  return id === NOT_SET_UP ? null : id;
}
