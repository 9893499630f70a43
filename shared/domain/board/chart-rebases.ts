/**
 * Where the charts of a queue draw their limits anew: only for a recorded reason, a change of the service and never a bad month (domain.md
 * 2.4). What was undone stays in the history.
 */
import * as z from 'zod';
import { conflict, invalid } from '../error.ts';
import { monthSchema } from '../indicator/month/month-figures.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { queueCodeSchema } from '../policy/policy.ts';
import { boardText } from './board-text.ts';
import { MOST_EVENTS, paperEventShape } from './writer.ts';

/** The charts of a queue: share within the standard, number waiting, median wait. */
export const chartMeasures = ['within', 'open', 'median'] as const;
export type ChartMeasure = (typeof chartMeasures)[number];

export const rebaseSchema = z.strictObject({
  measure: z.enum(chartMeasures),
  /** The first month of the new limits. */
  from: monthSchema,
  reason: boardText('The reason', 1000),
});
export type RebaseAsked = z.output<typeof rebaseSchema>;

export const rebaseEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['rebased', 'undone']),
  ...rebaseSchema.shape,
});
export type RebaseEvent = Readonly<z.output<typeof rebaseEventSchema>>;

export const chartRebasesSchema = z.strictObject({
  place: placeIdSchema,
  queue: queueCodeSchema,
  /** 0 while nothing was ever drawn anew. */
  version: z.int().min(0),
  events: z.array(rebaseEventSchema).max(MOST_EVENTS),
});
export type ChartRebases = Readonly<z.output<typeof chartRebasesSchema>>;

export function noRebases(place: string, queue: string): ChartRebases {
  return { place, queue, version: 0, events: [] };
}

/** Those in force, the earliest first. */
export function rebasesOf({ events }: Pick<ChartRebases, 'events'>, measure: ChartMeasure): readonly RebaseEvent[] {
  const inForce = new Map<string, RebaseEvent>();
  for (const event of events) {
    if (event.measure !== measure) continue;
    if (event.kind === 'rebased') inForce.set(event.from, event);
    else inForce.delete(event.from);
  }
  return [...inForce.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The same of every chart. */
export function inForce(paper: Pick<ChartRebases, 'events'>): readonly RebaseEvent[] {
  return chartMeasures.flatMap((measure) => rebasesOf(paper, measure));
}

type Recorded = Pick<RebaseEvent, 'id' | 'at' | 'by' | 'requestHash'>;

/**
 * @param months those of the series, in order.
 * @throws `invalid` `month-not-in-series`, `first-month`; `conflict` `already-rebased`, `not-rebased`, `history-full`.
 */
export function withRebase(
  paper: ChartRebases,
  kind: RebaseEvent['kind'],
  asked: RebaseAsked,
  recorded: Recorded,
  months: readonly string[],
): ChartRebases {
  const isThere = rebasesOf(paper, asked.measure).some(({ from }) => from === asked.from);
  if (kind === 'rebased') {
    if (!months.includes(asked.from)) throw wrongMonth('month-not-in-series', 'Choose a month that has a figure');
    if (months[0] === asked.from)
      throw wrongMonth('first-month', 'The first month has limits already: choose a later one');
    if (isThere) throw conflict('already-rebased', 'The limits of this chart are drawn anew from this month already');
  } else if (!isThere) throw conflict('not-rebased', 'The limits of this chart are not drawn anew from this month');
  if (paper.events.length >= MOST_EVENTS) throw conflict('history-full', 'These charts have been drawn anew too often');
  return { ...paper, version: paper.version + 1, events: [...paper.events, { ...recorded, kind, ...asked }] };
}

function wrongMonth(code: string, message: string) {
  return invalid(code, message, [{ pointer: '/from', code, message }]);
}
