/**
 * A ledger that another system keeps, brought in row by row. An entry is known by the system's own reference, whoever brings
 * it: brought in again it is there already, and nothing is recorded twice. A row that does not fit is told with why, and
 * leaves the others done. A dry run does all of it and keeps nothing.
 */
import * as z from 'zod';
import {
  type LedgerRow,
  type LedgerRowResult,
  ledgerRowSchema,
  MOST_LEDGER_ROWS,
} from '../../domain/budget/ledger-file/ledger-row.ts';
import { type ReadEntry, readLedgerRow } from '../../domain/budget/ledger-file/read-row.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import { authorise } from '../authorise.ts';
import type { Call } from '../call.ts';
import { caseNotFound } from '../case/case-subject.ts';
import type { Deps } from '../deps.ts';
import { reservedPersonId } from '../person/reserved-person-id.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { PersonNumber } from '../ports/person-numbers.ts';
import { recordView } from '../record-view.ts';
import { workedThrough } from '../watch/bounded.ts';
import { importEntriesOf, type LedgerEntryRow } from './import-entries.ts';

export const ledgerBatchSchema = z.strictObject({
  /** The system that keeps the ledger: its references are unique inside it. */
  system: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'A system is 2 to 40 lower-case letters, digits or hyphens'),
  rows: z.array(ledgerRowSchema).min(1).max(MOST_LEDGER_ROWS),
  dryRun: z.boolean().default(false),
});
export type LedgerBatch = Readonly<Omit<z.output<typeof ledgerBatchSchema>, 'rows'>> & {
  readonly rows: readonly LedgerRow[];
};

/** Budgets worked on at once. */
const LANES = 4;

type ImportingDeps = Pick<
  Deps,
  'people' | 'personNumbers' | 'cases' | 'caseTypes' | 'policies' | 'audit' | 'ids' | 'hash' | 'stage'
>;

/** What became of each row, in their order. @throws `forbidden`. */
export async function importLedger(
  deps: ImportingDeps,
  call: Call,
  batch: LedgerBatch,
): Promise<readonly LedgerRowResult[]> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, 'budget');
  authorise(call, 'case.record', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);

  const results = new Map<number, LedgerRowResult>();
  const entries = readRows(batch.rows, deps.stage, results);
  const byPerson = await groupedByPerson(deps, place, entries);
  const looked: string[] = [];
  await workedThrough(
    onePage([...byPerson]),
    LANES,
    () => true,
    async ([personId, rows]) => {
      const done = await importEntriesOf(
        deps,
        call,
        { policy, system: batch.system, dryRun: batch.dryRun },
        personId,
        rows,
      );
      for (const result of done.results) results.set(result.row, result);
      if (done.looked) looked.push(personId);
    },
  );
  await recordView(deps, call, 'case.record', looked);
  return batch.rows.map(({ row }) => results.get(row) ?? { row, outcome: 'rejected', errors: [] });
}

/** The rows that can be read; the others are told why. A reference that comes twice is wrong each time but the first. */
function readRows(
  rows: readonly LedgerRow[],
  stage: string,
  results: Map<number, LedgerRowResult>,
): readonly LedgerEntryRow[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, cells }) => {
    const read = readLedgerRow(cells, stage);
    if ('errors' in read) {
      results.set(row, { row, outcome: 'rejected', errors: read.errors });
      return [];
    }
    const { reference } = read.entry;
    if (seen.has(reference)) {
      const error = {
        column: 'Entry Reference',
        code: 'reference-repeated',
        message: 'This reference stands in the file before. Give each entry one of its own',
      };
      results.set(row, { row, outcome: 'rejected', errors: [error] });
      return [];
    }
    seen.add(reference);
    return [{ row, entry: read.entry }];
  });
}

/** Rows by the person that their number leads to. Whether that person still carries the number is looked at with the person. */
async function groupedByPerson(
  { personNumbers, ids }: ImportingDeps,
  place: string,
  rows: readonly LedgerEntryRow[],
): Promise<ReadonlyMap<string, readonly LedgerEntryRow[]>> {
  const claims = await personNumbers.findMany(
    place,
    rows.map(({ entry }) => numberOfEntry(entry)),
  );
  const grouped = new Map<string, LedgerEntryRow[]>();
  for (const [at, row] of rows.entries()) {
    const { kind, number } = numberOfEntry(row.entry);
    // Nobody has such an id where no pointer leads to one: the rows are then told that there is no such person.
    const personId =
      claims[at]?.personId ?? (kind === 'local-id' ? reservedPersonId(ids, place, number) : `none-${number}`);
    grouped.set(personId, [...(grouped.get(personId) ?? []), row]);
  }
  return grouped;
}

function numberOfEntry({ person }: ReadEntry): PersonNumber {
  return 'nhsNumber' in person
    ? { kind: 'nhs-number', number: person.nhsNumber }
    : { kind: 'local-id', number: person.localId };
}

async function* onePage<T>(page: readonly T[]): AsyncGenerator<readonly T[]> {
  yield page;
}
