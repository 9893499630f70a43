import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOrder } from '../../../shared/application/family/place-order.ts';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { dateOfEpochDay } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { tiers } from '../../../shared/domain/policy/tier.ts';
import { filterRows } from '../../../shared/domain/queue/filter.ts';
import { compareRows, listOrderKey, type OrderRule } from '../../../shared/domain/queue/order.ts';
import type { QueueRow } from '../../../shared/domain/queue/queue-row.ts';
import { sortColumns, sortRows } from '../../../shared/domain/queue/sort.ts';
import { rowNamed } from '../../unit/queue/rows.ts';

// Few days, so that ties are common.
const day = fc.integer({ min: 20_000, max: 20_003 }).map(dateOfEpochDay);
const someOfBase64url = ['A', 'B', 'Y', 'Z', 'a', 'b', 'y', 'z', '0', '1', '9', '_', '-'];
const id = fc.string({ unit: fc.constantFrom(...someOfBase64url), minLength: 16, maxLength: 16 });
const row: fc.Arbitrary<QueueRow> = fc
  .record({
    id,
    tier: fc.constantFrom(...tiers),
    orderingDate: day,
    receivedAt: fc.oneof(day, fc.integer({ min: 20_000 * 86_400_000, max: 20_001 * 86_400_000 }).map(instantOf)),
    birthDate: day,
    familyName: fc.constantFrom('Zed', 'zed', 'Ångström', 'Angstrom', 'O’Brien', 'سلمى'),
    clockStart: fc.option(day),
    appointmentOn: fc.option(day),
    assignedTo: fc.option(fc.constantFrom('a', 'b')),
  })
  .map(({ id: referralId, tier, orderingDate, ...more }) => rowNamed(referralId, tier, orderingDate, more));
const rows = fc.uniqueArray(row, { selector: ({ referralId }) => referralId, maxLength: 40 });

/** What each rule says in words, said once more by hand. */
const byHand: Readonly<Record<OrderRule, (row: QueueRow) => string>> = {
  need: ({ tier }) => String(['urgent', 'soon', 'routine'].indexOf(tier)),
  'time-waited': ({ orderingDate }) => orderingDate,
  'came-first': ({ receivedAt }) => receivedAt,
  'by-chance': ({ referralId }) => referralId,
};
function compareBy(rule: OrderRule) {
  return (a: QueueRow, b: QueueRow) => bytes(byHand[rule](a), byHand[rule](b));
}

const idsOf = (list: readonly QueueRow[]) => list.map(({ referralId }) => referralId);
const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('the order of a queue', () => {
  it('is the order of its keys, byte by byte', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const byKey = [...list].sort((a, b) => bytes(listOrderKey(a), listOrderKey(b)));
        expect(idsOf(byKey)).toEqual(idsOf([...list].sort(compareRows)));
      }),
    );
  });

  it('is total: two rows are one only when they are the same referral, and it does not depend on where they began', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (list, keys) => {
        const shuffled = list.map((one, index) => ({ one, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
        expect(idsOf(shuffled.map(({ one }) => one).sort(compareRows))).toEqual(idsOf([...list].sort(compareRows)));
        for (const a of list)
          for (const b of list) {
            expect(compareRows(a, b) === 0).toBe(a.referralId === b.referralId);
            expect(Math.sign(compareRows(a, b)) + Math.sign(compareRows(b, a))).toBe(0);
          }
      }),
    );
  });

  it('is what families are told: the first rule that tells two apart put the one before the other', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const sorted = [...list].sort(compareRows);
        for (const [at, before] of sorted.entries()) {
          const after = sorted[at + 1];
          if (after === undefined) continue;
          const told = placeOrder(liverpool).rules;
          const deciding = told.find((name) => compareBy(name)(before, after) !== 0);
          expect(deciding).toBeDefined();
          expect(compareBy(deciding ?? 'need')(before, after)).toBeLessThan(0);
        }
      }),
    );
  });

  it('holds under any columns: every row once, equal rows by policy, filters keep it', () => {
    const by = fc.array(
      fc.record({
        column: fc.constantFrom(...sortColumns),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(rows, by, day, (list, columns, asAt) => {
        const sorted = sortRows(list, columns);
        expect(idsOf(sorted).sort()).toEqual(idsOf(list).sort());
        expect(idsOf(sortRows([...list].reverse(), columns))).toEqual(idsOf(sorted));
        const filter = { tiers: ['urgent' as const, 'soon' as const] };
        expect(idsOf(filterRows(sorted, filter, asAt))).toEqual(
          idsOf(sortRows(filterRows(list, filter, asAt), columns)),
        );
      }),
    );
  });
});
