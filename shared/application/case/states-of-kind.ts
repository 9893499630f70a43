/** Every case of a kind, and what each was on a day: for whoever counts. Rows copy what a type's rules ask of the person, so nobody is read. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { CaseFacts } from '../../domain/case/case.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import type { CaseType } from '../../domain/case/case-type.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Cases, KeptCase } from '../ports/cases.ts';
import { caseContext } from './case-entry.ts';
import { toldAsAt } from './told-as-at.ts';

/** What whoever counts reads of cases. */
export type CountingCases = Pick<Cases, 'each' | 'many' | 'whole'>;

/** Records read in one request. */
const AT_ONCE = 100;

/** The rows of a kind, each once however it moved while the lists were read. */
export async function everyRow(
  cases: Pick<Cases, 'each'>,
  place: string,
  kind: CaseType['kind'],
): Promise<readonly CaseRow[]> {
  const rows = new Map<string, CaseRow>();
  for (const list of ['open', 'closed'] as const) {
    for await (const page of cases.each(place, kind, list)) for (const row of page) rows.set(row.caseId, row);
  }
  return [...rows.values()];
}

/** Every record of a kind: a request a hundred. @param asAt the first day that they are to be folded as at. */
export async function everyRecord(
  cases: CountingCases,
  place: string,
  kind: CaseType['kind'],
  asAt: LocalDate,
): Promise<readonly KeptCase[]> {
  const rows = await everyRow(cases, place, kind);
  const found: KeptCase[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE)
    found.push(...(await toldAsAt(cases, await cases.many(place, rows.slice(start, start + AT_ONCE)), asAt)));
  return found;
}

/** Those records that stand on a day, folded to it. */
export function statesOn<S>(
  records: readonly KeptCase[],
  type: CaseType<CaseFacts, S>,
  policy: Policy,
  asAt: LocalDate,
): readonly { readonly row: CaseRow; readonly state: S }[] {
  return records.flatMap(({ record, entry: { row } }) => {
    const state = stateOfCase(type, record, caseContext({ types: new Map(), policy }, row, asAt));
    return state === undefined ? [] : [{ row, state }];
  });
}

/** Every record of a type that stands on a day, folded to it. */
export async function statesOfKind<S>(
  cases: CountingCases,
  type: CaseType<CaseFacts, S>,
  policy: Policy,
  asAt: LocalDate,
): Promise<readonly { readonly row: CaseRow; readonly state: S }[]> {
  return statesOn(await everyRecord(cases, policy.place.id, type.kind, asAt), type, policy, asAt);
}
