/** How a site learns who is visiting, and the policy of the place they act in. */
import { placePolicy } from '../../application/policy/place-policy.ts';
import { type Resumed, resumeSession } from '../../application/session/resume-session.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import { cookieValue, SESSION_COOKIE } from './cookie.ts';
import type { CaseworkWorld, SiteWorld, StaffVisit, Visit } from './visit.ts';

/** Somebody signed in, or why nobody is. */
export type FoundVisitor<W extends SiteWorld> =
  | { readonly session: W['session']; readonly staff: Staff; readonly endsAt: number }
  | Extract<Resumed, { readonly ended: unknown }>;

export interface WhoVisits<W extends SiteWorld> {
  signedIn(visit: Visit<W>): Promise<FoundVisitor<W>>;
  policy(visit: StaffVisit<W>, place: string): Promise<W['policy']>;
}

/** By the session that the cookie names, from the store itself. */
export const bySession: WhoVisits<CaseworkWorld> = {
  async signedIn(visit) {
    const secret = cookieValue(visit.cookies, SESSION_COOKIE) ?? '';
    return secret === '' ? { ended: 'unknown' } : resumeSession(visit.deps, secret, visit.now);
  },
  policy: (visit, place) => placePolicy(visit.deps.policies, place),
};
