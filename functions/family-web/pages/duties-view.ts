/** EHC timetable, health check and budget of a child, as cards and tables. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import type { FamilyBudget, FamilyEhc, FamilyHealthCheck } from '../../../shared/application/family/family-duties.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { inEnglish } from '../../../shared/http/family/told.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

export function dutiesView(words: Words, { ehc, healthCheck, budgets }: ChildView): Html {
  return html`${ehc.map((one) => ehcCard(words, one))}${healthCheck !== null && healthCheckCard(words, healthCheck)}${budgets.map((one) => budgetCard(words, one))}`;
}

const day = (words: Words, date: LocalDate | null) => (date === null ? words.say('duty.no-day') : words.date(date));

function ehcCard(words: Words, ehc: FamilyEhc): Html {
  const { stages, advice, lawAllows, rightsOf } = ehc;
  return card({
    heading: words.say('ehc.title'),
    headingLevel: 2,
    content: html`<p>${words.say(`ehc.now.${ehc.stage}`)}</p>${table({
      caption: words.say('ehc.steps'),
      captionSize: 's',
      isResponsive: true,
      rows: stages,
      columns: [
        { heading: words.say('ehc.step'), cell: ({ stage }) => words.say(`ehc.stage.${stage}`), isRowHeader: true },
        { heading: words.say('duty.by'), cell: ({ dueOn }) => day(words, dueOn) },
        { heading: words.say('duty.done-on'), cell: ({ doneOn }) => day(words, doneOn) },
        {
          heading: words.say('duty.now'),
          cell: ({ standing, moreTimeAllowed }) => {
            const now = words.say(`ehc.standing.${standing}`);
            return moreTimeAllowed ? words.say('ehc.more-time', { standing: now }) : now;
          },
        },
      ],
    })}${
      advice.length > 0 &&
      table({
        caption: words.say('ehc.advice-asked'),
        captionSize: 's',
        isResponsive: true,
        rows: advice,
        columns: [
          { heading: words.say('ehc.service'), cell: ({ name }) => inEnglish(words, name), isRowHeader: true },
          { heading: words.say('duty.by'), cell: ({ dueOn }) => day(words, dueOn) },
          { heading: words.say('duty.now'), cell: ({ standing }) => words.say(`ehc.advice.${standing}`) },
        ],
      })
    }${
      lawAllows.length > 0 &&
      html`<h3 class="nhsuk-heading-s">${words.say('ehc.can-do')}</h3><ul class="nhsuk-list nhsuk-list--bullet">${lawAllows.map(
        ({ step, until }) =>
          html`<li>${words.say(`ehc.law.${step}`)}${until !== null && ` ${words.say('ehc.until', { date: words.date(until) })}`}</li>`,
      )}</ul>`
    }${rightsOf === 'young-person' && html`<p>${words.say('ehc.young-person')}</p>`}`,
  });
}

function healthCheckCard(words: Words, { status, dueOn, lastOn, bookedFor, planOn }: FamilyHealthCheck): Html {
  const rows: SummaryRow[] = [
    { key: words.say('check.last'), value: lastOn === null ? words.say('check.none') : words.date(lastOn) },
    { key: words.say('check.next'), value: words.date(dueOn) },
  ];
  if (bookedFor !== null) rows.push({ key: words.say('check.booked'), value: words.date(bookedFor) });
  if (planOn !== null)
    rows.push({
      key: words.say('check.plan'),
      value: words.say('check.plan-agreed', { date: words.date(planOn) }),
    });
  return card({
    heading: words.say('check.title'),
    headingLevel: 2,
    content: html`<p>${words.say(`check.${status}`)}</p>${summaryList({ rows })}`,
  });
}

function budgetCard(words: Words, { stage, annualPence, reviewBy, accounts }: FamilyBudget): Html {
  const rows: SummaryRow[] = [];
  if (annualPence !== null) rows.push({ key: words.say('budget.year'), value: words.money(annualPence) });
  if (reviewBy !== null) rows.push({ key: words.say('budget.review'), value: words.date(reviewBy) });
  return card({
    heading: words.say('budget.title'),
    headingLevel: 2,
    content: html`<p>${words.say(`budget.${stage}`)}</p>${rows.length > 0 && summaryList({ rows })}${accounts.map((one) => account(words, one))}`,
  });
}

function account(
  words: Words,
  { type, from, openingPence, closingPence, lines }: FamilyBudget['accounts'][number],
): Html {
  return html`<h3 class="nhsuk-heading-s">${words.say(`budget.account.${type}`)}</h3><p>${words.say('budget.held', { date: words.date(from), opening: words.money(openingPence), closing: words.money(closingPence) })}</p>${
    lines.length > 0 &&
    table({
      caption: words.say('budget.months'),
      captionSize: 's',
      isResponsive: true,
      rows: lines,
      columns: [
        { heading: words.say('budget.day'), cell: ({ on }) => words.date(on), isRowHeader: true },
        { heading: words.say('budget.what'), cell: ({ what }) => words.say(`budget.movement.${what}`) },
        { heading: words.say('budget.amount'), cell: ({ effectPence }) => words.money(effectPence), isNumeric: true },
        { heading: words.say('budget.left'), cell: ({ balancePence }) => words.money(balancePence), isNumeric: true },
      ],
    })
  }`;
}
