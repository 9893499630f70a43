/**
 * A POST to an address that somebody entered. It goes to public addresses only: what the name leads to is checked as the
 * connection is made, so that a name which changes where it leads gains nothing. Redirections are not followed, the answer is not read.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { egressFault, isPublicAddress } from '../../domain/message/public-address.ts';

export interface OutsideSettings {
  /** Whether this very machine may be written to: on a developer's machine only. */
  readonly loopback: boolean;
  /** Resolves names; the machine's own way without it. */
  readonly resolve?: typeof lookup;
  readonly timeoutMilliseconds?: number;
}

export type OutsideAnswer =
  | { readonly status: number }
  | { readonly problem: 'address-refused' | 'timed-out' | 'not-reached' };

const TIMEOUT_MILLISECONDS = 5_000;
const REFUSED = 'EPRIVATE';

export function postOutside(
  { loopback, resolve = lookup, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: OutsideSettings,
  text: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<OutsideAnswer> {
  if (egressFault(text, { loopback }) !== undefined) return Promise.resolve({ problem: 'address-refused' });
  const url = new URL(text);
  const isLocal = url.protocol === 'http:';
  const options = {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    ...(isLocal ? {} : { lookup: publicOnly(resolve) }),
  };
  return new Promise((answered) => {
    const call: ClientRequest = (isLocal ? plainRequest : secureRequest)(url, options, (response) => {
      answered({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    // The whole of it, and not only silence: an answer that trickles in holds nothing up.
    const timer = setTimeout(() => {
      answered({ problem: 'timed-out' });
      call.destroy();
    }, timeoutMilliseconds);
    call.on('close', () => clearTimeout(timer));
    call.on('error', (failed: NodeJS.ErrnoException) =>
      answered({ problem: failed.code === REFUSED ? 'address-refused' : 'not-reached' }),
    );
    call.end(body);
  });
}

/** Looks a name up, and refuses it when any of its addresses is not public. */
function publicOnly(resolve: typeof lookup): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (failed, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (failed || first === undefined) return done(failed ?? refusal('ENOTFOUND'), '');
      if (!found.every(({ address }) => isPublicAddress(address))) return done(refusal(REFUSED), '');
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
}

function refusal(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error('The name leads to no address that may be written to'), { code });
}
