import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** Tries of one call, the first included: a page that meets one throttled call in ten fails once in a million. */
export const MAX_ATTEMPTS = 6;
/** Most that is waited before the second try; twice as much before each one after it. */
const FIRST_PAUSE_MILLISECONDS = 50;

type Strategy = Extract<
  NonNullable<DynamoDBClientConfig['retryStrategy']>,
  { readonly acquireInitialRetryToken: unknown }
>;
type Token = Awaited<ReturnType<Strategy['acquireInitialRetryToken']>>;

/**
 * Tries again what may go better the next time, after a pause drawn at random below a ceiling that doubles. The SDK's own pauses begin at
 * half a second where the store is throttled: a page that asks it four things would keep somebody waiting for most of the
 * gateway's 30 seconds to be told that it cannot be shown. These come to a second and a half a call at the most.
 * @param chance from 0 up to, not including, 1
 */
export function shortRetries(chance: () => number = Math.random): Strategy {
  const token = (retries: number): Token => ({
    getRetryCount: () => retries,
    getRetryDelay: () => (retries === 0 ? 0 : chance() * FIRST_PAUSE_MILLISECONDS * 2 ** (retries - 1)),
  });
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry: (spent, { errorType }) => {
      const retries = spent.getRetryCount() + 1;
      const passing = errorType === 'THROTTLING' || errorType === 'TRANSIENT';
      return passing && retries < MAX_ATTEMPTS
        ? Promise.resolve(token(retries))
        : Promise.reject(new Error('Not to be tried again'));
    },
    recordSuccess: () => undefined,
  };
}
