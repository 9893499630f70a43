/** What a queue needs, and how it may go on, from its published months alone: no record is read. */
import { daysBetween, type LocalDate } from '../../domain/calendar/local-date.ts';
import {
  effectiveCapacity,
  type ForecastWeek,
  forecast,
  type WhatIf,
  type WhatItTakes,
  whatItTakes,
} from '../../domain/capacity/forecast.ts';
import { type ListPosition, positionOf } from '../../domain/capacity/position.ts';
import type { Figure, FigureView } from '../../domain/indicator/figure.ts';
import type { QueueFigures } from '../../domain/indicator/queue-figures.ts';
import type { Call } from '../call.ts';
import type { FigureDeps } from './figure-deps.ts';
import { readQueueFigures, readSeries } from './read-figures.ts';

/** What is asked; what is left out is as the last months were. Rates are a week. */
export interface CapacityQuestion {
  readonly demand?: number | undefined;
  readonly slots?: number | undefined;
  readonly missedPercent?: number | undefined;
  readonly queue?: number | undefined;
  readonly targetWeeks?: number | undefined;
  /** The day by which the target is to be kept. */
  readonly by: LocalDate;
}

export interface CapacityAnswer {
  readonly view: FigureView;
  readonly figures: QueueFigures;
  /** What was worked with; null where neither asked nor known. */
  readonly given: {
    readonly demand: number | null;
    readonly slots: number | null;
    readonly missedPercent: number;
    readonly queue: number | null;
    readonly targetWeeks: number;
  };
  /** Undefined where demand, capacity or the list is not known. */
  readonly outcome?: {
    readonly position: ListPosition;
    readonly forecast: readonly ForecastWeek[];
    readonly whatItTakes: WhatItTakes;
    readonly weeksLeft: number;
  };
}

/** Months that demand and capacity are taken from. */
const MONTHS = 6;
const WEEKS_A_MONTH = 365.25 / 12 / 7;
/** Weeks that are forecast. */
const AHEAD = [13, 26, 39, 52, 65, 78, 91, 104];

/** @throws `not-found` `figures-not-found`; `forbidden`. */
export async function readCapacity(
  deps: FigureDeps,
  call: Call,
  queue: string,
  asked: CapacityQuestion,
): Promise<CapacityAnswer> {
  const [{ view, figures }, series] = await Promise.all([
    readQueueFigures(deps, call, queue),
    readSeries(deps, call, queue, MONTHS),
  ]);
  const weekly = (of: (point: (typeof series.figures)[number]) => Figure) => meanOf(series.figures.map(of));
  const missedPercent = asked.missedPercent ?? 0;
  // What was removed was not missed: the appointments that it took are more.
  const removed = weekly(({ removed: all, seen }) => (typeof all === 'number' ? all : seen));
  const given = {
    demand: asked.demand ?? weekly(({ additions }) => additions),
    slots: asked.slots ?? (removed === null ? null : rounded(removed / (1 - missedPercent / 100))),
    missedPercent,
    queue: asked.queue ?? numberIn(figures.open),
    targetWeeks: asked.targetWeeks ?? Math.round(figures.standard.days / 7),
  };
  const { demand, slots, queue: people, targetWeeks } = given;
  if (demand === null || slots === null || people === null) return { view, figures, given };
  const whatIf: WhatIf = { queue: people, demand, slots, missedShare: missedPercent / 100 };
  const weeksLeft = Math.max(1, Math.ceil(daysBetween(figures.stamp.asAt, asked.by) / 7));
  const capacity = rounded(effectiveCapacity(whatIf));
  return {
    view,
    figures,
    given,
    outcome: {
      position: positionOf({
        demand,
        capacity,
        queue: people,
        targetWeeks,
        meanWaitWeeks: null,
        reliefWeeks: weeksLeft,
      }),
      forecast: forecast(whatIf, AHEAD),
      whatItTakes: whatItTakes(whatIf, targetWeeks, weeksLeft),
      weeksLeft,
    },
  };
}

/** A month's mean, a week; null where a month is hidden or there is none. */
function meanOf(months: readonly Figure[]): number | null {
  const known = months.flatMap((month) => numberIn(month) ?? []);
  if (known.length === 0 || known.length < months.length) return null;
  return rounded(known.reduce((sum, month) => sum + month, 0) / known.length / WEEKS_A_MONTH);
}

function numberIn(figure: Figure): number | null {
  return typeof figure === 'number' ? figure : null;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
