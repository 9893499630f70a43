import * as z from 'zod';
import type { ReviewEntry, Reviews } from '../../application/ports/reviews.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { conflict, stale } from '../../domain/error.ts';
import { reviewReasons } from '../../domain/import/plan-row.ts';
import { type Review, reviewSchema } from '../../domain/import/review.ts';
import { reviewKey, reviewList } from './keys.ts';
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
  facts: reviewSchema.shape.row,
});
const reviewShape: ItemShape<z.output<typeof storedReviewSchema>> = {
  name: 'review',
  schema: 1,
  upcasts: {},
  stored: storedReviewSchema,
};

const positionSchema = z.strictObject({ pk: z.string(), sk: z.string(), lp: z.string(), ls: z.string() });

/** Reviews in the records table: one item each, and a list of those that wait. */
export function reviewsInTable(records: TableAccess): Reviews {
  return {
    async get(place, reviewId) {
      const item = await records.get(reviewKey(place, reviewId));
      return item === undefined ? undefined : reviewOf(place, item);
    },

    async many(place, reviewIds) {
      const keys = [...new Set(reviewIds)].map((id) => reviewKey(place, id));
      return (await records.many(keys)).map((item) => reviewOf(place, item));
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
      if (!(await records.put(reviewItem(held), 'absent')))
        throw conflict('already-there', 'There is such a review already');
    },

    async save(changed) {
      if (!(await records.put(reviewItem(changed), { version: changed.version - 1 })))
        throw stale('changed-since', 'This review has been changed since you read it');
    },
  };
}

function reviewItem(review: Review) {
  const { place, version, row, ...rest } = review;
  const { familyName, givenName, birthDate } = row.person;
  return {
    ...reviewKey(place, review.id),
    ...rest,
    v: version,
    schema: reviewShape.schema,
    lp: reviewList(place, review.state === 'open'),
    ls: `${review.heldAt}#${review.id}`,
    row: [review.reason, row.queue, familyName, givenName, birthDate],
    facts: row,
  };
}

function reviewOf(place: string, item: RawItem): Review {
  const stored = readItem(reviewShape, item);
  const { pk: _pk, sk: _sk, v, schema: _schema, lp: _lp, ls: _ls, row: _shown, facts, ...rest } = stored;
  return { ...rest, place, version: v, row: facts };
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
