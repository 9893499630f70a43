import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type EngineError, serviceError } from './engine-error.ts';
import type { Principal } from './principal.ts';

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** A request as far as its signature is concerned. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Signing keys by secret, day, region and service: the four HMACs that make one are the same all day. Bounded by the
 * principals and days of one process.
 */
const signingKeys = new Map<string, KeyObject>();

/**
 * Finds out who signed a request with AWS Signature Version 4, and that nothing in it was changed. The age of the
 * signature is not judged: the local cloud has a date of its own, and nothing leaves the machine.
 *
 * @returns the principal, or the error that AWS answers
 */
export function authenticate(
  request: SignedRequest,
  find: (accessKeyId: string) => Principal | undefined,
): Principal | EngineError {
  const header = request.headers.authorization;
  if (header === undefined) {
    return serviceError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const parts = AUTHORIZATION.exec(header);
  if (parts === null) {
    return serviceError('IncompleteSignatureException', 'Authorization header is not an AWS4-HMAC-SHA256 signature');
  }
  const [, accessKeyId = '', day = '', region = '', service = '', signedHeaders = '', signature = ''] = parts;
  const principal = find(accessKeyId);
  if (principal === undefined) {
    return serviceError('UnrecognizedClientException', 'The security token included in the request is invalid.');
  }
  const scope = `${day}/${region}/${service}/aws4_request`;
  const date = String(request.headers['x-amz-date']);
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical(request, signedHeaders))}`;
  const expected = hmac(signingKey(principal.secretAccessKey, day, region, service), toSign);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) {
    return serviceError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  return principal;
}

function canonical({ method, path, headers, body }: SignedRequest, signedHeaders: string): string {
  const lines = signedHeaders.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return `${method}\n${path}\n\n${lines.join('')}\n${signedHeaders}\n${sha256(body)}`;
}

function signingKey(secret: string, day: string, region: string, service: string): KeyObject {
  const name = `${secret}/${day}/${region}/${service}`;
  const known = signingKeys.get(name);
  if (known !== undefined) return known;
  const steps = [day, region, service, 'aws4_request'];
  const key = createSecretKey(steps.reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`)));
  signingKeys.set(name, key);
  return key;
}

function sha256(data: string | Buffer): string {
  return hash('sha256', data, 'hex');
}

function hmac(key: Buffer | KeyObject, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
