import * as z from 'zod';
import { spanOfDays } from '../../domain/audit/days.ts';
import type { ViewEntry, ViewMark } from '../../domain/audit/view.ts';
import { addDays, daysBetween, type LocalDate } from '../../domain/calendar/local-date.ts';
import { invalid } from '../../domain/error.ts';
import type { Deps } from '../deps.ts';
import type { WrittenEntry } from '../ports/audit.ts';
import type { Span } from '../ports/audit-search.ts';

/** Somebody saw or changed something: one line of what an audit officer is shown. */
export interface AuditLine {
  readonly did: 'saw' | 'changed';
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  /** What was done: the action of a view, the kind of an event. */
  readonly what: string;
  readonly queue: string | null;
  /** Who was shown, or whose record was changed. */
  readonly people: readonly string[];
  readonly marks: readonly ViewMark[];
  /** Number in its chain. */
  readonly seq: number;
  /** The record that was changed; null for a view. */
  readonly aggregateId: string | null;
}

export function lineOfView({ at, actor, role, action, queue, subjects, marks, seq }: ViewEntry): AuditLine {
  const people = subjects;
  return { did: 'saw', at, actor, role, what: action, queue, people, marks: marks ?? [], seq, aggregateId: null };
}

export function lineOfWriting({ recordedAt, actor, role, kind, personId, aggregateId, seq }: WrittenEntry): AuditLine {
  const common = { actor, role, what: kind, queue: null, people: [personId], marks: [], seq, aggregateId };
  return { did: 'changed', at: recordedAt, ...common };
}

/** The days that are asked about, both included; and how to go on from a page. */
export interface AuditQuestion {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly cursor?: string | undefined;
}

/** Days shown when nobody says which. */
export const USUAL_DAYS = 30;
/** The most days that are looked through at once. */
export const MOST_DAYS = 184;
/** Lines of a page. */
export const PAGE_LINES = 50;
/** The most lines that are gathered for one question; `complete` is false when there are more. */
export const MOST_LINES = 10_000;

/** The days that are meant: the last thirty, or those that were said. */
export interface AskedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly span: Span;
}

/** @throws `invalid` `date-order` or `too-many-days`. */
export function askedDays({ from, to }: AuditQuestion, today: LocalDate, usual = USUAL_DAYS): AskedDays {
  const last = to ?? today;
  const first = from ?? addDays(last, 1 - usual);
  const refuse = (code: string, message: string) => invalid(code, message, [{ pointer: '/from', code, message }]);
  if (first > last) throw refuse('date-order', 'The first day must not be after the last');
  if (daysBetween(first, last) >= MOST_DAYS) throw refuse('too-many-days', `Ask for ${MOST_DAYS} days or fewer`);
  return { from: first, to: last, span: spanOfDays(first, last) };
}

/** Lines gathered, up to the most: the newest first. */
export interface GatheredLines {
  readonly lines: readonly AuditLine[];
  readonly complete: boolean;
}

export async function gatherLines(...sources: readonly AsyncIterable<AuditLine>[]): Promise<GatheredLines> {
  const lines: AuditLine[] = [];
  for (const source of sources) {
    for await (const line of source) {
      if (lines.length === MOST_LINES) return { lines: newestFirst(lines), complete: false };
      lines.push(line);
    }
  }
  return { lines: newestFirst(lines), complete: true };
}

function newestFirst(lines: readonly AuditLine[]): readonly AuditLine[] {
  return lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

function keyOf({ at, actor, aggregateId, seq }: AuditLine): string {
  return `${at}#${actor}#${aggregateId ?? ''}#${String(seq).padStart(10, '0')}`;
}

/** A page of lines. */
export interface LinesPage {
  readonly lines: readonly AuditLine[];
  readonly total: number;
  readonly complete: boolean;
  /** Lines that come before these. */
  readonly before: number;
  readonly next?: string;
  readonly previous?: string;
}

const edgeSchema = z.strictObject({ at: z.int().min(0), key: z.string() });

/**
 * The page that a cursor leads to. Lines that came since stand before it and move nothing: it goes on behind the line it ended
 * with.
 */
export function pageOfLines(
  { cursors }: Pick<Deps, 'cursors'>,
  scope: string,
  { lines, complete }: GatheredLines,
  cursor: string | undefined,
): LinesPage {
  const edge = cursor === undefined ? undefined : edgeSchema.parse(cursors.open(scope, cursor));
  const start = edge === undefined ? 0 : startAt(lines, edge);
  const shown = lines.slice(start, start + PAGE_LINES);
  const leadingTo = (at: number): string | undefined => {
    const line = lines[at];
    return line && cursors.seal(scope, { at, key: keyOf(line) });
  };
  const next = leadingTo(start + PAGE_LINES);
  const previous = start > 0 ? leadingTo(Math.max(0, start - PAGE_LINES)) : undefined;
  return {
    lines: shown,
    total: lines.length,
    complete,
    before: start,
    ...(next === undefined ? {} : { next }),
    ...(previous === undefined ? {} : { previous }),
  };
}

function startAt(lines: readonly AuditLine[], { at, key }: z.output<typeof edgeSchema>): number {
  const found = lines.findIndex((line) => keyOf(line) === key);
  return found === -1 ? Math.min(at, lines.length) : found;
}
