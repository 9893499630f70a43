/** What the address of the alerts asks for, in codes. One address is one list, so it can be kept and gone back to. */
import type { AlertFilter } from '../../../../shared/application/alerts/list-alerts.ts';
import { alertStates } from '../../../../shared/domain/alert/alert.ts';
import { deadlineKinds } from '../../../../shared/domain/alert/deadline-kinds.ts';
import { alertSeverities } from '../../../../shared/domain/alert/severity.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { ownAddress } from '../own-address.ts';
import { alertsPath } from './addresses.ts';

const codes = { severity: alertSeverities, state: alertStates, kind: deadlineKinds } as const;
export type CodeFilter = keyof typeof codes;
export const codeFilters = Object.keys(codes) as readonly CodeFilter[];

export interface AlertQuery {
  readonly chosen: { readonly [F in CodeFilter]: readonly (typeof codes)[F][number][] };
  /** Null for any. */
  readonly queue: string | null;
  /** Null for all teams of whoever asks. */
  readonly team: string | null;
  readonly cursor: string | null;
}

/** @throws `invalid` `filter-unknown`: a list that silently shows more than was asked is a hazard. */
export function readAlertQuery(query: URLSearchParams): AlertQuery {
  return {
    chosen: {
      severity: severalOf(query, 'severity'),
      state: severalOf(query, 'state'),
      kind: severalOf(query, 'kind'),
    },
    queue: query.get('queue') || null,
    team: query.get('team') || null,
    cursor: query.get('cursor') || null,
  };
}

/** The list of alerts that somebody came from and goes back to, with its filters; the whole list for any other address. */
export function returnList(text: string | null | undefined): string {
  const asked = ownAddress(text, alertsPath);
  return asked.startsWith(`${alertsPath}?`) ? asked : alertsPath;
}

/** What the address of a list asks for. @throws as {@link readAlertQuery}. */
export function queryOfList(list: string): AlertQuery {
  return readAlertQuery(new URLSearchParams(list.slice(alertsPath.length)));
}

export function alertsAddress(query: AlertQuery): string {
  const search = new URLSearchParams();
  for (const name of codeFilters) for (const code of query.chosen[name]) search.append(name, code);
  for (const name of ['queue', 'team', 'cursor'] as const) if (query[name] !== null) search.set(name, query[name]);
  const text = search.toString();
  return text === '' ? alertsPath : `${alertsPath}?${text}`;
}

/** The list from its beginning, with something changed. */
export function changedQuery(query: AlertQuery, change: Partial<AlertQuery>): AlertQuery {
  return { ...query, cursor: null, ...change };
}

export function isFiltered(query: AlertQuery): boolean {
  return codeFilters.some((name) => query.chosen[name].length > 0) || query.queue !== null || query.team !== null;
}

export function filterOf({ chosen, queue }: AlertQuery): AlertFilter {
  return {
    severities: chosen.severity,
    states: chosen.state,
    kinds: chosen.kind,
    queues: queue === null ? [] : [queue],
  };
}

function severalOf<F extends CodeFilter>(query: URLSearchParams, name: F): readonly (typeof codes)[F][number][] {
  const known: readonly string[] = codes[name];
  const asked = [...new Set(query.getAll(name))].filter((code) => code !== '');
  if (asked.some((code) => !known.includes(code)))
    throw invalid(
      'filter-unknown',
      'This address asks for alerts in a way that is not known. Start from the list again',
    );
  return asked as readonly (typeof codes)[F][number][];
}
