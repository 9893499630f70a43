/** What a place writes for families, as programs of staff see it. */
import * as z from 'zod';
import type { Writer } from '../../../shared/domain/board/writer.ts';
import { writerSchema } from '../../../shared/domain/board/writer.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  type Help,
  helpContentSchema,
  helpEventSchema,
  helpSchema,
  isReviewOverdue,
  latestContent,
} from '../../../shared/domain/community/help.ts';
import {
  type Notice,
  noticeContentSchema,
  noticeEventSchema,
  noticeSchema,
  type Reached,
} from '../../../shared/domain/community/notice.ts';
import { readingGrade } from '../../../shared/domain/language/reading-grade.ts';

/** A member of staff by name and role; ids stay inside. */
export const byWireSchema = writerSchema.omit({ id: true });

export const helpWireSchema = z.strictObject({
  id: helpSchema.shape.id,
  version: z.int(),
  draft: helpContentSchema.nullable(),
  editions: z.array(helpSchema.shape.editions.element.extend({ by: byWireSchema })),
  isShown: z.boolean(),
  reviewBy: helpSchema.shape.reviewBy,
  reviewOverdue: z.boolean(),
  readingGrade: z
    .number()
    .nullable()
    .meta({ description: 'Flesch-Kincaid grade of the text; above 8 it is hard to read. Null for a short text' }),
  history: z.array(helpEventSchema.pick({ kind: true, at: true, edition: true }).extend({ by: byWireSchema })),
});

export function helpWire(help: Help, today: LocalDate): z.output<typeof helpWireSchema> {
  const { id, version, draft, editions, isShown, reviewBy, events } = help;
  const { title, text } = latestContent(help);
  return {
    ...{ id, version, draft, isShown, reviewBy },
    editions: editions.map(({ by, ...edition }) => ({ ...edition, by: byWire(by) })),
    reviewOverdue: isReviewOverdue(help, today),
    readingGrade: readingGrade(`${title}\n${text}`) ?? null,
    history: events.map(({ kind, at, edition, by }) => ({ kind, at, edition, by: byWire(by) })),
  };
}

const countSchema = z
  .int()
  .nullable()
  .meta({ description: 'Null below 5: a list of a few could be known by who is on it' });

export const noticeWireSchema = z.strictObject({
  id: noticeSchema.shape.id,
  version: z.int(),
  ...noticeContentSchema.shape,
  state: noticeSchema.shape.state,
  publishedOn: noticeSchema.shape.publishedOn,
  isSent: z.boolean(),
  reached: z
    .strictObject({ touched: countSchema, readable: countSchema, messaged: countSchema })
    .nullable()
    .meta({ description: 'Once families were told by message' }),
  history: z.array(noticeEventSchema.pick({ kind: true, at: true, reason: true }).extend({ by: byWireSchema })),
});

export function noticeWire(notice: Notice): z.output<typeof noticeWireSchema> {
  const { id, version, content, state, publishedOn, isSent, reached, events } = notice;
  return {
    ...{ id, version, state, publishedOn, isSent },
    ...content,
    reached: reached && reachedWire(reached),
    history: events.map(({ kind, at, reason, by }) => ({ kind, at, reason, by: byWire(by) })),
  };
}

function reachedWire({ touched, readable, messaged }: Reached) {
  const told = (count: number) => (count < 5 ? null : count);
  return { touched: told(touched), readable: told(readable), messaged: told(messaged) };
}

export function byWire({ name, role }: Writer): z.output<typeof byWireSchema> {
  return { name, role };
}
