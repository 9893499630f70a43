/** Where a value is drawn: a straight line from what is counted to what is seen. */
export interface Scale {
  readonly at: (value: number) => number;
  /** Round values to write beside the axis, from least to most. */
  readonly ticks: readonly number[];
}

/** @param from what is counted, least and most. @param to where it is drawn. */
export function linearScale(
  [least, most]: readonly [number, number],
  [start, end]: readonly [number, number],
  wanted = 5,
): Scale {
  const span = most - least || 1;
  const step = roundStep(span / wanted);
  const ticks: number[] = [];
  for (let n = Math.ceil(least / step); n * step <= most + step / 1e6; n += 1)
    ticks.push(Number((n * step).toFixed(6)));
  return { at: (value) => start + ((value - least) / span) * (end - start), ticks };
}

/** The next of 1, 2, 5, 10, 20, … */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const found = [1, 2, 5].find((part) => part * power >= step);
  return (found ?? 10) * power;
}
