/**
 * Help while waiting: one thing that a place tells families of, such as its SENDIASS. One stored item: what families read (the last
 * edition), what is being written (the draft), the editions before, and who did what when. Nothing in it is about a child.
 */
import * as z from 'zod';
import { boardText } from '../board/board-text.ts';
import { MOST_EVENTS, paperEventShape, writerSchema } from '../board/writer.ts';
import { instantSchema } from '../calendar/instant.ts';
import { addDays, type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { conflict, invalid } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { egressFault, urlFaultText } from '../message/public-address.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { audienceSchema, isFor } from './audience.ts';

/** In the order in which families read them. */
export const helpKinds = [
  'crisis',
  'sendiass',
  'local-offer',
  'parent-carer-forum',
  'addvanced-solutions',
  'school',
  'other',
] as const;
export type HelpKind = (typeof helpKinds)[number];

/** Editions that are kept to go back to; those before are told by the events alone, so that what families read stays small. */
export const KEPT_EDITIONS = 12;
/** The longest that something may go without anybody looking whether it is still right. */
export const LONGEST_REVIEW_DAYS = 366;

const linkSchema = z.strictObject({
  text: boardText('The name of the link', 80),
  url: z
    .string()
    .trim()
    .superRefine((url, context) => {
      const fault = egressFault(url, { loopback: false });
      if (fault !== undefined)
        context.addIssue({ code: 'custom', message: urlFaultText[fault], params: { code: 'link-url' } });
    }),
});

export const helpContentSchema = z.strictObject({
  kind: z.enum(helpKinds),
  title: boardText('The title', 100),
  text: boardText('The text', 2000),
  /** Said under the title: for parents, for 14 to 25, for those who wait for autism. */
  whoFor: boardText('Who it is for', 200),
  /** For whoever waits in these queues; none for everybody. */
  queues: audienceSchema,
  links: z.array(linkSchema).max(3),
  phone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d ]{1,18}(?:, option \d)?$/, 'Enter a phone number, like 0151 496 0100, or 111, option 2')
    .nullable(),
});
export type HelpContent = Readonly<z.output<typeof helpContentSchema>>;

const editionSchema = z.strictObject({
  number: z.int().min(1),
  content: helpContentSchema,
  at: instantSchema,
  by: writerSchema,
});
export type HelpEdition = Readonly<z.output<typeof editionSchema>>;

export const helpEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['written', 'published', 'reviewed', 'withdrawn', 'restored']),
  /** The edition that was published, or gone back to; null for the other kinds. */
  edition: z.int().min(1).nullable(),
});
export type HelpEvent = Readonly<z.output<typeof helpEventSchema>>;

export const helpSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  /** What is being written; null when nothing differs from the last edition. */
  draft: helpContentSchema.nullable(),
  /** The last is the one that families read, while it is shown. */
  editions: z.array(editionSchema).max(KEPT_EDITIONS),
  isShown: z.boolean(),
  /** The day by which somebody looks whether it is still right; null until it is published. */
  reviewBy: localDateSchema.nullable(),
  events: z.array(helpEventSchema).min(1).max(MOST_EVENTS),
});
export type Help = Readonly<z.output<typeof helpSchema>>;

/** What is done to help that is there. */
export type HelpWork =
  | { readonly kind: 'written'; readonly content: HelpContent }
  | { readonly kind: 'published' | 'reviewed'; readonly reviewBy: LocalDate }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'restored'; readonly edition: number };

type Recorded = Pick<HelpEvent, 'id' | 'at' | 'by' | 'requestHash'>;

export function newHelp({ id, place }: Pick<Help, 'id' | 'place'>, draft: HelpContent, recorded: Recorded): Help {
  const event: HelpEvent = { ...recorded, kind: 'written', edition: null };
  return { id, place, version: 1, draft, editions: [], isShown: false, reviewBy: null, events: [event] };
}

/** @throws `invalid` `review-day`; `conflict` `nothing-to-publish`, `not-shown`, `edition-unknown`, `history-full`. */
export function workedHelp(help: Help, work: HelpWork, recorded: Recorded, today: LocalDate): Help {
  if (help.events.length >= MOST_EVENTS) throw conflict('history-full', 'Write this anew: its history is full');
  const grown = (edition: number | null, change: Partial<Help>): Help => ({
    ...help,
    ...change,
    version: help.version + 1,
    events: [...help.events, { ...recorded, kind: work.kind, edition }],
  });
  switch (work.kind) {
    case 'written':
      return grown(null, { draft: work.content });
    case 'published': {
      reviewDay(work.reviewBy, today);
      const content = help.draft ?? (help.isShown ? undefined : lastEdition(help)?.content);
      if (content === undefined) throw conflict('nothing-to-publish', 'Families read this already');
      const number = (lastEdition(help)?.number ?? 0) + 1;
      const editions = [...help.editions, { number, content, at: recorded.at, by: recorded.by }].slice(-KEPT_EDITIONS);
      return grown(number, { draft: null, editions, isShown: true, reviewBy: work.reviewBy });
    }
    case 'reviewed':
      reviewDay(work.reviewBy, today);
      if (!help.isShown) throw conflict('not-shown', 'Families do not read this now');
      return grown(null, { reviewBy: work.reviewBy });
    case 'withdrawn':
      if (!help.isShown) throw conflict('not-shown', 'Families do not read this now');
      return grown(null, { isShown: false, reviewBy: null });
    case 'restored': {
      const edition = help.editions.find(({ number }) => number === work.edition);
      if (edition === undefined) throw conflict('edition-unknown', 'This edition is not kept any more');
      return grown(edition.number, { draft: edition.content });
    }
  }
}

/** What families read, or would read if it were shown. */
export function lastEdition({ editions }: Pick<Help, 'editions'>): HelpEdition | undefined {
  return editions.at(-1);
}

/** What a member of staff reads of it first: the draft, or else the last edition. */
export function latestContent({ draft, editions }: Pick<Help, 'draft' | 'editions'>): HelpContent {
  const content = draft ?? lastEdition({ editions })?.content;
  if (content === undefined) throw new TypeError('Help begins with a draft');
  return content;
}

/** Whether somebody should have looked whether it is still right: on the day itself there is still time. */
export function isReviewOverdue({ isShown, reviewBy }: Help, today: LocalDate): boolean {
  return isShown && reviewBy !== null && reviewBy < today;
}

/** What families read, in order. @param queues those that the reader waits in; undefined for whoever asks in general. */
export function shownHelp(all: readonly Help[], queues?: readonly string[]): readonly HelpContent[] {
  return inOrder(all)
    .filter(({ isShown }) => isShown)
    .flatMap((help) => lastEdition(help)?.content ?? [])
    .filter((content) => queues === undefined || isFor(content.queues, queues));
}

/** By kind, then by title. */
export function inOrder(all: readonly Help[]): readonly Help[] {
  const key = (help: Help) => {
    const { kind, title } = latestContent(help);
    return `${helpKinds.indexOf(kind)} ${title}`;
  };
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function reviewDay(on: LocalDate, today: LocalDate): void {
  if (on > today && on <= addDays(today, LONGEST_REVIEW_DAYS)) return;
  const message = 'The review date must be in the next 12 months';
  throw invalid('review-day', message, [{ pointer: '/reviewBy', code: 'review-day', message }]);
}
