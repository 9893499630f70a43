/** Says who a request comes from: by the session that a browser's cookie names, or by a bearer's token. */
import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import type { Deps } from '../../shared/application/deps.ts';
import type { AccessTokens } from '../../shared/application/ports/access-tokens.ts';
import { resumeSession } from '../../shared/application/session/resume-session.ts';
import { type Instant, instantOf } from '../../shared/domain/calendar/instant.ts';
import { membershipName } from '../../shared/domain/staff/staff.ts';
import { contextOf, type VisitorContext } from '../../shared/http/middleware/visitor-context.ts';
import { cookieValue, SESSION_COOKIE } from '../../shared/http/page/cookie.ts';

export interface AuthorizeDeps extends Pick<Deps, 'sessions' | 'staff' | 'hash'> {
  readonly tokens: AccessTokens;
}

/** An answer of payload format 2.0, in its simple form. */
export interface Authorized {
  /** Always: what a stranger may see is for the function behind to say, which sends a browser to sign in and a program a 401. */
  readonly isAuthorized: true;
  readonly context: VisitorContext;
}

export async function authorize(
  event: Pick<APIGatewayRequestAuthorizerEventV2, 'headers' | 'cookies' | 'requestContext'>,
  deps: AuthorizeDeps,
): Promise<Authorized> {
  const bearer = /^Bearer +(.+)$/i.exec(event.headers?.['authorization'] ?? '')?.[1];
  const now = instantOf(event.requestContext.timeEpoch);
  const context = bearer === undefined ? await ofSession(event.cookies, deps, now) : await ofToken(bearer, deps);
  return { isAuthorized: true, context };
}

async function ofSession(
  cookies: readonly string[] | undefined,
  deps: AuthorizeDeps,
  now: Instant,
): Promise<VisitorContext> {
  const secret = cookieValue(cookies ?? [], SESSION_COOKIE) ?? '';
  if (secret === '') return { state: 'unknown' };
  const resumed = await resumeSession(deps, secret, now);
  if ('ended' in resumed) return { state: resumed.ended };
  const { session, staff, endsAt } = resumed;
  const acting = session.acting === null ? '' : `${session.acting.place}/${session.acting.role}`;
  const held = staff.memberships.some((membership) => membershipName(membership) === acting);
  return contextOf(staff, { acting: held ? acting : '', formToken: session.formToken, endsAt });
}

async function ofToken(token: string, { tokens, staff }: AuthorizeDeps): Promise<VisitorContext> {
  const identity = await tokens.holder(token);
  if (identity === undefined) return { state: 'unknown' };
  const found = await staff.find(identity);
  if (!found?.active) return { state: 'not-registered' };
  return contextOf(found, { acting: '', formToken: '', endsAt: 0 });
}
