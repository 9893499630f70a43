/**
 * A notice of a change in a service, from the place to the families it touches: written, published, withdrawn. Once published it is never
 * changed, so that families were told one thing; it ends by itself. It has no effect on any wait.
 */
import * as z from 'zod';
import { boardText } from '../board/board-text.ts';
import { MOST_EVENTS, paperEventShape } from '../board/writer.ts';
import { addDays, type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { conflict, invalid } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { audienceSchema, isFor } from './audience.ts';

/** Days after it was begun by which a notice has ended: what holds for longer is help while waiting. */
const LONGEST_NOTICE_DAYS = 183;

export const noticeContentSchema = z.strictObject({
  title: boardText('The title', 100),
  text: boardText('The text', 1500),
  /** For families who wait in these queues; none for every family. */
  queues: audienceSchema,
  /** The last day on which families see it. */
  until: localDateSchema,
});
export type NoticeContent = Readonly<z.output<typeof noticeContentSchema>>;

export const noticeStates = ['draft', 'published', 'withdrawn'] as const;

export const noticeEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['written', 'published', 'told', 'withdrawn']),
  /** Why it was withdrawn; empty for the other kinds. */
  reason: z.string().max(500),
});
export type NoticeEvent = Readonly<z.output<typeof noticeEventSchema>>;

/** Whom a notice touched and reached, when it was told. */
export const reachedSchema = z.strictObject({
  /** Children and young people who wait for what it is about. */
  touched: z.int().min(0),
  /** Those of them with somebody in the family who can read it on their pages. */
  readable: z.int().min(0),
  /** Adults and young people for whom a message was kept; each once, whatever the number of their children. */
  messaged: z.int().min(0),
});
export type Reached = Readonly<z.output<typeof reachedSchema>>;

export const noticeSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  /** The day on which it was begun: part of its key, so that families' pages read the present ones alone. */
  begunOn: localDateSchema,
  content: noticeContentSchema,
  state: z.enum(noticeStates),
  publishedOn: localDateSchema.nullable(),
  /** Whether each family is told by message that there is something to read. */
  isSent: z.boolean(),
  /** Null until it was told, and for one that is not sent. */
  reached: reachedSchema.nullable(),
  events: z.array(noticeEventSchema).min(1).max(MOST_EVENTS),
});
export type Notice = Readonly<z.output<typeof noticeSchema>>;

/** What is done to a notice that is there. */
export type NoticeWork =
  | { readonly kind: 'written'; readonly content: NoticeContent }
  | { readonly kind: 'published'; readonly isSent: boolean }
  | { readonly kind: 'told'; readonly reached: Reached }
  | { readonly kind: 'withdrawn'; readonly reason: string };

type Recorded = Pick<NoticeEvent, 'id' | 'at' | 'by' | 'requestHash'>;

/** @throws `invalid` `until-day`. */
export function newNotice(
  { id, place }: Pick<Notice, 'id' | 'place'>,
  content: NoticeContent,
  recorded: Recorded,
  today: LocalDate,
): Notice {
  untilDay(content, today, today);
  const event: NoticeEvent = { ...recorded, kind: 'written', reason: '' };
  const draft = { state: 'draft', publishedOn: null, isSent: false, reached: null } as const;
  return { id, place, version: 1, begunOn: today, content, ...draft, events: [event] };
}

/** @throws `invalid` `until-day`; `conflict` `notice-published`, `notice-withdrawn`, `not-published`, `history-full`. */
export function workedNotice(notice: Notice, work: NoticeWork, recorded: Recorded, today: LocalDate): Notice {
  const { state, begunOn } = notice;
  if (notice.events.length >= MOST_EVENTS) throw conflict('history-full', 'Write this anew: its history is full');
  if (state === 'withdrawn') throw conflict('notice-withdrawn', 'This notice has been withdrawn');
  const grown = (reason: string, change: Partial<Notice>): Notice => ({
    ...notice,
    ...change,
    version: notice.version + 1,
    events: [...notice.events, { ...recorded, kind: work.kind, reason }],
  });
  if (work.kind === 'withdrawn') {
    if (state === 'draft') throw conflict('not-published', 'No family has seen this notice');
    return grown(work.reason, { state: 'withdrawn' });
  }
  if (work.kind === 'told') {
    if (!isToBeTold(notice, today)) throw conflict('not-to-be-told', 'Nobody is to be told of this notice now');
    return grown('', { reached: work.reached });
  }
  if (state === 'published')
    throw conflict('notice-published', 'Families have read this notice. Withdraw it, and write another');
  if (work.kind === 'written') {
    untilDay(work.content, begunOn, today);
    return grown('', { content: work.content });
  }
  untilDay(notice.content, begunOn, today);
  return grown('', { state: 'published', publishedOn: today, isSent: work.isSent });
}

/** Whether families see it on a day. */
export function isPresent({ state, content }: Pick<Notice, 'state' | 'content'>, today: LocalDate): boolean {
  return state === 'published' && today <= content.until;
}

/** Whether families are still to be told of it by message. */
export function isToBeTold(notice: Notice, today: LocalDate): boolean {
  return isPresent(notice, today) && notice.isSent && notice.reached === null;
}

/** The day from which notices were begun that may be present on a day. */
export function noticesFrom(today: LocalDate): LocalDate {
  return addDays(today, -LONGEST_NOTICE_DAYS);
}

/** What somebody who waits in these queues sees on a day, the newest first. */
export function presentNotices(all: readonly Notice[], queues: readonly string[], today: LocalDate): readonly Notice[] {
  return all
    .filter((notice) => isPresent(notice, today) && isFor(notice.content.queues, queues))
    .toSorted((a, b) => ((a.publishedOn ?? '') > (b.publishedOn ?? '') ? -1 : 1));
}

function untilDay({ until }: NoticeContent, begunOn: LocalDate, today: LocalDate): void {
  if (until >= today && until <= addDays(begunOn, LONGEST_NOTICE_DAYS)) return;
  const message = 'The last day must be today or in the six months after the notice was begun';
  throw invalid('until-day', message, [{ pointer: '/until', code: 'until-day', message }]);
}
