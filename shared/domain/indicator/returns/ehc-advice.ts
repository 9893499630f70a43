/**
 * How timely advice for EHC assessments was, in the shape of the yearly SEN2 collection: by calendar year, so far, with and without
 * those late under an exception (domain.md 6); for each service, for everybody's advice, and for assessments as a whole.
 */
import { localDate } from '../../calendar/local-date.ts';
import { type AdviceCounts, adviceCounts, assessmentCounts, type CountedRow } from '../../ehc/counts.ts';
import { onTimeRates, type TimelinessCounts } from '../../ehc/on-time.ts';
import type { Month } from '../month/month-tally.ts';
import type { ReturnLine } from './return-figures.ts';

type Named = readonly [measure: string, label: string, figure: number | null, unit?: ReturnLine['unit']];

export function ehcAdviceLines(
  { advice, assessments }: { readonly advice: readonly CountedRow[]; readonly assessments: readonly CountedRow[] },
  month: Month,
): readonly ReturnLine[] {
  const year = month.code.slice(0, 4);
  const period = { from: localDate(`${year}-01-01`), to: month.to };
  const { services, all, together } = adviceCounts(advice, period);
  const { requests, decidedToAssess, decidedNotToAssess, decisions, plans, underWay } = assessmentCounts(
    assessments,
    period,
  );
  const told = (group: string, lines: readonly Named[]) =>
    lines.map(
      ([measure, label, figure, unit = 'count']): ReturnLine => ({
        ...{ measure, label, group, figure, unit },
        period: `${year} to date`,
      }),
    );
  return [
    ...[...services].flatMap(([service, counts]) => told(service, adviceLines(counts))),
    ...told('All services', adviceLines(all)),
    ...told('All advice of an assessment', timeliness(together)),
    ...told('Authority', [
      ['requests', 'Requests for an assessment', requests],
      ['decided-to-assess', 'Decisions to assess', decidedToAssess],
      ['decided-not-to-assess', 'Decisions not to assess', decidedNotToAssess],
      ['under-way', 'Assessments under way on the last day', underWay],
      ...timeliness(decisions, 'decisions-', 'Decisions'),
      ...timeliness(plans, 'plans-', 'Plans'),
    ]),
  ];
}

function adviceLines(counts: AdviceCounts): readonly Named[] {
  const { asked, due, notKnown, existingAccepted, withdrawn } = counts;
  return [
    ['asked', 'Requests for advice received', asked],
    ['due', 'Advice that was due', due],
    ...timeliness(counts),
    ['not-known', 'Replies that the child is not known', notKnown],
    ['existing-accepted', 'Existing advice accepted', existingAccepted],
    ['withdrawn', 'Requests withdrawn', withdrawn],
  ];
}

function timeliness(counts: TimelinessCounts, code = '', what = 'Advice'): readonly Named[] {
  const { withExceptions, withoutExceptions } = onTimeRates(counts);
  return [
    [`${code}on-time`, `${what} in time`, counts.onTime],
    [`${code}late`, `${what} late`, counts.late],
    [`${code}late-exception`, `${what} late under an exception`, counts.lateException],
    [`${code}percent-with-exceptions`, `${what} in time, of all`, withExceptions, 'per cent'],
    [
      `${code}percent-without-exceptions`,
      `${what} in time, without those late under an exception`,
      withoutExceptions,
      'per cent',
    ],
  ];
}
