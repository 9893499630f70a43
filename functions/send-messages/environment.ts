import * as z from 'zod';

/** What the function reads from its environment at start; the infrastructure must supply every key (checked by type). */
export const environmentSchema = z.object({
  /** The deployment's name: 'local', 'test', 'production'. */
  STAGE: z.string().min(1),
  /** Name of the table of everything worked: what is due is read there. */
  RECORDS_TABLE: z.string().min(1),
  /** Origin under which people reach the site, without a trailing slash: where messages lead. */
  PUBLIC_URL: z.url(),
  /** Address that e-mails come from. */
  EMAIL_FROM: z.email(),
  /** Name of the SES configuration set that e-mails are sent under: by it SES says what became of them. */
  EMAIL_CONFIGURATION_SET: z.string().min(1),
  /** Where receipts of e-mails wait to be recorded: `Name=URL` of each queue, with commas between. */
  EMAIL_RECEIPT_QUEUES: z.string().min(1),
  /** Origin of GOV.UK Notify. */
  NOTIFY_URL: z.url(),
  /** Secrets Manager id of the JSON secret `{ serviceId, secret }`: the key of the service at GOV.UK Notify. */
  NOTIFY_KEY_ID: z.string().min(1),
  /** Secrets Manager id of the keys that families' addresses are sealed under. */
  CONTACT_KEYS_ID: z.string().min(1),
  /** Ids of its templates; {@link NOT_SET_UP} where no texts or letters are sent. */
  NOTIFY_TEXT_TEMPLATE: z.string().min(1),
  NOTIFY_LETTER_TEMPLATE: z.string().min(1),
  NOTIFY_LARGE_PRINT_TEMPLATE: z.string().min(1),
});

/** Stands for a template where GOV.UK Notify is not used. */
export const NOT_SET_UP = 'not-set-up';

/** The parsed environment. */
export type Environment = z.output<typeof environmentSchema>;
