/** What a change of a case makes of others: a kind of case that something follows from supplies one (follow-ons.ts). */
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Case } from '../../domain/case/case.ts';
import type { SettlingDeps } from '../ehc/settle-advice.ts';
import type { PersonRecord } from '../ports/people.ts';
import type { CaseRules } from './case-entry.ts';

export interface FollowOn {
  /** Asked before the change is kept. @throws a domain error when what would follow cannot be. */
  refuse(rules: CaseRules, record: PersonRecord, changed: Case, at: Instant, hash: (text: string) => string): void;
  /** Does what follows from what is kept. Doing it twice changes nothing. */
  follow(deps: SettlingDeps, changed: Case, at: Instant): Promise<void>;
}
