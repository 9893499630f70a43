import * as z from 'zod';
import type { ReviewEntry, Reviews } from '../../application/ports/reviews.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { conflict, stale } from '../../domain/error.ts';
import { reviewReasons } from '../../domain/import/plan-row.ts';
import { type Review, reviewSchema } from '../../domain/import/review.ts';
import type { NumberSeal } from '../crypto/number-seal.ts';
import { reviewKey, reviewList } from './keys.ts';
import { openedNumber, sealedNumber, storedNumberSchema } from './sealed-number.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Reason, queue, family name, given name, birth date: what the list of reviews shows. */
export const packedReviewSchema = z.tuple([z.enum(reviewReasons), z.string(), z.string(), z.string(), localDateSchema]);

/** A review as stored: its place is in its key, its version is `v`. */
export const storedReviewSchema = reviewSchema.omit({ place: true, version: true, row: true }).extend({
  pk: z.string(),
  sk: z.literal('R'),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string(),
  ls: z.string(),
  row: packedReviewSchema,
  /** The row's facts: `row` is what the list shows. */
  facts: reviewSchema.shape.row.extend({
    person: reviewSchema.shape.row.shape.person.extend({ nhsNumber: storedNumberSchema }),
  }),
});
const reviewShape: ItemShape<z.output<typeof storedReviewSchema>> = {
  name: 'review',
  schema: 2,
  // Its number is not sealed; the decision seals it.
  upcasts: { 1: (item) => ({ ...item, schema: 2 }) },
  stored: storedReviewSchema,
};

const positionSchema = z.strictObject({ pk: z.string(), sk: z.string(), lp: z.string(), ls: z.string() });

/** Reviews in the records table: one item each, and a list of those that wait. */
export function reviewsInTable(records: TableAccess, seal: NumberSeal): Reviews {
  return {
    async get(place, reviewId) {
      const item = await records.get(reviewKey(place, reviewId));
      return item === undefined ? undefined : reviewOf(place, item, seal);
    },

    async many(place, reviewIds) {
      const keys = [...new Set(reviewIds)].map((id) => reviewKey(place, id));
      return (await records.many(keys)).map((item) => reviewOf(place, item, seal));
    },

    async waiting(place, limit, after) {
      const partition = reviewList(place, true);
      const question = { index: RECORD_INDEXES.list, partition, limit, ...(after === undefined ? {} : { after }) };
      const { items, end } = await records.page(question);
      const reviews = items.map(entryOf);
      return end === undefined ? { reviews } : { reviews, end: positionSchema.parse(end) };
    },

    count: (place) => records.count({ index: RECORD_INDEXES.list, partition: reviewList(place, true) }),

    async create(held) {
      if (!(await records.put(reviewItem(held, seal), 'absent')))
        throw conflict('already-there', 'There is such a review already');
    },

    async save(changed) {
      if (!(await records.put(reviewItem(changed, seal), { version: changed.version - 1 })))
        throw stale('changed-since', 'This review has been changed since you read it');
    },
  };
}

function reviewItem(review: Review, seal: NumberSeal) {
  const { place, version, row, ...rest } = review;
  const { familyName, givenName, birthDate, nhsNumber } = row.person;
  const key = reviewKey(place, review.id);
  return {
    ...key,
    ...rest,
    v: version,
    schema: reviewShape.schema,
    lp: reviewList(place, review.state === 'open'),
    ls: `${review.heldAt}#${review.id}`,
    row: [review.reason, row.queue, familyName, givenName, birthDate],
    facts: { ...row, person: { ...row.person, nhsNumber: sealedNumber(nhsNumber, key, seal) } },
  };
}

function reviewOf(place: string, item: RawItem, seal: NumberSeal): Review {
  const stored = readItem(reviewShape, item);
  const { pk: _pk, sk: _sk, v, schema: _schema, lp: _lp, ls: _ls, row: _shown, facts, ...rest } = stored;
  const nhsNumber = openedNumber(facts.person.nhsNumber, stored, seal);
  return { ...rest, place, version: v, row: { ...facts, person: { ...facts.person, nhsNumber } } };
}

const entrySchema = z.object({ ls: z.string(), row: packedReviewSchema });
const entryShape: ItemShape<z.output<typeof entrySchema>> = {
  name: 'entry of the reviews',
  schema: 1,
  upcasts: {},
  stored: entrySchema,
};

function entryOf(entry: RawItem): ReviewEntry {
  const { ls, row } = readItem(entryShape, { ...entry, schema: entryShape.schema });
  const [reason, queue, familyName, givenName, birthDate] = row;
  const [heldAt, id = ''] = ls.split('#');
  return { id, reason, queue, familyName, givenName, birthDate, heldAt: instantSchema.parse(heldAt) };
}
