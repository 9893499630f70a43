/** What the repositories of imports and reviews promise: asked of the twins in memory and of the real engine alike. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberSeal } from '../../shared/adapters/crypto/number-seal.ts';
import { importsInTable } from '../../shared/adapters/dynamodb/imports.ts';
import { reviewsInTable } from '../../shared/adapters/dynamodb/reviews.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import type { Imports } from '../../shared/application/ports/imports.ts';
import type { Reviews } from '../../shared/application/ports/reviews.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { Import } from '../../shared/domain/import/import.ts';
import type { RowResult } from '../../shared/domain/import/report.ts';
import type { Review } from '../../shared/domain/import/review.ts';
import { type Engine, openEngine } from './engine.ts';
import { importsInMemory, reviewsInMemory } from './imports-in-memory.ts';
import { ids } from './samples.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const at = (minute: number) => parseInstant(`2026-11-01T09:${String(minute).padStart(2, '0')}:00.000Z`);
const by = { actor: ids.fresh(), role: 'data-manager' };
const newPlace = () =>
  `p${ids
    .fresh()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '0')}`;

function sampleImport(place: string, minute: number): Import {
  return {
    id: ids.fresh(),
    place,
    version: 1,
    system: 'RiO',
    asAt: localDate('2026-11-01'),
    rows: 3,
    state: 'running',
    startedAt: at(minute),
    by,
    requestHash: 'hash',
    completedAt: null,
    totals: null,
  };
}

function sampleResult(record: number, more: Partial<RowResult> = {}): RowResult {
  return {
    record,
    line: record + 1,
    outcome: 'created',
    code: null,
    column: null,
    flags: [],
    personId: ids.fresh(),
    referralId: ids.fresh(),
    reviewId: null,
    ...more,
  };
}

function sampleReview(place: string, minute: number): Review {
  const person: Review['row']['person'] = {
    nhsNumber: NHS_NUMBER,
    localId: 'LP1',
    givenName: 'Máire',
    familyName: 'Ó Sé',
    birthDate: localDate('2016-02-29'),
    postcode: null,
    ethnicCategory: 'Z',
    gpPractice: null,
    interpreterLanguage: null,
    reasonableAdjustments: [],
    ehcPlan: true,
    lookedAfter: null,
  };
  return {
    id: ids.fresh(),
    place,
    version: 1,
    state: 'open',
    reason: 'open-referral-in-queue',
    importId: ids.fresh(),
    system: 'RiO',
    record: 7,
    line: 9,
    contentHash: 'hash',
    personIds: [ids.fresh()],
    referral: null,
    row: {
      referralId: 'REF1',
      queue: 'SALT',
      receivedOn: localDate('2026-08-03'),
      source: 'gp',
      tier: 'soon',
      firstContact: { on: localDate('2026-09-01'), mechanism: 'video' },
      assessmentStartedOn: null,
      outcomeOn: null,
      discharge: null,
      notes: 'Line one\nline two',
      person,
    },
    heldAt: at(minute),
    decided: null,
  };
}

const NHS_NUMBER = '9990000018';

const makers: readonly [string, () => { imports: Imports; reviews: Reviews }][] = [
  ['the twins in memory', () => ({ imports: importsInMemory(), reviews: reviewsInMemory() })],
  [
    'the real engine',
    () => {
      const records = new TableAccess(engine.client, engine.recordsTable);
      return { imports: importsInTable(records), reviews: reviewsInTable(records, numberSeal('a key for tests')) };
    },
  ],
];

describe.each(makers)('%s', (_name, make) => {
  let imports: Imports;
  let reviews: Reviews;
  let place: string;
  beforeAll(() => {
    ({ imports, reviews } = make());
    place = newPlace();
  });

  it('keeps imports, changes them from the version that was read, and lists them newest first', async () => {
    const [older, newer] = [sampleImport(place, 1), sampleImport(place, 2)];
    await imports.create(newer);
    await imports.create(older);
    await expect(imports.create(older)).rejects.toMatchObject({ kind: 'conflict', code: 'already-there' });
    const totals = { created: 1, updated: 0, unchanged: 1, review: 0, absent: 2, possibleDuplicates: 0 };
    const complete: Import = {
      ...older,
      version: 2,
      state: 'complete',
      completedAt: at(3),
      totals: { ...totals, rejected: { 'date-order': 1 } },
    };
    await imports.save(complete);
    await expect(imports.save(complete)).rejects.toMatchObject({ kind: 'stale' });
    expect(await imports.get(place, older.id)).toEqual(complete);
    expect(await imports.latest(place, 10)).toEqual([newer, complete]);
    expect(await imports.latest(place, 1)).toEqual([newer]);
    expect(await imports.get(newPlace(), older.id)).toBeUndefined();
    expect(await imports.latest(newPlace(), 10)).toEqual([]);
  });

  it('keeps the first report of a batch, every code and flag of it, and gives batches in the order of the file', async () => {
    const { id } = sampleImport(place, 1);
    const results = [
      sampleResult(201),
      sampleResult(202, { outcome: 'rejected', code: 'date-order', column: 'Discharge Date', personId: null }),
      sampleResult(203, { outcome: 'review', code: 'does-not-fit', reviewId: ids.fresh(), referralId: null }),
      sampleResult(204, { outcome: 'updated', flags: ['no-nhs-number', 'value-cut'] }),
    ];
    const late = { first: 201, rowsHash: 'late', results };
    const early = { first: 1, rowsHash: 'early', results: [sampleResult(1, { outcome: 'unchanged' })] };
    expect(await imports.keepBatch(place, id, late)).toEqual(late);
    expect(await imports.keepBatch(place, id, early)).toEqual(early);
    expect(await imports.keepBatch(place, id, { ...late, rowsHash: 'other', results: [] })).toEqual(late);
    expect(await imports.batch(place, id, 201)).toEqual(late);
    expect(await imports.batch(place, id, 2)).toBeUndefined();
    expect(await imports.batches(place, id)).toEqual([early, late]);
  });

  it('keeps findings by kind and part, empty parts included, the same for good', async () => {
    const { id } = sampleImport(place, 1);
    const [one, other] = [
      { personId: ids.fresh(), referralId: ids.fresh() },
      { personId: ids.fresh(), referralId: ids.fresh() },
    ];
    await imports.keepFinding(place, id, 'kept', 201, [one, other]);
    await imports.keepFinding(place, id, 'kept', 1, []);
    await imports.keepFinding(place, id, 'kept', 1, [other]);
    await imports.keepFinding(place, id, 'absent', 0, [other]);
    expect(await imports.findings(place, id, 'kept')).toEqual(
      new Map([
        [1, []],
        [201, [one, other]],
      ]),
    );
    expect(await imports.findings(place, id, 'absent')).toEqual(new Map([[0, [other]]]));
    expect(await imports.findings(place, id, 'duplicates')).toEqual(new Map());
  });

  it('keeps reviews whole, and lists those that wait a page at a time, oldest first', async () => {
    const held = [sampleReview(place, 3), sampleReview(place, 1), sampleReview(place, 2)] as const;
    for (const review of held) await reviews.create(review);
    await expect(reviews.create(held[0])).rejects.toMatchObject({ kind: 'conflict' });
    expect(await reviews.get(place, held[0].id)).toEqual(held[0]);
    expect(await reviews.many(place, [held[1].id, ids.fresh(), held[1].id])).toEqual([held[1]]);
    expect(await reviews.count(place)).toBe(3);
    const first = await reviews.waiting(place, 2);
    expect(first.reviews.map(({ id }) => id)).toEqual([held[1].id, held[2].id]);
    const rest = await reviews.waiting(place, 2, first.end);
    expect(rest).toEqual({
      reviews: [
        {
          id: held[0].id,
          reason: 'open-referral-in-queue',
          queue: 'SALT',
          heldAt: held[0].heldAt,
          familyName: 'Ó Sé',
          givenName: 'Máire',
          birthDate: '2016-02-29',
        },
      ],
    });
    const decided = { eventId: ids.fresh(), at: at(9), by, decision: 'dismiss', reason: 'Entered twice' } as const;
    const dismissed: Review = { ...held[1], version: 2, state: 'dismissed', decided };
    await reviews.save(dismissed);
    await expect(reviews.save(dismissed)).rejects.toMatchObject({ kind: 'stale' });
    expect(await reviews.get(place, dismissed.id)).toEqual(dismissed);
    expect(await reviews.count(place)).toBe(2);
    expect(await reviews.count(newPlace())).toBe(0);
  });
});

it('no NHS number of a row that waits stands in the table as it is', async () => {
  const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.recordsTable }));
  expect(JSON.stringify(Items)).toContain('Ó Sé');
  expect(JSON.stringify(Items)).not.toContain(NHS_NUMBER);
});
