/** Reading published figures: as the asker may see them, of their own place. */

import type { Instant } from '../../domain/calendar/instant.ts';
import type { DutyFigures } from '../../domain/indicator/duty-figures.ts';
import type { FigureView } from '../../domain/indicator/figure.ts';
import type { SeriesPoint } from '../../domain/indicator/month/month-figures.ts';
import type { Overview } from '../../domain/indicator/overview.ts';
import type { QueueFigures } from '../../domain/indicator/queue-figures.ts';
import type { Call } from '../call.ts';
import type { FiguresQuestion, MonthOfQueue } from '../ports/published-figures.ts';
import type { FigureDeps } from './figure-deps.ts';
import { figuresNotFound, viewFor } from './figure-view.ts';

/** Figures, and in which view they are. */
export interface Seen<T> {
  readonly view: FigureView;
  readonly figures: T;
}

/** Most months of a series that are read at once. */
export const MOST_MONTHS = 60;

/** @throws `not-found` `figures-not-found` before the first census; `forbidden`. */
export async function readOverview({ figures }: FigureDeps, call: Call): Promise<Seen<Overview>> {
  const view = viewFor(call);
  return seen(view, await figures.overview(call.actor.place, view));
}

/** @throws `not-found` `figures-not-found`; `forbidden`. */
export async function readQueueFigures(
  { figures }: FigureDeps,
  call: Call,
  queue: string,
  question: FiguresQuestion = {},
): Promise<Seen<QueueFigures>> {
  const view = viewFor(call);
  return seen(view, await figures.queue(call.actor.place, queue, view, question));
}

/** @param month the last where absent. @throws `not-found` `figures-not-found`; `forbidden`. */
export async function readMonth(
  { figures }: FigureDeps,
  call: Call,
  queue: string,
  { month, knownAt }: { readonly month?: string; readonly knownAt?: Instant } = {},
): Promise<Seen<MonthOfQueue>> {
  const view = viewFor(call);
  return seen(view, await figures.month(call.actor.place, queue, view, month, knownAt));
}

/** The months of a queue in order; empty before the first. @throws `forbidden`. */
export async function readSeries(
  { figures }: FigureDeps,
  call: Call,
  queue: string,
  months: number = MOST_MONTHS,
): Promise<Seen<readonly SeriesPoint[]>> {
  const view = viewFor(call);
  return { view, figures: await figures.series(call.actor.place, queue, view, Math.min(months, MOST_MONTHS)) };
}

/** @throws `not-found` `figures-not-found`; `forbidden`. */
export async function readDuties({ figures }: FigureDeps, call: Call): Promise<Seen<DutyFigures>> {
  const view = viewFor(call);
  return seen(view, await figures.duties(call.actor.place, view));
}

function seen<T>(view: FigureView, figures: T | undefined): Seen<T> {
  if (figures === undefined) throw figuresNotFound();
  return { view, figures };
}
