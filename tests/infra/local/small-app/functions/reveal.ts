import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const secrets = new SecretsManagerClient({});

/** Tells the secret that its environment names. */
export const handler = async ({ id }: { id?: string }): Promise<string | undefined> => {
  const SecretId = id ?? process.env['SECRET_ID'];
  return (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString;
};
