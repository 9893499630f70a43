import type { Instant } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { DutyFigures } from '../../domain/indicator/duty-figures.ts';
import type { FigureView } from '../../domain/indicator/figure.ts';
import type { MonthFigures, SeriesPoint } from '../../domain/indicator/month/month-figures.ts';
import type { Overview } from '../../domain/indicator/overview.ts';
import type { PlaceFacts } from '../../domain/indicator/place-facts.ts';
import type { QueueFigures } from '../../domain/indicator/queue-figures.ts';
import type { ReturnCode, ReturnFigures } from '../../domain/indicator/returns/return-figures.ts';

/** Which figures of a queue are wanted: the latest, those of a day, and those of a day as they were known at an instant. */
export interface FiguresQuestion {
  readonly asAt?: LocalDate;
  readonly knownAt?: Instant;
}

/** A queue at the end of a month, and how it went in it. */
export interface MonthOfQueue {
  readonly figures: QueueFigures;
  readonly month: MonthFigures;
}

/**
 * Published figures, to read: what the pages and the API of commissioners see, and all that they can see. `released`
 * figures are as they may leave the service, at month ends; `full` ones are for whoever may see small numbers.
 */
export interface PublishedFigures {
  /** What pages need of the place's policy. Undefined until the first census. */
  facts(place: string): Promise<PlaceFacts | undefined>;
  /** The figures of every queue in one request. Undefined until there are any. */
  overview(place: string, view: FigureView): Promise<Overview | undefined>;
  /** A queue, by the hour in full, at a month's end as released. */
  queue(place: string, queue: string, view: FigureView, question?: FiguresQuestion): Promise<QueueFigures | undefined>;
  /** A month, in its last edition or the one known at an instant. @param month such as 2026-04; the last where absent. */
  month(
    place: string,
    queue: string,
    view: FigureView,
    month?: string,
    knownAt?: Instant,
  ): Promise<MonthOfQueue | undefined>;
  /** Months in order, each in its last edition, the latest `months` of them. */
  series(place: string, queue: string, view: FigureView, months: number): Promise<readonly SeriesPoint[]>;
  /** The duties of a place, the latest; or those of a day: the last counted as at it or before, or else the first after. */
  duties(place: string, view: FigureView, asAt?: LocalDate): Promise<DutyFigures | undefined>;
  /** What national collections ask of a queue or of the place, as last counted. @param month the last where absent. */
  returns(place: string, code: ReturnCode, of: string, month?: string): Promise<ReturnFigures | undefined>;
}
