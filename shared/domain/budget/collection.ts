/**
 * The national collection: people who had a budget on any day of the financial year so far, adults and children apart, by
 * the strongest type held in the year; and, because fewer are live at any one moment, those live on the last day
 * (domain.md 4 and 12b, reading 40). People are counted, not budgets.
 */
import { ageOn } from '../calendar/age.ts';
import { addDays, earliest, type LocalDate, latest } from '../calendar/local-date.ts';
import { type BudgetType, budgetTypes, strongestType } from './budget-type.ts';
import type { Quarter } from './quarter.ts';
import { type BudgetStage, type BudgetState, stageOn } from './state.ts';

/** A budget of a person, as the collection sees it. */
export interface CountedBudget {
  readonly personId: string;
  readonly birthDate: LocalDate;
  readonly state: BudgetState;
}

/** What is counted of a group of people. */
export interface CollectionCounts {
  readonly yearToDate: number;
  readonly byType: Readonly<Record<BudgetType, number>>;
  readonly live: number;
  /** Not live for the national count: listed apart. */
  readonly suspended: number;
}

export interface Collection {
  readonly adults: CollectionCounts;
  readonly children: CollectionCounts;
  readonly everyone: CollectionCounts;
}

interface PersonInYear {
  readonly birthDate: LocalDate;
  readonly types: readonly BudgetType[];
  readonly live: boolean;
  readonly suspended: boolean;
}

/** Adults are 18 or over on the last day of the quarter. */
const ADULT = 18;

/** The counts of a quarter, of budgets folded as at its last day. */
export function collectionOf(budgets: readonly CountedBudget[], quarter: Quarter): Collection {
  const people = new Map<string, PersonInYear>();
  for (const { personId, birthDate, state } of budgets) {
    const spans = liveSpans(state, quarter.last).filter(({ to }) => to >= quarter.yearFirst);
    if (spans.length === 0) continue;
    const known = people.get(personId);
    const last = quarter.last;
    const live = spans.some(({ to }) => to >= last);
    people.set(personId, {
      birthDate,
      types: [
        ...(known?.types ?? []),
        ...spans.flatMap(({ from, to }) => typesHeld(state, latest(from, quarter.yearFirst), to)),
      ],
      live: (known?.live ?? false) || live,
      suspended: (known?.suspended ?? false) || stageOn(state, last) === 'suspended',
    });
  }
  const all = [...people.values()];
  const isAdult = ({ birthDate }: PersonInYear) => isAdultOn(birthDate, quarter.last);
  return {
    adults: countsOf(all.filter(isAdult)),
    children: countsOf(all.filter((person) => !isAdult(person))),
    everyone: countsOf(all),
  };
}

/** Whether somebody is counted with adults on the last day of a quarter. */
export function isAdultOn(birthDate: LocalDate, last: LocalDate): boolean {
  return ageOn(birthDate, last) >= ADULT;
}

/** Where a budget stands once somebody was found to need it. */
const needed: ReadonlySet<BudgetStage> = new Set(['eligible', 'indicative', 'planning', 'agreed', 'live', 'suspended']);

/** The budgets that somebody needed on a day of the year so far, taken up or not. A person may have several. */
export function neededIn(budgets: readonly CountedBudget[], { yearFirst, last }: Quarter): readonly CountedBudget[] {
  return budgets.filter(({ state: { stages } }) =>
    stages.some(
      ({ stage, from }, at) => needed.has(stage) && from <= last && (stages[at + 1]?.from ?? last) >= yearFirst,
    ),
  );
}

function countsOf(people: readonly PersonInYear[]): CollectionCounts {
  const strongest = people.map(({ types }) => strongestType(types));
  const counted = budgetTypes.map((type) => [type, strongest.filter((one) => one === type).length] as const);
  return {
    yearToDate: people.length,
    byType: Object.fromEntries(counted) as Record<BudgetType, number>,
    live: people.filter(({ live }) => live).length,
    suspended: people.filter(({ live, suspended }) => suspended && !live).length,
  };
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days on which it was live, up to a last day. The day it ended is live; the day it was suspended is not. */
export function liveSpans({ stages }: BudgetState, last: LocalDate): readonly Span[] {
  const spans: Span[] = [];
  for (const [index, { stage, from }] of stages.entries()) {
    if (stage !== 'live' || from > last) continue;
    const next = stages[index + 1];
    const to = next === undefined ? last : next.stage === 'ended' ? next.from : addDays(next.from, -1);
    if (to >= from) spans.push({ from, to: earliest(to, last) });
  }
  return spans;
}

/** The types in which it was held on some days. */
function typesHeld({ plans }: BudgetState, from: LocalDate, to: LocalDate): readonly BudgetType[] {
  const held = plans.filter((spell, index) => {
    const next = plans[index + 1];
    return spell.from <= to && (next === undefined || next.from > from);
  });
  return held.flatMap(({ plan }) => plan.parts.map(({ type }) => type));
}
