/** Puts children and young people with a personal health budget into a place, at every stage of its life. */
import { caseContext, plannedCase } from '../../../shared/application/case/case-entry.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { budgetCase } from '../../../shared/domain/budget/budget-case.ts';
import { budgetFactsSchema } from '../../../shared/domain/budget/facts.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { openCase, recordOnCase } from '../../../shared/domain/case/record-case.ts';
import type { Person, PersonDetails } from '../../../shared/domain/person/person.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { type BudgetHappening, budgetWays, inventBudget } from './budget-histories.ts';
import { keepPerson } from './keep-person.ts';
import { inventPerson, type PlaceOfLiving } from './people.ts';
import { chanceOf } from './random.ts';

export interface PlaceToSeed {
  readonly policy: Policy;
  readonly home: PlaceOfLiving;
  /** Of the budgets there are in a place of share 1. */
  readonly share: number;
  readonly seed: number;
  /** Numbers nobody else of the place is made from. */
  readonly firstSerial: number;
}

const ages = [
  [4, 6],
  [7, 8],
  [10, 10],
  [13, 10],
  [15, 14],
  [16, 8],
  [18, 6],
  [21, 4],
] as const;

/** The work of putting each of them in. */
export function budgetTasks(deps: Deps, place: PlaceToSeed, today: LocalDate): readonly (() => Promise<void>)[] {
  const chance = chanceOf(place.seed);
  const drawn = budgetWays.flatMap((way, at) => {
    const details = inventPerson(chance, place.firstSerial + at, chance.weighted(ages), today, place.home);
    const history = inventBudget(chance, way, details.birthDate, today);
    const isKept = chance.next() < place.share;
    // A history that begins before the birth is nobody's.
    return isKept && (history[0]?.on ?? '') > details.birthDate ? [{ details, history, at }] : [];
  });
  return drawn.map(
    ({ details, history, at }) =>
      () =>
        keep(deps, place.policy, details, history, place.firstSerial + at, today),
  );
}

async function keep(
  deps: Deps,
  policy: Policy,
  details: PersonDetails,
  history: readonly BudgetHappening[],
  serial: number,
  today: LocalDate,
): Promise<void> {
  const place = policy.place.id;
  const id = deps.ids.derived('seed-person', place, String(serial));
  const first = history[0]?.on ?? today;
  const by = { actor: deps.ids.derived('demo-staff', 'demo-bola'), role: 'administrator' };
  const person = await keepPerson(deps, { id, place, details }, { on: first, by });
  const record = recordOf(deps, policy, person, history);
  if (record !== undefined)
    await deps.cases.create(plannedCase({ types: deps.caseTypes, policy }, record, person, today));
}

/** The budget of a history, made through the domain's own rules, as if each event had been recorded on its day. */
function recordOf(deps: Deps, policy: Policy, person: Person, history: readonly BudgetHappening[]): Case | undefined {
  const { id: personId, place } = person;
  const caseId = deps.ids.derived('seed-budget', place, personId);
  const idOf = (at: number) => deps.ids.derived('seed-event', caseId, String(at));
  let record: Case | undefined;
  for (const [at, { on, facts }] of history.entries()) {
    const recorder = {
      eventId: idOf(at),
      recordedAt: parseInstant(`${on}T10:${String(at % 60).padStart(2, '0')}:00Z`),
      by: { actor: deps.ids.derived('demo-staff', 'demo-bola'), role: 'administrator' },
      hash: deps.hash,
    };
    const context = caseContext({ types: deps.caseTypes, policy }, person.details, on);
    const happening = { on, facts: withIds(facts, idOf) };
    record =
      record === undefined
        ? openCase(budgetCase, { id: caseId, place, personId }, happening, recorder, context)
        : recordOnCase(budgetCase, record, happening, recorder, context);
  }
  return record;
}

/** A history names its own events by their places; the store knows them by ids. */
function withIds(facts: BudgetHappening['facts'], idOf: (at: number) => string): BudgetHappening['facts'] {
  const text = JSON.stringify(facts).replace(/"told-(\d+)"/g, (_, at: string) => JSON.stringify(idOf(Number(at))));
  return budgetFactsSchema.parse(JSON.parse(text));
}
