import type { Figure } from '../../../domain/indicator/figure.ts';
import type { MonthFigures } from '../../../domain/indicator/month/month-figures.ts';
import { allMonths } from '../read-all.ts';
import { type Fact, factColumns } from './fact-columns.ts';
import type { FigureFileKind } from './figure-file.ts';

/** How queues went in a month. */
export const monthsFile: FigureFileKind = {
  code: 'months',
  title: 'Who came and who left in the month',
  about: 'For each queue: referrals received and decided, additions, removals by reason, who was seen and how soon.',
  restricted: false,
  monthly: true,
  columns: factColumns,
  async rows(deps, call, month) {
    const months = await allMonths(deps, call, month);
    return months.flatMap((each) => factsOf(each.month).map((cells) => ({ cells, stamp: each.month.stamp })));
  },
};

function factsOf(month: MonthFigures): readonly Fact[] {
  const fact = (indicator: string, what: string, figure: Figure, unit: string): Fact => [
    ...([month.queue, indicator, month.month, what, figure, unit] as const),
  ];
  return [
    fact('net-change', 'Opening', month.opening, 'count'),
    fact('net-change', 'Additions', month.additions, 'count'),
    fact('net-change', 'Removed', month.removed, 'count'),
    fact('net-change', 'Closing', month.closing, 'count'),
    ...month.removals.map(({ label, count }) => fact('removals', label, count, 'count')),
    fact('referrals', 'Received', month.received, 'count'),
    fact('referrals', 'Accepted', month.accepted, 'count'),
    fact('referrals', 'Not accepted', month.rejected, 'count'),
    fact('percent-seen-within-standard', 'Seen', month.percentSeenWithin, 'per cent'),
    fact('clearance-time', 'Weeks to clear', month.clearanceWeeks, 'weeks'),
    fact('percent-missed', 'Missed', month.percentMissed, 'per cent'),
    fact('first-to-follow-up', 'Follow-ups for each first contact', month.followUpsPerFirst, 'ratio'),
    fact('percent-triaged-in-time', 'Triaged in time', month.percentTriagedWithin, 'per cent'),
  ];
}
