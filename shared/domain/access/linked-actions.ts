/** What a grant lets its holder do on a day, in the words that permission is asked in. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Action } from '../permission/grants.ts';
import type { AccessState, Grant } from './family-access.ts';
import { type AccessPerson, decidesForThemself, openedParts } from './opened-parts.ts';
import type { Part } from './part.ts';

const actionsOfParts: Readonly<Record<Part, Action>> = {
  health: 'family.health',
  ehc: 'family.ehc',
  budget: 'family.budget',
  appointments: 'family.appointments',
  messages: 'family.messages',
};

/** Empty where the grant opens nothing: then nobody may know from it that there is a record. */
export function linkedActions(
  grant: Grant,
  state: AccessState,
  person: AccessPerson,
  asAt: LocalDate,
): ReadonlySet<Action> {
  const opened = openedParts(grant, state, person, asAt);
  if (opened.length === 0) return new Set();
  const sharing = grant.holder === 'young-person' && decidesForThemself(state, person, asAt);
  return new Set<Action>([
    'family.read',
    ...opened.map((part) => actionsOfParts[part]),
    ...(sharing ? (['family.share'] as const) : []),
  ]);
}
