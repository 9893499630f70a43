import type { ViewEntry } from '../../domain/audit/view.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { WrittenEntry } from './audit.ts';

/** From one instant up to, and not including, another. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Finding one's way through the audit: who looked, who wrote, whom it was about, and when. */
export interface AuditSearch {
  /** Everybody whose views are kept in a place, in the order of their ids, behind one of them. */
  viewers(place: string, after?: string): AsyncIterable<string>;
  /** Everybody who wrote in a place. */
  writers(place: string): AsyncIterable<string>;
  /** Everybody about whom something was written in a place, in the order of their ids, behind one of them. */
  peopleWrittenAbout(place: string, after?: string): AsyncIterable<string>;
  /** The views of a member of staff from a number on, in order. */
  viewsFrom(place: string, actor: string, seq: number): AsyncIterable<ViewEntry>;
  /** The views of a member of staff in a span, the newest first. */
  viewsByIn(place: string, actor: string, span: Span): AsyncIterable<ViewEntry>;
  /** The views in a span that showed a person: of the person alone, and of the lists given that named them. */
  viewsOfIn(place: string, personId: string, queues: readonly string[], span: Span): AsyncIterable<ViewEntry>;
  /** What a member of staff wrote in a span, in the order of time. */
  writtenByIn(place: string, actor: string, span: Span): AsyncIterable<WrittenEntry>;
  /** The copies that stand on the lists of those who wrote, where there are any, for the copies of a person's list. */
  copiesOfWriters(entries: readonly WrittenEntry[]): Promise<readonly WrittenEntry[]>;
  /** Those of the views that are not on every list by which they should be found. */
  unlisted(entries: readonly ViewEntry[]): Promise<readonly ViewEntry[]>;
  /** Those of the people of whom the audit does not know. */
  neverWrittenAbout(place: string, personIds: readonly string[]): Promise<readonly string[]>;
}
