/** The twin of the repository of cases. */
import type { CaseKey, CaseList, Cases, KeptCase } from '../../shared/application/ports/cases.ts';
import type { CaseKind } from '../../shared/domain/case/case-kinds.ts';
import { conflict, stale } from '../../shared/domain/error.ts';

export interface CasesInMemory {
  readonly port: Cases;
  /** Everything of a person, as their record has it. */
  of(place: string, personId: string): readonly KeptCase[];
}

export function casesInMemory(): CasesInMemory {
  const kept = new Map<string, KeptCase>();
  const keyOf = (place: string, { personId, kind, caseId }: CaseKey) => JSON.stringify([place, personId, kind, caseId]);
  const keyIn = ({ record: { place, personId, kind, id } }: KeptCase) => keyOf(place, { personId, kind, caseId: id });
  const put = (one: KeptCase) => kept.set(keyIn(one), one);
  const inPlace = (place: string) => [...kept.values()].filter(({ record }) => record.place === place);
  const listed = (place: string, kind: CaseKind, list: CaseList) => {
    const order = ({ record: { id }, entry: { row } }: KeptCase) =>
      `${row.open ? (row.due?.on ?? '9999') : row.lastEventOn}#${id}`;
    const rows = inPlace(place)
      .filter(({ record, entry }) => record.kind === kind && entry.row.open === (list === 'open'))
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ entry }) => entry.row);
    return list === 'open' ? rows : rows.toReversed();
  };
  const atMost = <T>(rows: readonly T[], ceiling: number) => ({
    rows: rows.slice(0, ceiling),
    complete: rows.length <= ceiling,
  });
  return {
    of: (place, personId) =>
      inPlace(place)
        .filter(({ record }) => record.personId === personId)
        .sort((a, b) => (a.record.id < b.record.id ? -1 : 1)),
    port: {
      get: async (place, key) => kept.get(keyOf(place, key)),
      many: async (place, keys) => keys.flatMap((key) => kept.get(keyOf(place, key)) ?? []),
      whole: async (one) => one,
      archived: async () => [],
      async create(one) {
        if (kept.has(keyIn(one))) throw conflict('already-there', 'There is such a record already');
        put(one);
      },
      async save(one, decidedOn) {
        if (kept.get(keyIn(one))?.record.version !== decidedOn)
          throw stale('changed-since', 'It has been changed since you read it');
        put(one);
      },
      list: async (place, kind, list, ceiling) => atMost(listed(place, kind, list), ceiling),
      async *each(place, kind, list) {
        yield listed(place, kind, list).toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
      },
      async due(place, service, upTo, ceiling) {
        const due = inPlace(place)
          .flatMap(({ entry: { row } }) => (row.open && row.due !== null && row.service === service ? [row] : []))
          .filter((row) => row.due !== null && row.due.on <= upTo)
          .sort((a, b) => (`${a.due?.on}#${a.caseId}` < `${b.due?.on}#${b.caseId}` ? -1 : 1));
        return atMost(due, ceiling);
      },
    },
  };
}
