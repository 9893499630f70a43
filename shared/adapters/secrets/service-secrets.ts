import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { unavailable } from '../../domain/error.ts';

/** What the functions must know and nobody else. */
export const serviceSecretsSchema = z.object({
  /** Key of the hashes that stand for numbers and birth dates in keys. It can never change: pointers would be lost. */
  nhsNumberKey: z.string().min(32),
  /** Key of session cookies and cursors. A new one signs everybody out. */
  sessionKey: z.string().min(32),
  oidcClientSecret: z.string().min(1),
});
export type ServiceSecrets = z.output<typeof serviceSecretsSchema>;

/** Reads the secret with this id. Nothing of it is in an error. */
export async function readServiceSecrets(secretId: string): Promise<ServiceSecrets> {
  const client = new SecretsManagerClient({ maxAttempts: 4 });
  const answer = await client.send(new GetSecretValueCommand({ SecretId: secretId })).catch((cause: unknown) => {
    throw unavailable('secrets-unavailable', 'The service cannot start just now', {}, cause);
  });
  const parsed = serviceSecretsSchema.safeParse(jsonOf(answer.SecretString ?? ''));
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
