/** Raw counts of a period, as the yearly collection asks for them, with both rates side by side. */
import { countEhc, type EhcCounts } from '../../../../shared/application/ehc/count-ehc.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type LocalDate, localDate, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { onTimeRates, type TimelinessCounts } from '../../../../shared/domain/ehc/on-time.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { checkForm } from '../../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { fieldsOf, type Question, type Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { teamName } from '../alerts/alert-words.ts';
import { caseListPath } from '../cases/addresses.ts';
import { figuresPath } from './addresses.ts';
import { periodSchema } from './period.ts';

const questions: readonly Question[] = [
  { kind: 'date', name: 'from', label: 'First day' },
  { kind: 'date', name: 'to', label: 'Last day' },
];
const form: Form<{ readonly from: LocalDate; readonly to: LocalDate }> = { questions, schema: periodSchema };

export const figuresPageRoutes: readonly PageRoute[] = [actingPage('GET', figuresPath, 'case.list', figuresPage)];

async function figuresPage(visit: ActingVisit): Promise<PageAnswer> {
  const typed = typedIn(visit);
  const checked = checkForm(form, typed);
  if ('errors' in checked) return drawn(typed, errorsView(questions, checked.errors), undefined, 422);
  const counts = await countEhc(visit.deps, visit.call, checked.value);
  return drawn(typed, undefined, countsView(visit, counts, checked.value));

  function drawn(answers: Typed, errors: Html | undefined, figures: Html | undefined, status = 200): PageAnswer {
    const problems = 'errors' in checked ? checked.errors : [];
    return page(
      {
        title: 'EHC figures of a period',
        section: 'duties',
        isWide: true,
        hasErrors: problems.length > 0,
        beforeContent: backLink({ href: caseListPath('ehc-assessment'), text: 'Back to the list of assessments' }),
        content: html`${errors}${pageHeading('EHC figures of a period', visit.policy.place.name)}<form class="app-no-print" method="get" action="${figuresPath}" novalidate>${questionsView(questions, answers, problems)}${button({ text: 'Show the figures' })}</form>${figures}`,
      },
      status,
    );
  }
}

/** The days of the address, in fields; the school year so far where it names none. */
function typedIn({ query, today }: ActingVisit): Typed {
  const fields = questions.flatMap(fieldsOf);
  if (fields.some((field) => query.has(field)))
    return Object.fromEntries(fields.map((field) => [field, query.getAll(field)]));
  const { year } = partsOf(today);
  const september = localDate(`${year}-09-01`);
  const from = today < september ? localDate(`${year - 1}-09-01`) : september;
  return { ...typedDay('from', from), ...typedDay('to', today) };
}

function typedDay(name: string, day: LocalDate): Typed {
  const parts = partsOf(day);
  return {
    [`${name}-day`]: [`${parts.day}`],
    [`${name}-month`]: [`${parts.month}`],
    [`${name}-year`]: [`${parts.year}`],
  };
}

interface Line extends TimelinessCounts {
  readonly name: string;
}

function countsView(
  { policy }: ActingVisit,
  counts: EhcCounts,
  { from, to }: { from: LocalDate; to: LocalDate },
): Html {
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
