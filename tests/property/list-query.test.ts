import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListQuery, listSearch, onlyCodes, readListQuery } from '../../functions/web/pages/queues/list-query.ts';
import { ageBands } from '../../shared/domain/bands/age-bands.ts';
import { communityBands } from '../../shared/domain/bands/waiting-bands.ts';
import { personFlags } from '../../shared/domain/person/person.ts';
import { tiers } from '../../shared/domain/policy/tier.ts';
import { sortColumns } from '../../shared/domain/queue/sort.ts';
import { referralStages } from '../../shared/domain/referral/state.ts';

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((value) => value.isWellFormed());

const queries: fc.Arbitrary<ListQuery> = fc.record({
  chosen: fc.record({
    only: some(onlyCodes),
    tier: some(tiers),
    age: some(ageBands.map(({ code }) => code)),
    stage: some(referralStages),
    wait: some(communityBands.map(({ code }) => code)),
    flag: some(personFlags),
  }),
  assigned: fc.option(text),
  sort: fc.option(
    fc.record({ column: fc.constantFrom(...sortColumns), direction: fc.constantFrom('ascending', 'descending') }),
  ),
  cursor: fc.option(text),
});

describe('the address of a list', () => {
  it('reads back as the query it was written from', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(readListQuery(new URLSearchParams(listSearch(query)))).toEqual(query);
      }),
    );
  });

  it('is one, however the boxes of the form were ticked', () => {
    fc.assert(
      fc.property(queries, fc.infiniteStream(fc.nat()), (query, numbers) => {
        const fields = [...new URLSearchParams(listSearch(query))];
        const shuffled = fields
          .map((field) => ({ field, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .flatMap(({ field }) => [field, field]);
        const read = readListQuery(new URLSearchParams(shuffled));
        expect(listSearch(read)).toBe(listSearch(query));
      }),
    );
  });

  it('reads any text at all, or refuses it as a filter that is not known', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        try {
          readListQuery(new URLSearchParams(any));
        } catch (problem) {
          expect(problem).toMatchObject({ kind: 'invalid', code: 'filter-unknown' });
        }
      }),
    );
  });
});
