/** What a change of one case makes of others, by the kind of the one that changed. */
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseKind } from '../../domain/case/case-kinds.ts';
import { isDomainError } from '../../domain/error.ts';
import { adviceFollowOn } from '../ehc/advice-follow-on.ts';
import type { SettlingDeps } from '../ehc/settle-advice.ts';
import type { CaseRules } from './case-entry.ts';
import type { FollowOn } from './follow-on.ts';

const followOns: Readonly<Partial<Record<CaseKind, FollowOn>>> = { 'ehc-assessment': adviceFollowOn };

/** What follows from a change of a case of this kind; undefined when nothing does. */
export function followOnOf(kind: CaseKind): FollowOn | undefined {
  return followOns[kind];
}

/** Asks what follows from a change whether it can, before the change is kept. One request, of the kinds that something follows from. */
export async function refuseFollowOn(deps: SettlingDeps, rules: CaseRules, changed: Case, at: Instant): Promise<void> {
  const followOn = followOnOf(changed.kind);
  if (followOn === undefined) return;
  const record = await deps.people.record(changed.place, changed.personId);
  if (record !== undefined) followOn.refuse(rules, record, changed, at, deps.hash);
}

/** Does what follows from a command at once. What others hold up is left to whoever follows the change stream. */
export async function followAtOnce(deps: SettlingDeps, changed: Case, at: Instant): Promise<void> {
  try {
    await followOnOf(changed.kind)?.follow(deps, changed, at);
  } catch (busy) {
    if (!isDomainError(busy, 'unavailable')) throw busy;
  }
}
