/** What the address of the list asks for, in codes. One address is one list, so it can be kept, sent and gone back to. */
import type { HealthCheckQuestion } from '../../../../shared/application/health-checks/list-health-checks.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { invitationSteps } from '../../../../shared/domain/health-check/invitation.ts';
import {
  type HealthCheckOrder,
  type HealthCheckSort,
  healthCheckSorts,
  onlyCodes,
} from '../../../../shared/domain/health-check/list.ts';
import { listStatuses } from '../../../../shared/domain/health-check/summary.ts';
import { healthChecksCsvPath, healthChecksPath } from './addresses.ts';

const codes = { status: listStatuses, step: invitationSteps, only: onlyCodes } as const;
export type CodeFilter = keyof typeof codes;
export const codeFilters = Object.keys(codes) as readonly CodeFilter[];

export interface HealthCheckQuery {
  readonly chosen: { readonly [F in CodeFilter]: readonly (typeof codes)[F][number][] };
  /** Null for any. */
  readonly practice: string | null;
  /** Null for the first due first. */
  readonly sort: HealthCheckOrder | null;
  readonly cursor: string | null;
}

/** @throws `invalid` `filter-unknown`: a list that silently shows more than was asked is a hazard. */
export function readHealthCheckQuery(query: URLSearchParams): HealthCheckQuery {
  return {
    chosen: { status: severalOf(query, 'status'), step: severalOf(query, 'step'), only: severalOf(query, 'only') },
    practice: query.get('practice') || null,
    sort: sortOf(query.get('sort')),
    cursor: query.get('cursor') || null,
  };
}

export function healthChecksAddress(query: HealthCheckQuery): string {
  return `${healthChecksPath}${searchOf(query)}`;
}

export function healthChecksCsvAddress(query: HealthCheckQuery): string {
  return `${healthChecksCsvPath}${searchOf({ ...query, cursor: null })}`;
}

function searchOf(query: HealthCheckQuery): string {
  const search = new URLSearchParams();
  for (const name of codeFilters) for (const code of query.chosen[name]) search.append(name, code);
  if (query.practice !== null) search.set('practice', query.practice);
  if (query.sort !== null) search.set('sort', sortText(query.sort));
  if (query.cursor !== null) search.set('cursor', query.cursor);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export function sortText({ by, descending }: HealthCheckOrder): string {
  return descending ? `-${by}` : by;
}

/** The list from its beginning, with something changed. */
export function changedQuery(query: HealthCheckQuery, change: Partial<HealthCheckQuery>): HealthCheckQuery {
  return { ...query, cursor: null, ...change };
}

/** The list sorted by a column, and the other way round where it is already. */
export function sortedBy(query: HealthCheckQuery, by: HealthCheckSort): HealthCheckQuery {
  const now = query.sort ?? { by: 'due', descending: false };
  return changedQuery(query, { sort: { by, descending: now.by === by && !now.descending } });
}

export function isFiltered(query: HealthCheckQuery): boolean {
  return codeFilters.some((name) => query.chosen[name].length > 0) || query.practice !== null;
}

export function questionOf({
  chosen,
  practice,
  sort,
}: HealthCheckQuery): Pick<HealthCheckQuestion, 'filter' | 'order'> {
  return {
    filter: {
      statuses: chosen.status,
      steps: chosen.step,
      only: chosen.only,
      practices: practice === null ? [] : [practice],
    },
    order: sort ?? undefined,
  };
}

function sortOf(text: string | null): HealthCheckOrder | null {
  if (text === null || text === '') return null;
  const by = healthCheckSorts.find((column) => column === text.replace(/^-/, ''));
  if (by === undefined) throw unknownFilter();
  return { by, descending: text.startsWith('-') };
}

function severalOf<F extends CodeFilter>(query: URLSearchParams, name: F): readonly (typeof codes)[F][number][] {
  const known: readonly string[] = codes[name];
  const asked = [...new Set(query.getAll(name))].filter((code) => code !== '');
  if (asked.some((code) => !known.includes(code))) throw unknownFilter();
  return asked as readonly (typeof codes)[F][number][];
}

function unknownFilter() {
  return invalid(
    'filter-unknown',
    'This address asks for the list in a way that is not known. Start from the list again',
  );
}
