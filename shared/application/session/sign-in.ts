/** Begins a session for somebody the identity provider vouches for and the service knows. */

import type { Instant } from '../../domain/calendar/instant.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { forbidden } from '../../domain/error.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { SignedInIdentity } from '../ports/identity-provider.ts';

export interface NewSession {
  readonly session: Session;
  /** What the cookie holds; only its hash is kept. */
  readonly secret: string;
}

/**
 * @param randomText gives at least 128 random bits as URL-safe text, anew each time.
 * @throws `forbidden` `not-known-here` for somebody whom no place has made a member of staff.
 */
export async function signIn(
  deps: Pick<Deps, 'staff' | 'sessions' | 'hash'>,
  who: SignedInIdentity,
  now: Instant,
  randomText: () => string,
): Promise<NewSession> {
  const staff = await deps.staff.find(who.identity);
  if (!staff?.active || staff.memberships.length === 0) {
    throw forbidden('not-known-here', 'You have signed in, but no place has given you access to this service', {
      on: localDateOf(now),
    });
  }
  const secret = randomText();
  const [only, ...others] = staff.memberships;
  const session: Session = {
    idHash: deps.hash(secret),
    staffId: staff.id,
    provider: { ...who.identity, session: who.session, idToken: who.idToken },
    // Somebody with one role never has to choose it.
    acting: only && others.length === 0 ? { place: only.place, role: only.role } : null,
    formToken: randomText(),
    signedInAt: now,
    seenAt: now,
  };
  await deps.sessions.keep(session);
  return { session, secret };
}
