/** A series whose limits were drawn anew at some points, each for a recorded reason: a change of service, never a bad month. */
import { type XmrChart, type XmrOptions, xmrChart } from './xmr.ts';

export interface Rebase {
  /** The place of the first point of the new limits, from 0. */
  readonly from: number;
  readonly reason: string;
}

export interface Segment {
  readonly from: number;
  /** Null for the limits that the series began with. */
  readonly reason: string | null;
  readonly chart: XmrChart;
}

/** @throws RangeError for a rebase without a reason, out of order, or beyond the series. */
export function rebasedChart(
  values: readonly number[],
  rebases: readonly Rebase[],
  options: Omit<XmrOptions, 'baseline'>,
): readonly Segment[] {
  const starts: readonly { from: number; reason: string | null }[] = [{ from: 0, reason: null }, ...rebases];
  return starts.flatMap(({ from, reason }, at) => {
    const to = starts[at + 1]?.from ?? values.length;
    if (to < from || from > values.length || (at > 0 && from === starts[at - 1]?.from))
      throw new RangeError('Limits are drawn anew in order, inside the series');
    if (reason?.trim() === '') throw new RangeError('Limits are drawn anew only for a reason');
    const chart = xmrChart(values.slice(from, to), options);
    return chart === null ? [] : [{ from, reason, chart }];
  });
}
