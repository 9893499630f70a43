/** The figures of a queue as a strip: for the top of its list, and for the day that is asked about. */
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import type { QueueSummary } from '../../../../shared/domain/queue/summary.ts';
import type { Figure } from './figures-strip.ts';
import { percent } from './percent.ts';
import { waitFigure } from './wait-figure.ts';

type Waits = Pick<QueueSummary, 'open' | 'withinStandard' | 'breached' | 'longestDays' | 'medianDays' | 'p92Days'>;

/** How many wait, and how they stand against the standard. */
export function standingFigures(waits: Waits, queue: QueuePolicy): readonly Figure[] {
  const within = percent(waits.withinStandard, waits.open);
  return [
    { name: 'Waiting', value: String(waits.open) },
    {
      name: `Within ${queue.standard.name}`,
      value: within ?? 'Nobody waits',
      ...(within !== undefined && { note: `${waits.withinStandard} of ${waits.open}` }),
    },
    { name: `Over ${queue.standard.name}`, value: String(waits.breached) },
  ];
}

/** How long people have waited so far: the middle of the list, nine in ten, and the longest. Never a mean. */
export function waitFigures(waits: Waits): readonly Figure[] {
  if (waits.longestDays === null) return [];
  return [
    { name: 'Median wait', value: waitFigure(waits.medianDays), note: 'half wait less' },
    { name: '92nd percentile', value: waitFigure(waits.p92Days), note: '92 in 100 wait less' },
    { name: 'Longest wait', value: waitFigure(waits.longestDays), note: counted(waits.longestDays, 'day') },
  ];
}
