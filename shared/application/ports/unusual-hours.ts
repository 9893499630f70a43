import type { UnusualHour } from '../../domain/audit/unusual.ts';
import type { Span } from './audit-search.ts';

/** Hours in which somebody looked at unusually much, as they were found at the end of each day. */
export interface UnusualHours {
  /** Keeps an hour. The same again changes nothing. */
  keep(place: string, hour: UnusualHour): Promise<void>;
  /** The hours of a place in a span, in the order of time. */
  in(place: string, span: Span): AsyncIterable<UnusualHour>;
}
