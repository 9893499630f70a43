import { conflict, unavailable } from '../../domain/error.ts';

/** Names under which the SDK says that the store cannot answer now, after its own tries. */
const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'InternalServerError',
  'InternalServerErrorException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TimeoutError',
  'RequestTimeout',
  'AbortError',
  'NetworkingError',
]);

/** Codes of a connection that could not be made or broke. */
const connection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/** True if a conditional write was refused because its condition did not hold. */
export function isConditionFailure(caught: unknown): boolean {
  return caught instanceof Error && caught.name === 'ConditionalCheckFailedException';
}

/** Runs a call of the store: what the store cannot do now becomes `unavailable`, an item that grew too large a `conflict`. */
export async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (caught) {
    if (isPassing(caught)) throw unavailable('store-unavailable', 'The records cannot be reached just now', {}, caught);
    if (isTooLarge(caught)) throw conflict('record-full', 'This record cannot hold any more');
    throw caught;
  }
}

function isPassing(caught: unknown): boolean {
  if (!(caught instanceof Error)) return false;
  if (passing.has(caught.name)) return true;
  if ('code' in caught && typeof caught.code === 'string' && connection.has(caught.code)) return true;
  const status = (caught as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status >= 500;
}

function isTooLarge(caught: unknown): boolean {
  return caught instanceof Error && caught.name === 'ValidationException' && /item size/i.test(caught.message);
}
