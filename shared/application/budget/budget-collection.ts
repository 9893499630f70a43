import { budgetCase } from '../../domain/budget/budget-case.ts';
import { type Collection, type CountedBudget, collectionOf } from '../../domain/budget/collection.ts';
import { type Quarter, quarterOf, submissionDay } from '../../domain/budget/quarter.ts';
import { englandAndWales } from '../../domain/calendar/bank-holidays.ts';
import { earliest, type LocalDate } from '../../domain/calendar/local-date.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import { invalid } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext } from '../case/case-entry.ts';
import { caseNotFound } from '../case/case-subject.ts';
import { toldAsAt } from '../case/told-as-at.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { KeptCase } from '../ports/cases.ts';

/** The counts of a quarter for the national collection: raw, for whoever sends them. */
export interface BudgetCollection extends Collection {
  readonly quarter: Quarter;
  /** The day they are sent. */
  readonly submitOn: LocalDate;
  /** The day they are of: the last of the quarter, or today while it lasts. */
  readonly asAt: LocalDate;
  readonly policyVersion: number;
}

const AT_ONCE = 100;

/**
 * Counts the people with a budget in the quarter that a day is in, from every budget's own history: corrections recorded
 * since are in it. Nobody is shown.
 * @throws `invalid` `quarter-not-countable`; `forbidden`.
 */
export async function budgetCollection(
  deps: Pick<Deps, 'cases' | 'caseTypes' | 'policies'>,
  call: Call,
  day: LocalDate,
): Promise<BudgetCollection> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, 'budget');
  authorise(call, 'case.list', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  const quarter = quarterOf(day);
  refuseUncountable(quarter, todayOf(call));
  const asAt = earliest(quarter.last, todayOf(call));
  const counted: CountedBudget[] = [];
  for await (const kept of everyBudget(deps, place))
    counted.push(...counting(deps, policy, await toldAsAt(deps.cases, kept, asAt), asAt));
  const counts = collectionOf(counted, { ...quarter, last: asAt });
  return { ...counts, quarter, submitOn: submissionDay(quarter), asAt, policyVersion: policy.version };
}

/** A quarter that has not begun has nothing to count; of one before the list of bank holidays, nobody knows when it was sent. */
function refuseUncountable({ first, last }: Quarter, today: LocalDate): void {
  const isKnown = Number(last.slice(0, 4)) >= englandAndWales.firstYear;
  if (first <= today && isKnown) return;
  const message = `Give a day of a quarter that has begun, from ${englandAndWales.firstYear} on`;
  throw invalid('quarter-not-countable', message, [{ pointer: '/on', code: 'quarter-not-countable', message }]);
}

function counting(
  { caseTypes }: Pick<Deps, 'caseTypes'>,
  policy: Policy,
  kept: readonly KeptCase[],
  asAt: LocalDate,
): readonly CountedBudget[] {
  return kept.flatMap(({ record, entry: { row } }) => {
    const state = stateOfCase(budgetCase, record, caseContext({ types: caseTypes, policy }, row, asAt));
    return state === undefined ? [] : [{ personId: record.personId, birthDate: row.birthDate, state }];
  });
}

async function* everyBudget({ cases }: Pick<Deps, 'cases'>, place: string): AsyncGenerator<readonly KeptCase[]> {
  for (const list of ['open', 'closed'] as const) {
    for await (const rows of cases.each(place, 'budget', list)) {
      for (let start = 0; start < rows.length; start += AT_ONCE) {
        const keys = rows
          .slice(start, start + AT_ONCE)
          .map(({ personId, caseId }) => ({ personId, kind: 'budget' as const, caseId }));
        yield await cases.many(place, keys);
      }
    }
  }
}
