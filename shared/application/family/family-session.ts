/** Sessions of families: begun for anybody the identity provider vouches for; what they may see, the grants say. */
import type { Instant } from '../../domain/calendar/instant.ts';
import { isDomainError } from '../../domain/error.ts';
import { type Session, standingOf } from '../../domain/session/session.ts';
import type { FamilyDeps } from '../deps.ts';
import type { ChildLink, FamilyAccount } from '../ports/family-accounts.ts';
import type { SignedInIdentity } from '../ports/identity-provider.ts';
import type { Sessions } from '../ports/sessions.ts';
import type { Identity } from '../ports/staff-directory.ts';
import type { NewSession } from '../session/sign-in.ts';

type SessionDeps = Pick<FamilyDeps, 'familyAccounts' | 'ids' | 'hash'> & { readonly sessions: Sessions };

/** @param randomText gives at least 128 random bits as URL-safe text, anew each time. */
export async function signInFamily(
  deps: SessionDeps,
  who: SignedInIdentity,
  now: Instant,
  randomText: () => string,
): Promise<NewSession> {
  const { account } = await familyOf(deps, who.identity);
  const secret = randomText();
  const session: Session = {
    idHash: deps.hash(secret),
    staffId: account.id,
    provider: { ...who.identity, session: who.session, idToken: who.idToken },
    acting: null,
    formToken: randomText(),
    signedInAt: now,
    seenAt: now,
  };
  await deps.sessions.keep(session);
  return { session, secret };
}

/** The account of an identity, made when it is seen for the first time. */
export async function familyOf(
  deps: Pick<SessionDeps, 'familyAccounts' | 'ids'>,
  identity: Identity,
): Promise<{ readonly account: FamilyAccount; readonly children: readonly ChildLink[] }> {
  const found = await deps.familyAccounts.find(identity);
  if (found !== undefined) return found;
  const account: FamilyAccount = { id: deps.ids.fresh(), version: 1, tries: null, reading: null, calendar: null };
  try {
    await deps.familyAccounts.save(identity, account);
    return { account, children: [] };
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const made = await deps.familyAccounts.find(identity);
    if (made === undefined) throw refused;
    return made;
  }
}

export type ResumedFamily =
  | {
      readonly session: Session;
      readonly account: FamilyAccount;
      readonly children: readonly ChildLink[];
      readonly endsAt: number;
    }
  | { readonly ended: 'unknown' | 'idle' | 'too-long' };

/** Finds the session of a cookie and, anew each time, whose it is and the children they were let in to. */
export async function resumeFamilySession(deps: SessionDeps, secret: string, now: Instant): Promise<ResumedFamily> {
  const session = await deps.sessions.find(deps.hash(secret));
  if (!session) return { ended: 'unknown' };
  const standing = standingOf(session, now);
  if (!standing.live) {
    await deps.sessions.end(session.idHash);
    return { ended: standing.why };
  }
  const found = await deps.familyAccounts.find(session.provider);
  if (found === undefined) return { ended: 'unknown' };
  if (standing.renew) await deps.sessions.keep({ ...session, seenAt: now });
  return { session, ...found, endsAt: standing.endsAt };
}
