/** One request to the families' pages. */
import type { FamilyDeps } from '../../application/deps.ts';
import type { FamilyCall } from '../../application/family/family-call.ts';
import type { Words } from '../../application/family/words/words.ts';
import type { Cursors } from '../../application/ports/cursors.ts';
import type { IdentityProvider } from '../../application/ports/identity-provider.ts';
import type { Sessions } from '../../application/ports/sessions.ts';
import type { Reading } from '../../domain/language/reading.ts';
import type { Session } from '../../domain/session/session.ts';
import type { SiteWorld, Visit } from '../page/visit.ts';

/** What the families' pages reach the world through: what their use cases need, and what signing in needs. */
export interface FamilySiteDeps extends FamilyDeps {
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  readonly identity: IdentityProvider;
  /** Origin under which people reach the site, without a trailing slash. */
  readonly publicUrl: string;
  /** At least 128 random bits as URL-safe text, anew each time. */
  readonly randomText: () => string;
}

/** The families' site: no role is acted in, and no place's policy is known before a child is. */
export interface FamilyWorld extends SiteWorld {
  readonly deps: FamilySiteDeps;
  readonly session: Session;
}

/** A visit by anyone, with how they read and the words of the page. */
export interface OpenVisit extends Visit<FamilyWorld> {
  readonly reading: Reading;
  readonly words: Words;
  /** Whether the page is one that is drawn in Easy Read for whoever reads so. */
  readonly isInEasyRead: boolean;
}

/** A visit by somebody signed in, with the children they were once let in to. */
export interface FamilyVisit extends OpenVisit {
  readonly session: Session;
  readonly sessionEndsAt: number;
  /** What use cases are called with. */
  readonly call: FamilyCall;
}
