import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** A sign-in service that the user pool trusts by OpenID Connect. Its client secret is kept in Secrets Manager, never here. */
const identityProviderSchema = z.strictObject({
  /** Name shown to Cognito; letters and digits only. */
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{2,31}$/),
  issuer: z.url({ protocol: /^https$/ }),
  clientId: z.string().min(1),
  /** Name or ARN of the secret that holds the client secret as plain text. */
  clientSecretId: z.string().min(1),
  scopes: z.array(z.string().min(1)).min(1),
  /** Standard attributes of the pool, each with the claim that fills it. */
  claims: z.strictObject({ email: z.string().optional(), fullname: z.string().optional() }),
});

const configurationSchema = z.strictObject({
  /** The deployment's name: part of every stack's name, and what each function knows as STAGE. */
  stage: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/, 'lower case letters, digits and hyphens, 2 to 20'),
  /** Where records are kept: in the United Kingdom. */
  region: z.literal('eu-west-2'),
  /** Host name people use; its certificate and addresses are made for it. */
  domain: z.hostname(),
  /** Origin people use, without a trailing slash, when it is not `https://<domain>`: one machine has its own port. */
  publicUrl: z.url().optional(),
  /** First part of the host name of the user pool's own pages; unique in the region. */
  signInPrefix: z.string().regex(/^[a-z0-9-]{3,56}$/),
  /** Who vouches for staff (CIS2), and who for families (NHS login). */
  identityProviders: z.array(identityProviderSchema),
  familyIdentityProviders: z.array(identityProviderSchema),
  /** Who is told when an alarm rings; nobody is subscribed without it. */
  alarmEmail: z.email().optional(),
  /** Days that logs are kept; one of the periods CloudWatch knows. */
  logRetentionDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]),
  /** Days that published events can be replayed from the bus's archive. */
  eventArchiveDays: z.int().min(1).max(365),
  /** How long the daily head of the audit chain cannot be altered, and whether anybody may lift that. */
  auditHeads: z.strictObject({ lock: z.enum(['governance', 'compliance']), days: z.int().min(1).max(36_500) }),
  /** How texts and letters are sent. Without it there are none; e-mails need no setting. */
  govUkNotify: z
    .strictObject({
      url: z.url(),
      /** Ids of the templates, made at GOV.UK Notify with `((text))` and `((url))` in them. */
      textTemplateId: z.string().min(1),
      letterTemplateId: z.string().min(1),
      /** The same letter in large print, for families who asked for it. */
      largePrintLetterTemplateId: z.string().min(1),
    })
    .optional(),
  /** Requests a second that the gateway lets through, and how many at once. */
  throttle: z.strictObject({ rate: z.int().positive(), burst: z.int().positive() }),
  /** Requests in five minutes from one address before the firewall turns it away. A trust's whole staff may share one. */
  requestsPerAddress: z.int().min(100),
  /** ISO 3166 codes of the countries that are answered. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
});

/** Everything that differs from one deployment to another. */
export type Configuration = Readonly<z.output<typeof configurationSchema>>;

/** What a caller may set over a stage's file. */
export type ConfigurationChanges = Partial<z.input<typeof configurationSchema>>;

/**
 * Reads the configuration of a stage from `infra/stages/<stage>.json`: the one place that says what differs between
 * deployments. `changes` are laid over it before it is checked.
 * @throws ZodError that names every wrong setting; an Error when the stage has no file.
 */
export function readConfiguration(stage: string, changes: ConfigurationChanges = {}): Configuration {
  if (!/^[a-z][a-z0-9-]*$/.test(stage)) throw new Error(`'${stage}' cannot be the name of a stage`);
  const file = fileURLToPath(new URL(`./stages/${stage}.json`, import.meta.url));
  return configurationSchema.parse({ ...parseFile(file), ...changes, stage });
}

/** Origin under which people reach the deployment, without a trailing slash. */
export function publicUrl(configuration: Configuration): string {
  return configuration.publicUrl ?? `https://${configuration.domain}`;
}

function parseFile(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`There is no configuration for this stage: ${file} cannot be read`, { cause });
  }
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
