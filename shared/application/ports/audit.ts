import type { View, ViewEntry } from '../../domain/audit/view.ts';

/** A written event as the audit keeps it: who, when, what kind and where in which chain; none of its text. */
export interface WrittenEntry {
  readonly place: string;
  readonly personId: string;
  /** Id of the aggregate: the person, or one of their referrals. */
  readonly aggregateId: string;
  readonly seq: number;
  readonly eventId: string;
  readonly kind: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly role: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Who saw and did what. Nothing here can be changed or taken away: every put is of something new. */
export interface AuditTrail {
  /** Adds a view to the chain of whoever looked, claiming the next number of it. Resolves once it is kept. */
  viewed(view: View): Promise<ViewEntry>;
  /** Puts an entry on the lists of whom it shows, where whoever claimed it died before it could. The same again changes nothing. */
  listed(entry: ViewEntry): Promise<void>;
  /** Copies a committed event. The same again changes nothing; another under its number is refused as an alteration. */
  written(entry: WrittenEntry): Promise<void>;
  /** The views of one member of staff in a place, in order. */
  viewsBy(place: string, actor: string): AsyncIterable<ViewEntry>;
  /** Every view that showed a person: views of the person alone, and views of the lists given that named them. */
  viewsOf(place: string, personId: string, queues: readonly string[]): AsyncIterable<ViewEntry>;
  /** What was written about a person, aggregate by aggregate, in order. */
  writtenAbout(place: string, personId: string): AsyncIterable<WrittenEntry>;
  /** What a member of staff wrote in a place, in the order of time. */
  writtenBy(place: string, actor: string): AsyncIterable<WrittenEntry>;
}
