/** Raw counts of a period, as the yearly collection asks for them, with both rates side by side. */
import { countEhc, type EhcCounts } from '../../../../shared/application/ehc/count-ehc.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type LocalDate, localDate, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import type { Period } from '../../../../shared/domain/calendar/period.ts';
import { onTimeRates, type TimelinessCounts } from '../../../../shared/domain/ehc/on-time.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { teamName } from '../alerts/alert-words.ts';
import { caseListPath } from '../cases/addresses.ts';
import { figuresOfPeriod } from '../cases/figures-of-period.ts';
import { figuresPath } from './addresses.ts';

export const figuresPageRoutes: readonly PageRoute[] = [actingPage('GET', figuresPath, 'case.list', figuresPage)];

function figuresPage(visit: ActingVisit): Promise<PageAnswer> {
  return figuresOfPeriod(visit, {
    title: 'EHC figures of a period',
    path: figuresPath,
    back: { href: caseListPath('ehc-assessment'), text: 'Back to the list of assessments' },
    usualFirst: schoolYearStart(visit.today),
    figures: async (period) => countsView(visit, await countEhc(visit.deps, visit.call, period), period),
  });
}

/** The school year so far is shown first. */
function schoolYearStart(today: LocalDate): LocalDate {
  const { year } = partsOf(today);
  const september = localDate(`${year}-09-01`);
  return today < september ? localDate(`${year - 1}-09-01`) : september;
}

interface Line extends TimelinessCounts {
  readonly name: string;
}

function countsView({ policy }: ActingVisit, counts: EhcCounts, { from, to }: Period): Html {
  const { assessments, advice } = counts;
  const steps: readonly Line[] = [
    { name: 'Decisions within 6 weeks', ...assessments.decisions },
    { name: 'Notices that no plan is issued, within 16 weeks', ...assessments.noPlanNotices },
    { name: 'Plans within 20 weeks', ...assessments.plans },
  ];
  const services: readonly Line[] = [
    ...[...advice.services].map(([service, one]) => ({ name: teamName(policy, service), ...one })),
    { name: 'All services', ...advice.all },
    { name: 'Assessments with all advice in time', ...advice.together },
  ];
  return html`<h2 class="nhsuk-heading-m">${formatDate(from)} to ${formatDate(to)}</h2>${summaryList({
    rows: [
      { key: 'Requests received', value: assessments.requests },
      { key: 'Decided to assess', value: assessments.decidedToAssess },
      { key: 'Decided not to assess', value: assessments.decidedNotToAssess },
      { key: 'Under way on the last day', value: assessments.underWay },
      { key: 'Advice asked for', value: advice.all.asked },
      { key: 'Replies “not known”', value: advice.all.notKnown },
      { key: 'Existing advice accepted', value: advice.all.existingAccepted },
      { key: 'Advice no longer needed', value: advice.all.withdrawn },
    ],
  })}${timelinessTable('Steps of the authority taken in the period', steps)}${timelinessTable('Advice due in the period, as it stood on the last day', services)}<p class="app-secondary">Counted from the records just now, with version ${counts.policyVersion} of the policy. The second rate leaves out what was late under an exception; a waiting list, a holiday and absent staff are none.</p>`;
}

function timelinessTable(caption: string, rows: readonly Line[]): Html {
  const rate = (line: Line, which: 'withExceptions' | 'withoutExceptions') => {
    const value = onTimeRates(line)[which];
    return value === null ? 'None' : `${value.toFixed(1)}%`;
  };
  return table<Line>({
    caption,
    captionSize: 'm',
    isResponsive: true,
    rows,
    columns: [
      { heading: 'What', isRowHeader: true, cell: ({ name }) => name },
      { heading: 'In time', isNumeric: true, cell: ({ onTime }) => onTime },
      { heading: 'Late', isNumeric: true, cell: ({ late }) => late },
      { heading: 'Late, exception', isNumeric: true, cell: ({ lateException }) => lateException },
      { heading: 'In time, of all', isNumeric: true, cell: (line) => rate(line, 'withExceptions') },
      { heading: 'In time, without exceptions', isNumeric: true, cell: (line) => rate(line, 'withoutExceptions') },
    ],
  });
}
