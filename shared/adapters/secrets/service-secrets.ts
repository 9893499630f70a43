import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { unavailable } from '../../domain/error.ts';

/** What the functions must know and nobody else. */
export const serviceSecretsSchema = z.object({
  /** Key of the hashes that stand for numbers and birth dates in keys. It can never change: pointers would be lost. */
  nhsNumberKey: z.string().min(32),
  /** Keys that NHS numbers are sealed under, by their ids: the highest seals, all open. A new one is added, none is taken away. */
  numberKeys: z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.string().min(32)),
  /** Key of session cookies and cursors. A new one signs everybody out. */
  sessionKey: z.string().min(32),
  oidcClientSecret: z.string().min(1),
  /** Key of the codes that families are invited by. With a new one, letters that nobody has used open nothing. */
  familyKey: z.string().min(32),
  /** Keys that families' addresses are sealed under, by their ids, as `numberKeys` are. */
  contactKeys: z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.string().min(32)),
});
export type ServiceSecrets = z.output<typeof serviceSecretsSchema>;

/** What the functions for families must know: nothing by which a person is found. */
export const familySecretsSchema = serviceSecretsSchema.omit({ nhsNumberKey: true, numberKeys: true });
export type FamilySecrets = z.output<typeof familySecretsSchema>;

/** Reads the keys that families' addresses are sealed under, for whoever sends messages and needs no other secret. */
export function readContactKeys(secretId: string): Promise<ServiceSecrets['contactKeys']> {
  return readSecret(secretId, serviceSecretsSchema.shape.contactKeys);
}

/** Reads the secret of the staff's functions. Nothing of it is in an error. */
export function readServiceSecrets(secretId: string): Promise<ServiceSecrets> {
  return readSecret(secretId, serviceSecretsSchema);
}

/** Reads the secret of the families' functions. Nothing of it is in an error. */
export function readFamilySecrets(secretId: string): Promise<FamilySecrets> {
  return readSecret(secretId, familySecretsSchema);
}

async function readSecret<T>(secretId: string, schema: z.ZodType<T>): Promise<T> {
  const client = new SecretsManagerClient({ maxAttempts: 4 });
  const answer = await client.send(new GetSecretValueCommand({ SecretId: secretId })).catch((cause: unknown) => {
    throw unavailable('secrets-unavailable', 'The service cannot start just now', {}, cause);
  });
  const parsed = schema.safeParse(jsonOf(answer.SecretString ?? ''));
  if (!parsed.success) throw new Error('The secret of the service does not hold what it must');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the text is a secret: it must not be in a syntax error's message
  }
}
