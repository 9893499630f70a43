/** The raw counts of the indicator for a financial year, whole and by practice, from the events of every record. */
import { type FinancialYear, financialYearOf } from '../../domain/calendar/financial-year.ts';
import { earliest, type LocalDate, localDate } from '../../domain/calendar/local-date.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { invalid } from '../../domain/error.ts';
import { healthCheckTarget } from '../../domain/health-check/health-check-policy.ts';
import { type Counted, type HealthCheckCounts, healthCheckCounts } from '../../domain/health-check/indicator.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext } from '../case/case-entry.ts';
import { caseNotFound } from '../case/case-subject.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { foldedHealthCheck } from './health-check-case.ts';

export interface CountedPractice {
  readonly practice: string;
  readonly counts: HealthCheckCounts;
}

export interface HealthCheckFigures {
  readonly year: FinancialYear;
  /** The day counted to: the last of the year, or today while it runs. */
  readonly asAt: LocalDate;
  readonly whole: HealthCheckCounts;
  readonly practices: readonly CountedPractice[];
  readonly target: { readonly percent: number; readonly label: string };
  readonly policyVersion: number;
}

/** The first year that can be asked for: before it there were no such checks for people of 14. */
export const FIRST_YEAR = 2014;

/**
 * Counts every record, folded from its events to the end of the year or today: exact for every past year, corrections
 * included. For staff of the place; small numbers are not hidden, so it is never shown outside.
 * @param startYear the calendar year in which the financial year begins; the present one where absent.
 * @throws `invalid` `year-out-of-range`; `forbidden`.
 */
export async function countHealthChecks(
  deps: Pick<Deps, 'cases' | 'caseTypes' | 'people' | 'policies'>,
  call: Call,
  startYear?: number,
): Promise<HealthCheckFigures> {
  const { place } = call.actor;
  authorise(call, 'queue.summary', placeSubject(place), caseNotFound);
  const today = todayOf(call);
  const year = yearOf(startYear, today);
  const policy = await placePolicy(deps.policies, place);
  const asAt = earliest(today, year.last);
  const byPractice = new Map<string, Counted[]>();
  // A record that moves from list to list while they are read is met twice: it counts once.
  const met = new Set<string>();
  for (const list of ['open', 'closed'] as const) {
    for await (const rows of deps.cases.each(place, 'health-check', list)) {
      const unmet = rows.filter(({ caseId }) => !met.has(caseId));
      for (const { caseId } of unmet) met.add(caseId);
      for (const { practice, counted } of await countedOf(deps, call, unmet, asAt, policy)) {
        byPractice.set(practice, [...(byPractice.get(practice) ?? []), counted]);
      }
    }
  }
  return {
    year,
    asAt,
    whole: healthCheckCounts([...byPractice.values()].flat(), year, asAt),
    practices: [...byPractice]
      .map(([practice, counted]) => ({ practice, counts: healthCheckCounts(counted, year, asAt) }))
      .toSorted((a, b) => (a.practice < b.practice ? -1 : 1)),
    target: healthCheckTarget(policy.healthChecks, year),
    policyVersion: policy.version,
  };
}

async function countedOf(
  deps: Pick<Deps, 'cases' | 'caseTypes' | 'people'>,
  call: Call,
  rows: readonly CaseRow[],
  asAt: LocalDate,
  policy: Parameters<typeof caseContext>[0]['policy'],
) {
  const { place } = call.actor;
  const [people, kept] = await Promise.all([
    deps.people.many(
      place,
      rows.map(({ personId }) => personId),
    ),
    deps.cases.many(place, rows),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  return kept.flatMap((one) => {
    const person = personOf.get(one.record.personId);
    if (person === undefined) throw new Error(`The record ${one.record.id} is about nobody`);
    const { state } = foldedHealthCheck(one, caseContext({ types: deps.caseTypes, policy }, person.details, asAt));
    if (state === undefined) return [];
    const counted: Counted = { tracked: state.tracked, ethnicityRecorded: person.details.ethnicCategory !== '99' };
    return [{ practice: state.practice, counted }];
  });
}

function yearOf(startYear: number | undefined, today: LocalDate): FinancialYear {
  const present = financialYearOf(today);
  if (startYear === undefined) return present;
  if (!Number.isInteger(startYear) || startYear < FIRST_YEAR || startYear > present.startYear) {
    const message = `Ask for a year from ${FIRST_YEAR} to ${present.startYear}`;
    throw invalid('year-out-of-range', message, [{ pointer: '/year', code: 'year-out-of-range', message }]);
  }
  return financialYearOf(localDate(`${startYear}-04-01`));
}
