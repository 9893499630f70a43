/** "Why is this number?": the arithmetic of a wait line by line, today or as at any day past. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { isLocalDate, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted, weeksAndDays } from '../../../../shared/domain/calendar/weeks.ts';
import { type Explanation, type ExplanationLine, explainWait } from '../../../../shared/domain/referral/explain.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { type TagProps, tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import { type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { answerTo, fieldsOf, type Question, type Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personBanner } from '../people/banner.ts';
import { referralPath, whyPath } from './addresses.ts';
import { type OpenRecord, openRecord } from './open-record.ts';
import { waitSentence } from './wait-words.ts';

const dayAsked: Question = {
  kind: 'date',
  name: 'asAt',
  label: 'Day',
  hint: 'Any day up to today, for example 31 3 2026',
  missing: 'Enter a day',
};

export const whyRoutes: readonly PageRoute[] = [
  actingPage('GET', whyPath({ personId: '{personId}', referralId: '{referralId}' }), 'referral.read', why),
];

/** A day is no fact of a person, so it may stand in the address, and a past figure can be returned to. */
async function why(visit: ActingVisit): Promise<PageAnswer> {
  const record = await openRecord(visit);
  const typed: Typed = Object.fromEntries(fieldsOf(dayAsked).map((field) => [field, visit.query.getAll(field)]));
  if (Object.values(typed).every((values) => values.length === 0))
    return page(whyContent(visit, record, visit.today, typed));
  const answer = answerTo(dayAsked, typed);
  if ('error' in answer) return refusedPage(whyContent(visit, record, visit.today, typed, answer.error));
  const { value } = answer;
  if (typeof value !== 'string' || !isLocalDate(value) || value > visit.today)
    return refusedPage(whyContent(visit, record, visit.today, typed, 'Day must be today or in the past'));
  return page(whyContent(visit, record, value, typed));
}

function whyContent(visit: ActingVisit, record: OpenRecord, asAt: LocalDate, typed: Typed, error?: string) {
  const { person, referral, queue, address } = record;
  const { policy } = visit;
  const { birthDate, flags } = person.details;
  const explanation = explainWait(referral, { policy, queue, birthDate, flags, asAt });
  const errors = error === undefined ? [] : [{ question: dayAsked.name, message: error }];
  const isToday = asAt === visit.today;
  return {
    title: 'Why is this number?',
    section: 'queues' as const,
    beforeContent: backLink({ href: referralPath(address), text: 'Back to the referral' }),
    content: html`${personBanner(person, visit.today, 'link')}${errorsView([dayAsked], errors)}<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${queue.name}</span> Why is this number?</h1><p>${isToday ? 'As at today' : 'As at'} <strong>${formatDate(asAt)}</strong>, worked out from everything that is known of that day now.</p>${insetText(
      html`<p class="app-wait"><strong>${explanation.wait === undefined ? 'No wait is counted' : waitSentence(explanation.wait, queue)}</strong></p>${explanation.family !== undefined && html`<p>Family’s whole wait: ${weeksAndDays(explanation.family.days)}, from the first receipt on ${formatDate(explanation.family.from)}.</p>`}`,
    )}${linesTable(explanation)}${familyLine(explanation)}<p class="app-secondary">Worked out with version ${explanation.policyVersion} of the policy of ${policy.place.name}. Standard: ${queue.standard.name}, ${queue.standard.source}.</p><form class="app-no-print" action="${whyPath(address)}" method="get" novalidate><h2 class="nhsuk-heading-m">The same for another day</h2>${questionsView([dayAsked], typed, errors)}${button({ text: 'Show that day', variant: 'secondary' })}</form>${!isToday && html`<p><a href="${whyPath(address)}">Back to today</a></p>`}`,
  };
}

const effects: Readonly<Record<Exclude<ExplanationLine['effect'], 'counted'>, TagProps>> = {
  started: { text: 'Clock starts', colour: 'blue' },
  'start-moved-earlier': { text: 'Start moves earlier', colour: 'blue' },
  restored: { text: 'Clock restored', colour: 'blue' },
  component: { text: 'Part of the stop', colour: 'aqua-green' },
  'stopped-seen': { text: 'Clock stops', colour: 'green' },
  'stopped-removed': { text: 'Clock stops', colour: 'grey' },
  nullified: { text: 'Clock nullified', colour: 'orange' },
  'no-effect': { text: 'No effect', colour: 'white' },
  'in-error': { text: 'In error', colour: 'white' },
  later: { text: 'Later', colour: 'white' },
};

function linesTable({ lines }: Explanation): Html {
  const columns: readonly Column<ExplanationLine>[] = [
    { heading: 'Day', cellClass: 'app-nowrap', cell: ({ on }) => formatDate(on) },
    {
      heading: 'What happened',
      cell: ({ text, effect }) =>
        html`${effect === 'in-error' || effect === 'later' ? html`<span class="app-secondary">${text}</span>` : text} ${effect !== 'counted' && tag(effects[effect])}`,
    },
    {
      heading: 'Days waited',
      isNumeric: true,
      cellClass: 'app-nowrap',
      cell: ({ days }) => (days === undefined ? '–' : counted(days, 'day')),
    },
    {
      heading: 'Rule and where it comes from',
      cell: ({ rule, source }) => html`${rule}<br><span class="app-secondary">${source}</span>`,
    },
  ];
  return table({
    caption: 'Line by line',
    captionSize: 'm',
    isResponsive: true,
    isCompact: true,
    columns,
    rows: lines,
  });
}

function familyLine({ family }: Explanation): Html | undefined {
  return (
    family &&
    html`<h2 class="nhsuk-heading-m">The family’s whole wait</h2><p>${family.text}.<br>${family.rule}.<br><span class="app-secondary">${family.source}</span></p>`
  );
}
