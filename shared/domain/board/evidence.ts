/** The promises of a place's strategy, each with the figures that prove it. */
import { catalogue } from '../indicator/catalogue/catalogue.ts';
import { prioritiesOf } from '../indicator/catalogue/priorities.ts';
import type { DutyFigure } from '../indicator/duty-figures.ts';
import type { Figure } from '../indicator/figure.ts';
import type { Evidence, PackContent, PackQueue } from './pack-document.ts';

type Told = Evidence['figures'][number];

/** What each indicator of waiting is of a list. Those that are not here are duties, told by their own figures. */
const ofQueue: Readonly<Record<string, { readonly unit: Told['unit']; readonly of: (queue: PackQueue) => Figure }>> = {
  'number-waiting': { unit: '', of: ({ open }) => open },
  'percent-within-standard': { unit: '%', of: ({ percentWithin }) => percentWithin },
  'median-wait': { unit: ' weeks', of: ({ medianWeeks }) => medianWeeks },
  'p92-wait': { unit: ' weeks', of: ({ p92Weeks }) => p92Weeks },
  'percent-seen-within-standard': { unit: '%', of: ({ months }) => months.at(-1)?.percentSeenWithin ?? null },
  'long-waiters': { unit: '', of: ({ over52Weeks }) => over52Weeks },
};
/** The same of 18 to 25 year olds, as far as they are told apart. */
const ofAdults: Readonly<Record<string, (group: NonNullable<PackQueue['adults']>) => Figure>> = {
  'number-waiting': ({ open }) => open,
  'percent-within-standard': ({ percentWithin }) => percentWithin,
  'median-wait': ({ medianWeeks }) => medianWeeks,
};

export function evidenceOf(
  place: string,
  queues: readonly PackQueue[],
  duties: readonly DutyFigure[],
): PackContent['priorities'] {
  return prioritiesOf(place).map(({ strategy, number, name, promises }) => ({
    ...{ strategy, number, name },
    promises: promises.map(({ promise, indicators, queues: only, group }) => {
      const those = queues.filter(({ queue }) => only === undefined || only.includes(queue));
      return { promise, evidence: indicators.map((code) => evidence(code, those, duties, group !== undefined)) };
    }),
  }));
}

function evidence(
  code: string,
  queues: readonly PackQueue[],
  duties: readonly DutyFigure[],
  withAdults: boolean,
): Evidence {
  const name = catalogue.find((indicator) => indicator.code === code)?.name ?? code;
  const reading = ofQueue[code];
  if (reading === undefined) {
    const told = duties.filter(({ indicator }) => indicator === code);
    const figures = told.map(({ label, percent }): Told => ({ of: label, figure: percent, unit: '%' }));
    return { indicator: code, name, figures };
  }
  const { of, unit } = reading;
  const adults = ofAdults[code];
  const figures = queues.flatMap((queue): readonly Told[] => [
    { of: queue.name, figure: of(queue), unit },
    ...(withAdults && adults !== undefined && queue.adults !== null
      ? [{ of: `${queue.name}, aged 18 to 25`, figure: adults(queue.adults), unit }]
      : []),
  ]);
  return { indicator: code, name, figures };
}
