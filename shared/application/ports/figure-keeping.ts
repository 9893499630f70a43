import type { PublishedEstimates } from '../../domain/estimate/published.ts';
import type { DutyFigures } from '../../domain/indicator/duty-figures.ts';
import type { FigureView } from '../../domain/indicator/figure.ts';
import type { SeriesPoint } from '../../domain/indicator/month/month-figures.ts';
import type { Overview } from '../../domain/indicator/overview.ts';
import type { PlaceFacts } from '../../domain/indicator/place-facts.ts';
import type { QueueFigures } from '../../domain/indicator/queue-figures.ts';
import type { ReturnFigures } from '../../domain/indicator/returns/return-figures.ts';
import type { MonthOfQueue } from './published-figures.ts';

/**
 * Figures, to keep. Each is kept once, under a key that follows from what it is of and when it was counted, and is never
 * changed: false says that it was there already, so a census taken twice, or by two at once, leaves one.
 */
export interface FigureKeeping {
  facts(facts: PlaceFacts): Promise<boolean>;
  overview(view: FigureView, overview: Overview): Promise<boolean>;
  /** A census in full; what is released is released by the month. */
  census(place: string, figures: QueueFigures): Promise<boolean>;
  month(place: string, view: FigureView, kept: MonthOfQueue): Promise<boolean>;
  point(place: string, view: FigureView, queue: string, point: SeriesPoint): Promise<boolean>;
  duties(view: FigureView, duties: DutyFigures): Promise<boolean>;
  /** What national collections ask. */
  returns(figures: ReturnFigures): Promise<boolean>;
  /** What families may be told of their waits. */
  estimates(place: string, estimates: PublishedEstimates): Promise<boolean>;
}
