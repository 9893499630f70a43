/** What functions are told and keep to themselves in a campaign: their secrets, and their environment in processes of their own. */
import type { Answered, Asked } from './instance.ts';
import { NOTIFY_KEY } from './outside.ts';

export const CONTACT_KEYS = { '1': 'a key for campaigns, for contact details of families' };

export const SECRETS = {
  nhsNumberKey: 'a key for campaigns that is long enough to be one',
  numberKeys: { '1': 'a key for campaigns, for numbers that are sealed' },
  sessionKey: 'another key for campaigns, for cookies and cursors',
  familyKey: 'a third key for campaigns, for the codes of families',
  contactKeys: CONTACT_KEYS,
  oidcClientSecret: 'nobody signs in to a campaign',
};

/** The environment of functions in processes of their own: what they are told where they are deployed. */
export const IN_A_PROCESS = {
  STAGE: 'local',
  BUS_NAME: 'changes',
  PUBLIC_URL: 'https://waiting-lists.example',
  EMAIL_FROM: 'updates@campaign.example',
  EMAIL_CONFIGURATION_SET: 'told',
  EMAIL_RECEIPT_QUEUES: 'EmailReceipts=https://sqs.campaign.example/receipts',
  SECRETS_ID: 'service',
  DEAD_LETTERS: 'Notify=https://sqs.campaign.example/dead-letters',
  NOTIFY_KEY_ID: 'notify-key',
  CONTACT_KEYS_ID: 'contact-keys',
  NOTIFY_TEXT_TEMPLATE: 'text',
  NOTIFY_LETTER_TEMPLATE: 'not-set-up',
  NOTIFY_LARGE_PRINT_TEMPLATE: 'not-set-up',
};

const SECRETS_BY_ID: Readonly<Record<string, unknown>> = {
  [IN_A_PROCESS.NOTIFY_KEY_ID]: NOTIFY_KEY,
  [IN_A_PROCESS.CONTACT_KEYS_ID]: CONTACT_KEYS,
  [IN_A_PROCESS.SECRETS_ID]: SECRETS,
};

/** `GetSecretValue`. */
export function secretOf({ body }: Asked): Answered {
  const { SecretId } = JSON.parse(body) as { readonly SecretId: string };
  const secret = SECRETS_BY_ID[SecretId];
  return { status: 200, body: JSON.stringify({ SecretString: JSON.stringify(secret) }) };
}
