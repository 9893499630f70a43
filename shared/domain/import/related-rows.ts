/** Which rows of a file hang together: those must be worked in the file's order, and a dry run must be told of them. */
import type { ImportField } from './columns.ts';
import type { RawRow } from './row.ts';

/** What two rows of one file may have in common that lets one decide what the other does. */
const linking = ['referralId', 'nhsNumber', 'localId'] as const satisfies readonly ImportField[];

/** What ties a row to others, as text: equal for two cells that read as the same number or id. */
function linksOf(row: RawRow): readonly string[] {
  return linking.flatMap((field) => {
    const cell = row.cells[field]?.trim().replaceAll(/\s+/g, ' ') ?? '';
    if (cell === '') return [];
    return [`${field} ${field === 'nhsNumber' ? cell.replaceAll(/[ -]/g, '') : cell}`];
  });
}

/**
 * The rows in groups that have nothing in common, so that groups may be worked at the same time; each in the order given.
 * @param more what else ties a row to others.
 */
export function relatedGroups(
  rows: readonly RawRow[],
  more: (row: RawRow) => readonly string[] = () => [],
): readonly (readonly RawRow[])[] {
  const leaders = rows.map((_, at) => at);
  const leaderOf = (at: number): number => {
    const leader = leaders[at] ?? at;
    return leader === at ? at : leaderOf(leader);
  };
  const firstWith = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    for (const link of [...linksOf(row), ...more(row)]) {
      const first = firstWith.get(link);
      if (first === undefined) firstWith.set(link, at);
      else leaders[Math.max(leaderOf(at), leaderOf(first))] = Math.min(leaderOf(at), leaderOf(first));
    }
  }
  return [...Map.groupBy(rows.entries(), ([at]) => leaderOf(at)).values()].map((group) => group.map(([, row]) => row));
}

/**
 * The rows before a batch that share a referral id, an NHS number or a local id with a row of it, or with a row that does,
 * and so on; in the order of the file.
 * @param batch rows that stand together in `rows`.
 */
export function relatedEarlier(rows: readonly RawRow[], batch: readonly RawRow[]): readonly RawRow[] {
  const [first] = batch;
  if (first === undefined) return [];
  const from = rows.indexOf(first);
  const members = new Set(batch);
  const related = relatedGroups(rows.slice(0, from + batch.length)).filter((group) =>
    group.some((row) => members.has(row)),
  );
  const earlier = new Set(related.flat().filter((row) => !members.has(row)));
  return rows.slice(0, from).filter((row) => earlier.has(row));
}
