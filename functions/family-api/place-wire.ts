/** What the families' API tells of a place: the same to everybody, and nothing of a record. */
import * as z from 'zod';
import type { PlaceOrder } from '../../shared/application/family/place-order.ts';
import type { EstimatesCameOut } from '../../shared/application/family/read-place.ts';
import type { Words } from '../../shared/application/family/words/words.ts';
import { localDateSchema } from '../../shared/domain/calendar/local-date.ts';
import { type HelpContent, helpContentSchema } from '../../shared/domain/community/help.ts';
import { tierSchema } from '../../shared/domain/policy/tier.ts';

export const orderSchema = z.strictObject({
  place: z.string(),
  rules: z
    .array(z.strictObject({ rule: z.enum(['need', 'time-waited', 'came-first', 'by-chance']), text: z.string() }))
    .meta({ description: 'The first that tells two children apart decides' }),
  needs: z
    .array(z.strictObject({ tier: tierSchema, aimDays: z.int() }))
    .meta({ description: 'In how many days after the referral the place aims to see each group' }),
  carriedWaits: z.array(z.enum(['looked-after', 'armed-forces'])),
  afterMissedWorkingDays: z.int(),
  reviewAfterMissed: z.int(),
  backWithinDays: z.int(),
  detailsWithinDays: z.int(),
  fairOffer: z.strictObject({ noticeDays: z.int(), choices: z.int() }),
});

export const cameOutSchema = z.strictObject({
  place: z.string(),
  queues: z.array(
    z.strictObject({
      queue: z.string(),
      of100: z
        .strictObject({ sooner: z.int(), within: z.int(), later: z.int() })
        .nullable()
        .meta({ description: 'Of a hundred families; null where there are too few to say' }),
      asAt: localDateSchema.nullable(),
    }),
  ),
});

export const placeHelpSchema = z.strictObject({ help: z.array(helpContentSchema) });

export function orderWire(words: Words, order: PlaceOrder): z.output<typeof orderSchema> {
  const { rules, needs, carriedWaits, fairOffer, ...figures } = order;
  return {
    ...figures,
    rules: rules.map((rule) => ({ rule, text: words.say(`order.rule.${rule}`) })),
    needs: needs.map((one) => ({ ...one })),
    carriedWaits: [...carriedWaits],
    fairOffer: { ...fairOffer },
  };
}

export function cameOutWire(place: string, queues: readonly EstimatesCameOut[]): z.output<typeof cameOutSchema> {
  return { place, queues: queues.map(({ of100, ...one }) => ({ ...one, of100: of100 && { ...of100 } })) };
}

export function placeHelpWire(help: readonly HelpContent[]): z.output<typeof placeHelpSchema> {
  return { help: help.map((one) => ({ ...one })) };
}
