/**
 * Takes the place of `@aws-sdk/credential-provider-node` in every bundle. A Lambda function finds its credentials in three
 * environment variables and nowhere else, so the SDK's chain of profiles, single sign-on and metadata servers is 130 KB
 * that can only slow the start, and one more way for a function to run with somebody else's rights.
 */

/** Credentials as the SDK's clients expect them. */
export interface EnvironmentCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Returns a provider of the credentials that the runtime put in the environment; it throws when there are none. */
export const defaultProvider = (): (() => Promise<EnvironmentCredentials>) => async () => {
  const accessKeyId = process.env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = process.env['AWS_SECRET_ACCESS_KEY'];
  const sessionToken = process.env['AWS_SESSION_TOKEN'];
  if (!accessKeyId || !secretAccessKey) {
    throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
