/** EHC timetable, health check and budget of a child, as cards and tables. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import {
  accountWords,
  adviceWords,
  budgetWords,
  ehcStageWords,
  healthCheckWords,
  lawWords,
  movementWords,
  nowInEhc,
  standingWords,
} from '../../../shared/application/family/duty-words.ts';
import type { FamilyBudget, FamilyEhc, FamilyHealthCheck } from '../../../shared/application/family/family-duties.ts';
import { formatPence } from '../../../shared/domain/budget/pence.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

export function dutiesView({ ehc, healthCheck, budgets }: ChildView): Html {
  return html`${ehc.map(ehcCard)}${healthCheck !== null && healthCheckCard(healthCheck)}${budgets.map(budgetCard)}`;
}

const day = (date: LocalDate | null) => (date === null ? '–' : formatDate(date));

function ehcCard(ehc: FamilyEhc): Html {
  const { stages, advice, lawAllows, rightsOf } = ehc;
  return card({
    heading: 'Education, health and care plan',
    headingLevel: 2,
    content: html`<p>${nowInEhc[ehc.stage]}</p>${table({
      caption: 'What happens and when',
      captionSize: 's',
      isResponsive: true,
      rows: stages,
      columns: [
        { heading: 'Step', cell: ({ stage }) => ehcStageWords[stage], isRowHeader: true },
        { heading: 'By', cell: ({ dueOn }) => day(dueOn) },
        { heading: 'Done on', cell: ({ doneOn }) => day(doneOn) },
        {
          heading: 'Now',
          cell: ({ standing, moreTimeAllowed }) =>
            `${standingWords[standing]}${moreTimeAllowed ? '. The law allows more time here' : ''}`,
        },
      ],
    })}${
      advice.length > 0 &&
      table({
        caption: 'Advice that was asked for',
        captionSize: 's',
        isResponsive: true,
        rows: advice,
        columns: [
          { heading: 'Service', cell: ({ name }) => name, isRowHeader: true },
          { heading: 'By', cell: ({ dueOn }) => day(dueOn) },
          { heading: 'Now', cell: ({ standing }) => adviceWords[standing] },
        ],
      })
    }${
      lawAllows.length > 0 &&
      html`<h3 class="nhsuk-heading-s">What you can do</h3><ul class="nhsuk-list nhsuk-list--bullet">${lawAllows.map(
        ({ step, until }) =>
          html`<li>${lawWords[step]}${until !== null && ` You have until ${formatDate(until)}.`}</li>`,
      )}</ul>`
    }${rightsOf === 'young-person' && html`<p>The young person now makes these choices.</p>`}`,
  });
}

function healthCheckCard({ status, dueOn, lastOn, bookedFor, planOn }: FamilyHealthCheck): Html {
  const rows: SummaryRow[] = [
    { key: 'Last check', value: lastOn === null ? 'None yet' : formatDate(lastOn) },
    { key: 'Next check by', value: formatDate(dueOn) },
  ];
  if (bookedFor !== null) rows.push({ key: 'Booked for', value: formatDate(bookedFor) });
  if (planOn !== null)
    rows.push({
      key: 'Health action plan',
      value: `Agreed on ${formatDate(planOn)}. Your GP practice can give you a copy.`,
    });
  return card({
    heading: 'Yearly health check',
    headingLevel: 2,
    content: html`<p>${healthCheckWords[status]}</p>${summaryList({ rows })}`,
  });
}

function budgetCard({ stage, annualPence, reviewBy, accounts }: FamilyBudget): Html {
  const rows: SummaryRow[] = [];
  if (annualPence !== null) rows.push({ key: 'For a year', value: formatPence(annualPence) });
  if (reviewBy !== null) rows.push({ key: 'Looked at again by', value: formatDate(reviewBy) });
  return card({
    heading: 'Personal health budget',
    headingLevel: 2,
    content: html`<p>${budgetWords[stage]}</p>${rows.length > 0 && summaryList({ rows })}${accounts.map(account)}`,
  });
}

function account({ type, from, openingPence, closingPence, lines }: FamilyBudget['accounts'][number]): Html {
  return html`<h3 class="nhsuk-heading-s">${accountWords[type]}</h3><p>On ${formatDate(from)} it held ${formatPence(openingPence)}. It holds ${formatPence(closingPence)} now.</p>${
    lines.length > 0 &&
    table({
      caption: 'The last twelve months',
      captionSize: 's',
      isResponsive: true,
      rows: lines,
      columns: [
        { heading: 'Day', cell: ({ on }) => formatDate(on), isRowHeader: true },
        { heading: 'What', cell: ({ what }) => movementWords[what] },
        { heading: 'Amount', cell: ({ effectPence }) => formatPence(effectPence), isNumeric: true },
        { heading: 'Left', cell: ({ balancePence }) => formatPence(balancePence), isNumeric: true },
      ],
    })
  }`;
}
