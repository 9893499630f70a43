import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type NotifyKey, notifyKeySchema } from '../messages/gov-uk-notify.ts';

/** Reads the key of GOV.UK Notify with the first text, and keeps it; anew after a failure. Nothing of it is in an error. */
export function readNotifyKey(secretId: string, client?: SecretsManagerClient): () => Promise<NotifyKey> {
  let kept: Promise<NotifyKey> | undefined;
  return () => {
    kept ??= read(secretId, client).catch((failed: unknown) => {
      kept = undefined;
      throw failed;
    });
    return kept;
  };
}

async function read(
  secretId: string,
  client: SecretsManagerClient = new SecretsManagerClient({ maxAttempts: 4 }),
): Promise<NotifyKey> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  try {
    return notifyKeySchema.parse(JSON.parse(SecretString));
  } catch {
    throw new Error('The secret does not hold a key of GOV.UK Notify');
  }
}
