/** One request to the pages, parsed: what every page is given. Nothing of the trigger's own shape goes further than here. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Call } from '../../application/call.ts';
import type { Deps } from '../../application/deps.ts';
import type { IdentityProvider } from '../../application/ports/identity-provider.ts';
import type { Ids } from '../../application/ports/ids.ts';
import { type Instant, instantOf, localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Actor } from '../../domain/permission/actor.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import { vouchedIn } from '../middleware/vouched.ts';
import { type FormBody, readFormBody, readJsonBody } from './form-body.ts';

/** What the pages reach the world through: what use cases need, and what signing in needs. */
export interface SiteDeps extends Deps {
  readonly identity: IdentityProvider;
  /** At least 128 random bits as URL-safe text, anew each time. */
  readonly randomText: () => string;
}

/** What differs from one site of the service to another: what its pages reach the world through, and what they know of a visit. */
export interface SiteWorld {
  readonly deps: { readonly ids: Pick<Ids, 'fresh'> };
  readonly session: Pick<Session, 'formToken' | 'acting'>;
  readonly policy: Pick<Policy, 'place' | 'branding'>;
}

/** The site of those who work with records: unless another is named, every visit is to it. */
export interface CaseworkWorld extends SiteWorld {
  readonly deps: SiteDeps;
  readonly session: Session;
  readonly policy: Policy;
}

/** A visit by anyone. */
export interface Visit<W extends SiteWorld = CaseworkWorld> {
  readonly deps: W['deps'];
  /** What the gateway's authorizer vouches for; empty where a route has none. */
  readonly vouched: Readonly<Record<string, unknown>>;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly requestId: string;
  readonly path: string;
  readonly method: string;
  /** Whether the browser says that the request comes from a page of ours. */
  readonly sameOrigin: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly cookies: readonly string[];
  /** The token of a machine that calls: what follows `Bearer` in its header; empty without one. */
  readonly bearer: string;
  /** What a machine sent as JSON. @throws DomainError `invalid` when it is none. */
  readonly json: () => unknown;
  /** The form that was sent. Pages for people signed in are only reached when its token was right. */
  readonly form: () => Promise<FormBody>;
}

/** What a form needs of a visit: where it is sent back to, whose it is, what was sent. */
export interface FormVisit extends Pick<Visit, 'path' | 'form'> {
  readonly deps: { readonly ids: Pick<Ids, 'fresh'> };
  readonly session: Pick<Session, 'formToken'>;
}

/** A visit by someone signed in, who may not have chosen a role yet. */
export interface StaffVisit<W extends SiteWorld = CaseworkWorld> extends Visit<W> {
  readonly session: W['session'];
  readonly staff: Staff;
  /** Epoch milliseconds at which the session ends if nothing more is asked. */
  readonly sessionEndsAt: number;
}

/** A visit by someone acting in a role at a place. */
export interface ActingVisit<W extends SiteWorld = CaseworkWorld> extends StaffVisit<W> {
  readonly actor: Actor;
  readonly policy: W['policy'];
  /** What use cases are called with. */
  readonly call: Call;
}

export function visitOf<W extends SiteWorld>(
  event: APIGatewayProxyEventV2,
  deps: W['deps'],
  params: Readonly<Record<string, string>>,
): Visit<W> {
  const now = instantOf(event.requestContext.timeEpoch);
  let form: Promise<FormBody> | undefined;
  return {
    deps,
    vouched: vouchedIn(event),
    now,
    today: localDateOf(now),
    requestId: event.requestContext.requestId,
    path: event.rawPath,
    method: event.requestContext.http.method,
    sameOrigin: event.headers['sec-fetch-site'] === 'same-origin',
    params,
    query: new URLSearchParams(event.rawQueryString),
    cookies: event.cookies ?? [],
    bearer: /^Bearer (\S{1,500})$/.exec(event.headers['authorization'] ?? '')?.[1] ?? '',
    json: () => readJsonBody(event),
    form: () => {
      form ??= readFormBody(event);
      return form;
    },
  };
}
