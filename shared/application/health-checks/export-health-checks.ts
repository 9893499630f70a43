/**
 * The list as a practice's file: a practice fills in what it did and sends it back, and importing it adds that. Columns
 * that are only told, such as the status, stand behind.
 */
import { caseListName } from '../../domain/audit/view.ts';
import type { HealthCheckRow } from '../../domain/health-check/list.ts';
import type { PracticeField } from '../../domain/health-check/practice-file/columns.ts';
import { practiceCells } from '../../domain/health-check/practice-file/write-practice-row.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext } from '../case/case-entry.ts';
import type { Deps } from '../deps.ts';
import { recordView } from '../record-view.ts';
import { foldedHealthCheck } from './health-check-case.ts';
import { chosenHealthChecks, type HealthCheckQuestion } from './list-health-checks.ts';

export interface ExportedHealthCheck {
  readonly cells: Readonly<Record<PracticeField, string>>;
  readonly row: HealthCheckRow;
}

/** @throws `forbidden`; `not-found` `case-not-found`. */
export async function exportHealthChecks(
  deps: Pick<Deps, 'cases' | 'caseTypes' | 'people' | 'policies' | 'audit'>,
  call: Call,
  question: Pick<HealthCheckQuestion, 'filter' | 'order'>,
): Promise<{ readonly records: readonly ExportedHealthCheck[]; readonly complete: boolean }> {
  const { place } = call.actor;
  const { rows, complete, policy } = await chosenHealthChecks(deps, call, 'case.export', question);
  const personIds = rows.map(({ personId }) => personId);
  const keys = rows.map(({ personId, caseId }) => ({ personId, caseId, kind: 'health-check' as const }));
  const [people, kept] = await Promise.all([deps.people.many(place, personIds), deps.cases.many(place, keys)]);
  await recordView(deps, call, 'case.export', personIds, caseListName('health-check'));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const keptOf = new Map(kept.map((one) => [one.record.id, one]));
  const records = rows.flatMap((row) => {
    const person = personOf.get(row.personId);
    const record = keptOf.get(row.caseId);
    // Nothing is ever removed, so a row without its person or record is a fault, and never a line that goes missing.
    if (person === undefined || record === undefined) throw new Error(`A row of ${row.caseId} leads nowhere`);
    const context = caseContext({ types: deps.caseTypes, policy }, person.details, todayOf(call));
    const { state, standing } = foldedHealthCheck(record, context);
    // Its opening was taken back a moment ago, and the index has yet to follow.
    if (state === undefined) return [];
    return [{ cells: practiceCells({ id: person.id, ...person.details }, state, standing), row }];
  });
  return { records, complete };
}
