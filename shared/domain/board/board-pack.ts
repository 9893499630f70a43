/**
 * A board pack while it is written: commentary by section, and the history of who wrote, signed and took up again. What was signed is a copy
 * of its own (pack-document.ts), which this names by its hash.
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { conflict } from '../error.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { boardText } from './board-text.ts';
import { periodSchema } from './period.ts';
import { MOST_EVENTS, paperEventShape, writerSchema } from './writer.ts';

/** The parts that somebody may comment on: each waiting list is one. */
export const sectionSchema = z
  .string()
  .regex(/^(summary|equity|duties|priorities|risks|queue-[A-Z][A-Z0-9-]{1,19})$/, 'There is no such section');

/** Empty takes the commentary away. */
export const commentarySchema = z.union([z.literal(''), boardText('The commentary', 4000)]);

/** SHA-256 in base64url. */
export const copyHashSchema = z.string().length(43);

export const packEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['begun', 'commented', 'signed', 'reopened']),
  /** Which section; null where it is about the whole. */
  section: sectionSchema.nullable(),
  /** Why it was taken up again; empty for others. */
  reason: z.string().max(1000),
  /** Of a signature: the day on which it was agreed, and the copy that was signed. */
  agreedOn: localDateSchema.nullable(),
  copy: copyHashSchema.nullable(),
});
export type PackEvent = Readonly<z.output<typeof packEventSchema>>;

export const commentSchema = z.strictObject({
  text: z.string().max(4000),
  by: writerSchema,
  at: instantSchema,
  /** The version of the pack that it was written as: who comments on one section is not in the way of another's. */
  version: z.int().min(1),
});

export const boardPackSchema = z.strictObject({
  place: placeIdSchema,
  period: periodSchema,
  version: z.int().min(1),
  comments: z.record(sectionSchema, commentSchema),
  events: z.array(packEventSchema).min(1).max(MOST_EVENTS),
});
export type BoardPack = Readonly<z.output<typeof boardPackSchema>>;

type Recorded = Pick<PackEvent, 'id' | 'at' | 'by' | 'requestHash'>;
const whole = { section: null, reason: '', agreedOn: null, copy: null } as const;

export function begunPack({ place, period }: Pick<BoardPack, 'place' | 'period'>, recorded: Recorded): BoardPack {
  return { place, period, version: 1, comments: {}, events: [{ ...recorded, ...whole, kind: 'begun' }] };
}

/** @throws `conflict` `pack-signed`, `history-full`. */
export function commentedPack(
  pack: BoardPack,
  { section, text }: { readonly section: string; readonly text: string },
  recorded: Recorded,
): BoardPack {
  isDraft(pack);
  const version = pack.version + 1;
  const { [section]: _before, ...others } = pack.comments;
  const { at, by } = recorded;
  return {
    ...recordedAs(pack, { ...recorded, ...whole, kind: 'commented', section }),
    comments: text === '' ? others : { ...others, [section]: { text, by, at, version } },
  };
}

/** @throws `conflict` `pack-signed`, `history-full`. */
export function signedPack(
  pack: BoardPack,
  { agreedOn, copy }: { readonly agreedOn: PackEvent['agreedOn']; readonly copy: string },
  recorded: Recorded,
): BoardPack {
  isDraft(pack);
  return recordedAs(pack, { ...recorded, ...whole, kind: 'signed', agreedOn, copy });
}

/** Begins a further edition; what was signed stays. @throws `conflict` `pack-not-signed`, `history-full`. */
export function reopenedPack(pack: BoardPack, reason: string, recorded: Recorded): BoardPack {
  if (!isSigned(pack)) throw conflict('pack-not-signed', 'This pack is a draft: there is nothing to issue again');
  return recordedAs(pack, { ...recorded, ...whole, kind: 'reopened', reason });
}

function recordedAs(pack: BoardPack, event: PackEvent): BoardPack {
  if (pack.events.length >= MOST_EVENTS) throw conflict('history-full', 'This pack has been changed too often');
  return { ...pack, version: pack.version + 1, events: [...pack.events, event] };
}

function isDraft(pack: BoardPack): void {
  if (isSigned(pack)) throw conflict('pack-signed', 'This pack is signed. Issue it again before you change it');
}

export interface Edition {
  readonly edition: number;
  readonly signed: PackEvent;
  /** The hash of its copy. */
  readonly copy: string;
}

/** What was signed, the first edition first. */
export function editionsOf({ events }: Pick<BoardPack, 'events'>): readonly Edition[] {
  return events
    .flatMap((signed) => (signed.copy === null ? [] : [{ signed, copy: signed.copy }]))
    .map((each, at) => ({ edition: at + 1, ...each }));
}

/** Whether the last edition stands: nobody has taken the pack up again since. */
export function isSigned({ events }: Pick<BoardPack, 'events'>): boolean {
  return events.findLast(({ kind }) => kind === 'signed' || kind === 'reopened')?.kind === 'signed';
}

/** Why the edition that is being written replaces the one before; null for the first. */
export function reissueOf({ events }: Pick<BoardPack, 'events'>): PackEvent | null {
  return events.findLast(({ kind }) => kind === 'reopened') ?? null;
}
