import * as z from 'zod';
import type { KeptReferral, QueueEntry } from '../../application/ports/referrals.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { type Referral, referralSchema } from '../../domain/referral/referral.ts';
import { packAlerted, packedAlertedSchema, unpackAlerted } from './alerted-codec.ts';
import { queueListKey, queueListOf, referralKey, referralKeyOf, watchListKey, watchServiceOf } from './keys.ts';
import { packedRowSchema, packRow, unpackRow } from './row-codec.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';

/** A referral's item as stored. An event's number and the hash before it follow from where it stands, so they are not kept. */
export const storedReferralSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string(),
  ls: z.string(),
  row: packedRowSchema,
  /** Version of the person whose facts the row copies. */
  pv: z.int().min(1),
  /** How far its alerts have come; absent where none was raised. */
  al: packedAlertedSchema.optional(),
  /** Where and when the watch looks at it next; absent where nothing is left to watch. */
  wp: z.string().optional(),
  ws: localDateSchema.optional(),
  queue: referralSchema.shape.queue,
  origin: referralSchema.shape.origin,
  events: z.array(z.record(z.string(), z.unknown())).min(1),
});

/** What the first event of a referral carries as the hash before it. */
const CHAIN_START = '';

export const referralShape: ItemShape<KeptReferral> = {
  name: 'referral',
  schema: 1,
  upcasts: {},
  stored: storedReferralSchema.transform((item, context) => {
    const key = referralKeyOf(item);
    if (key === undefined) {
      context.addIssue({ code: 'custom', message: 'not the key of a referral', path: ['pk'] });
      return z.NEVER;
    }
    const { place, personId, referralId } = key;
    const { queue, origin, v: version } = item;
    const events = item.events.map((event, seq) => ({
      ...event,
      seq,
      previousHash: seq === 0 ? CHAIN_START : item.events[seq - 1]?.['hash'],
    }));
    const parsed = referralSchema.safeParse({ id: referralId, place, personId, queue, origin, version, events });
    if (!parsed.success) {
      for (const { path } of parsed.error.issues) context.addIssue({ code: 'custom', message: 'not readable', path });
      return z.NEVER;
    }
    const list = queueListOf(item.lp);
    if (list === undefined) {
      context.addIssue({ code: 'custom', message: 'not a list of a queue', path: ['lp'] });
      return z.NEVER;
    }
    const row = unpackRow(item.row, { personId, referralId, queue });
    const watch =
      item.wp === undefined || item.ws === undefined ? null : { service: watchServiceOf(item.wp), on: item.ws };
    const alerted = unpackAlerted(item.al ?? []);
    return { referral: parsed.data, entry: { list, order: item.ls, row, personVersion: item.pv, alerted, watch } };
  }),
};

/** A referral with its entry as an item. */
export function referralItem(referral: Referral, entry: QueueEntry) {
  const { place, personId, id, queue } = referral;
  return {
    ...referralKey(place, { personId, referralId: id }),
    v: referral.version,
    schema: referralShape.schema,
    lp: queueListKey(place, queue, entry.list),
    ls: entry.order,
    row: packRow(entry.row),
    pv: entry.personVersion,
    ...(entry.alerted.length === 0 ? {} : { al: packAlerted(entry.alerted) }),
    ...(entry.watch === null ? {} : { wp: watchListKey(place, entry.watch.service), ws: entry.watch.on }),
    queue,
    origin: referral.origin,
    events: referral.events.map(({ seq: _seq, previousHash: _previous, ...event }) => event),
  };
}

/** Reads a referral's item. @throws UnreadableItem */
export function keptReferralOf(item: RawItem): KeptReferral {
  return readItem(referralShape, item);
}
