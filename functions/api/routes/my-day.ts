import * as z from 'zod';
import { type DayItem, dayParts, myDay, partOf } from '../../../shared/application/my-day.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { caseKinds } from '../../../shared/domain/case/case-kinds.ts';
import { serviceSchema } from '../../../shared/domain/case/case-policy.ts';
import { waitingOns } from '../../../shared/domain/case/case-type.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { severalOf } from '../wire/queue.ts';

const kinds = ['referral', ...caseKinds] as const;

const itemSchema = z.strictObject({
  kind: z.enum(kinds),
  id: opaqueIdSchema.meta({ description: 'Of the referral or the case' }),
  personId: opaqueIdSchema,
  familyName: z.string(),
  givenName: z.string(),
  queue: z.string().nullable(),
  what: z.string().meta({ description: 'What is due: a duty of the referral, or of the case' }),
  due: localDateSchema,
  part: z.enum(dayParts),
  waitingOn: z.enum(waitingOns).nullable(),
});

const count = z.int().min(0);

export const myDayRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/my-day',
    id: 'readMyDay',
    tag: 'Duties',
    summary: 'Everything due, late or waited for of your services, the first due first',
    description:
      'Duties of referrals and of cases in one order. At most 200 are shown; `total` and `counts` are exact.',
    action: 'case.list',
    query: z.strictObject({
      part: severalOf(dayParts).optional(),
      kind: severalOf(kinds).optional(),
      service: serviceSchema.optional(),
      days: z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number)
        .optional()
        .meta({ description: 'Days ahead; 7 where absent' }),
    }),
    response: z.strictObject({
      asAt: localDateSchema,
      items: z.array(itemSchema),
      total: count,
      counts: z.strictObject({ late: count, today: count, ahead: count, waiting: count }),
      complete: z.boolean(),
    }),
    async handle({ query: { part, kind, service, days }, call }, deps) {
      const found = await myDay(deps, call, { parts: part, kinds: kind, service, days });
      const { day, items, total, counts, complete } = found;
      return { body: { asAt: day, items: items.map((item) => itemWire(item, day)), total, counts, complete } };
    },
  }),
];

function itemWire(item: DayItem, day: LocalDate): z.output<typeof itemSchema> {
  const { personId, familyName, givenName } = item.row;
  const common = { personId, familyName, givenName, due: item.on, part: partOf(item, day), waitingOn: item.waitingOn };
  return item.of === 'case'
    ? { ...common, kind: item.row.kind, id: item.row.caseId, queue: null, what: item.row.due?.what ?? '' }
    : { ...common, kind: 'referral', id: item.row.referralId, queue: item.row.queue, what: item.duty };
}
