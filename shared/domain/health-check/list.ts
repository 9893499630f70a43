/** The list of health check records of a place: filtered, and sorted so that equal rows keep one order. */
import { compareDates, type LocalDate } from '../calendar/local-date.ts';
import { type InvitationStep, invitationSteps } from './invitation.ts';
import { type HealthCheckRowFacts, type ListStatus, listStatuses, missedYearOn, rowFactsOf } from './summary.ts';

/** What a row of any case says; of health checks it is read here. */
export interface KeptRow {
  readonly personId: string;
  readonly caseId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
  readonly group: string | null;
  readonly due: { readonly on: LocalDate } | null;
  readonly more: readonly string[];
}

/** A row as at a day. */
export interface HealthCheckRow {
  readonly personId: string;
  readonly caseId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
  readonly practice: string;
  readonly status: ListStatus;
  readonly facts: HealthCheckRowFacts;
  /** The last financial year that was missed. */
  readonly missedYear: string | null;
  /** By when something is to be done; null when nothing is any more. */
  readonly due: LocalDate | null;
}

/** @param status of the row on that day. */
export function healthCheckRow(row: KeptRow, status: string, asAt: LocalDate): HealthCheckRow {
  const { personId, caseId, familyName, givenName, birthDate, group, due } = row;
  const facts = rowFactsOf(row);
  return {
    ...{ personId, caseId, familyName, givenName, birthDate, facts },
    practice: group ?? '',
    status: listStatuses.find((one) => one === status) ?? 'left',
    missedYear: missedYearOn(facts, asAt),
    due: due?.on ?? null,
  };
}

export const onlyCodes = ['plan-missing', 'year-missed'] as const;

/** What to keep rows by: all that are asked for; everything where a part is absent or empty. */
export interface HealthCheckFilter {
  readonly practices?: readonly string[] | undefined;
  readonly statuses?: readonly ListStatus[] | undefined;
  readonly steps?: readonly InvitationStep[] | undefined;
  readonly only?: readonly (typeof onlyCodes)[number][] | undefined;
}

export function filterHealthChecks(rows: readonly HealthCheckRow[], filter: HealthCheckFilter): HealthCheckRow[] {
  const { practices, statuses, steps, only = [] } = filter;
  const fits = <T>(wanted: readonly T[] | undefined, is: T): boolean =>
    wanted === undefined || wanted.length === 0 || wanted.includes(is);
  return rows.filter(
    (row) =>
      fits(practices, row.practice) &&
      fits(statuses, row.status) &&
      fits(steps, row.facts.step) &&
      (!only.includes('plan-missing') || (row.status === 'completed' && !row.facts.hasPlan)) &&
      (!only.includes('year-missed') || row.missedYear !== null),
  );
}

export const healthCheckSorts = ['due', 'name', 'age', 'practice', 'status', 'invitation'] as const;
export type HealthCheckSort = (typeof healthCheckSorts)[number];
export interface HealthCheckOrder {
  readonly by: HealthCheckSort;
  readonly descending: boolean;
}

type Compare = (a: HealthCheckRow, b: HealthCheckRow) => number;
const names = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
/** Overdue first: as they want attention. */
const attention: readonly ListStatus[] = [
  'overdue',
  'due-soon',
  'up-to-date',
  'completed',
  'declined',
  'not-eligible',
  'left',
];

const comparisons: Readonly<Record<HealthCheckSort, Compare>> = {
  due: (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  name: (a, b) => names.compare(a.familyName, b.familyName) || names.compare(a.givenName, b.givenName),
  age: (a, b) => compareDates(b.birthDate, a.birthDate),
  practice: (a, b) => names.compare(a.practice, b.practice),
  status: (a, b) => attention.indexOf(a.status) - attention.indexOf(b.status),
  invitation: (a, b) => invitationSteps.indexOf(a.facts.step) - invitationSteps.indexOf(b.facts.step),
};

export function sortHealthChecks(
  rows: readonly HealthCheckRow[],
  { by, descending }: HealthCheckOrder,
): HealthCheckRow[] {
  const chosen = comparisons[by];
  const direction = descending ? -1 : 1;
  return rows.toSorted(
    (a, b) =>
      direction * chosen(a, b) || comparisons.due(a, b) || comparisons.name(a, b) || (a.caseId < b.caseId ? -1 : 1),
  );
}
