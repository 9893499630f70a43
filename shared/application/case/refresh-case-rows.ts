import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { isDomainError } from '../../domain/error.ts';
import type { PublishingDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { PersonRecord } from '../ports/people.ts';
import { plannedCase } from './case-entry.ts';
import { withMovedDues } from './moved-dues.ts';

/**
 * Makes the rows of a person's cases anew where they copy an older version of the person. A case that a command writes at
 * the same moment is left to that command, whose own change comes here in its turn.
 */
export async function refreshCaseRows(
  deps: Pick<PublishingDeps, 'cases' | 'caseTypes' | 'policies' | 'hash'>,
  { person, cases }: PersonRecord,
  at: Instant,
): Promise<void> {
  const behind = cases.filter(({ entry }) => entry.personVersion < person.version);
  if (behind.length === 0) return;
  const rules = { types: deps.caseTypes, policy: await placePolicy(deps.policies, person.place) };
  for (const kept of behind) {
    const now = { person: person.details, version: person.version };
    const record = withMovedDues(rules, kept, now, at, deps.hash);
    const { entry } = plannedCase(rules, record, person, localDateOf(at), kept.entry.alerted);
    try {
      await deps.cases.save({ record, entry }, kept.record.version);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
}
