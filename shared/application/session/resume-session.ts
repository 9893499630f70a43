/** Finds the session that a cookie belongs to, ends it when its time is over, and renews it while it is used. */
import type { Instant } from '../../domain/calendar/instant.ts';
import { type Session, standingOf } from '../../domain/session/session.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import type { Deps } from '../deps.ts';

export type Resumed =
  | { readonly session: Session; readonly staff: Staff; readonly endsAt: number }
  | { readonly ended: 'unknown' | 'idle' | 'too-long' };

export async function resumeSession(
  deps: Pick<Deps, 'sessions' | 'staff' | 'hash'>,
  secret: string,
  now: Instant,
): Promise<Resumed> {
  const session = await deps.sessions.find(deps.hash(secret));
  if (!session) return { ended: 'unknown' };
  const standing = standingOf(session, now);
  if (!standing.live) {
    await deps.sessions.end(session.idHash);
    return { ended: standing.why };
  }
  // Read anew each time, so that access taken away is gone at once.
  const staff = await deps.staff.find(session.provider);
  if (!staff?.active) {
    await deps.sessions.end(session.idHash);
    return { ended: 'unknown' };
  }
  if (standing.renew) await deps.sessions.keep({ ...session, seenAt: now });
  return { session, staff, endsAt: standing.endsAt };
}
