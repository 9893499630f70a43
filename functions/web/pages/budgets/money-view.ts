/** What the money of a budget comes to, every line with how it follows from the others: nobody has to take a figure on trust. */
import { type BudgetType, isPaidOut } from '../../../../shared/domain/budget/budget-type.ts';
import {
  allocationPence,
  paidInYear,
  plannedPayments,
  pocket,
  pocketSurplus,
  pocketsOf,
  spendByCategory,
} from '../../../../shared/domain/budget/money.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import { planOf } from '../../../../shared/domain/budget/state.ts';
import { type FinancialYear, financialYearOf } from '../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import type { BudgetNow } from './forms/budget-form.ts';
import { typeWords } from './words.ts';

interface MoneyLine {
  readonly what: Content;
  readonly how: Content;
  readonly pence: number;
  readonly isTotal?: boolean;
}

export function moneyView(now: BudgetNow): Html | undefined {
  const held = pocketsOf(now.state);
  if (held.length === 0) return undefined;
  const year = financialYearOf(now.today);
  return html`<h2 class="nhsuk-heading-m">Money</h2>${held.map(({ type }) => pocketView(now, type, year))}${categoriesView(now, year)}${paymentsView(now, year)}`;
}

function pocketView(now: BudgetNow, type: BudgetType, year: FinancialYear): Html {
  const lines = isPaidOut(type) ? heldLines(now, type, year) : notionalLines(now, type, year);
  return table<MoneyLine>({
    caption: typeWords[type],
    captionSize: 's',
    isResponsive: true,
    isCompact: true,
    rows: lines,
    columns: [
      {
        heading: 'Line',
        isRowHeader: true,
        cell: ({ what, isTotal }) => (isTotal ? html`<strong>${what}</strong>` : what),
      },
      { heading: 'How it is worked out', cell: ({ how }) => html`<span class="app-secondary">${how}</span>` },
      {
        heading: 'Amount',
        isNumeric: true,
        cellClass: 'app-nowrap',
        cell: ({ pence, isTotal }) => (isTotal ? html`<strong>${formatPence(pence)}</strong>` : formatPence(pence)),
      },
    ],
  });
}

function heldLines({ state, context }: BudgetNow, type: BudgetType, year: FinancialYear): readonly MoneyLine[] {
  const held = pocket(state, type);
  const there = pocketSurplus(state, type, context.policy);
  const allowed = allocationPence(state, type, year);
  const paid = paidInYear(state, type, year);
  const reserve =
    state.stage === 'ended'
      ? 'None after the end'
      : `${context.policy.reserveWeeks} weeks of ${formatPence(there.weeklyPence)}`;
  return [
    { what: `Allowed for ${year.label}`, how: 'The plan’s amount, by its days in the year', pence: allowed },
    { what: `Left to pay in ${year.label}`, how: `Allowed, less ${formatPence(paid)} paid`, pence: allowed - paid },
    { what: 'Paid in', how: 'All payments that stand', pence: held.paidPence },
    {
      what: 'Spent',
      how:
        held.outsidePlanPence > 0
          ? `${formatPence(held.outsidePlanPence)} of it outside the plan`
          : 'All within the plan',
      pence: held.spentPence,
    },
    { what: 'Given back', how: 'Unspent money that came back', pence: held.returnedPence },
    { what: 'Balance', how: 'Paid in, less spent, less given back', pence: held.balancePence, isTotal: true },
    { what: 'Promised', how: 'Invoices and wages that are due', pence: held.committedPence },
    { what: 'Reserve', how: reserve, pence: there.reservePence },
    {
      what: 'Surplus',
      how: 'Balance, less promised and reserve, less what a notice asks for already; never below nothing',
      pence: there.surplusPence,
      isTotal: true,
    },
  ];
}

function notionalLines({ state }: BudgetNow, type: BudgetType, year: FinancialYear): readonly MoneyLine[] {
  const allowed = allocationPence(state, type, year);
  const spent = spendByType(state, type, year);
  return [
    { what: `Allowed for ${year.label}`, how: 'No money is paid out: the service buys the care', pence: allowed },
    { what: `Spent in ${year.label}`, how: 'What the care cost', pence: spent },
    { what: 'Left', how: 'Allowed, less spent', pence: allowed - spent, isTotal: true },
  ];
}

function spendByType({ entries }: BudgetNow['state'], type: BudgetType, { first, last }: FinancialYear): number {
  return entries
    .filter((entry) => entry.type === type && entry.what === 'spent' && entry.reversedBy === undefined)
    .filter(({ on }) => on >= first && on <= last)
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
}

function categoriesView({ state }: BudgetNow, year: FinancialYear): Html | undefined {
  const lines = spendByCategory(state, year);
  if (lines.length === 0) return undefined;
  const plan = planOf(state);
  const goalsOf = (code: string | null): string => {
    const served = plan?.categories.find((category) => category.code === code)?.goals ?? [];
    return served.flatMap((goal) => plan?.goals.find((one) => one.code === goal)?.text ?? []).join('; ');
  };
  return table({
    caption: `Spent against the plan in ${year.label}`,
    captionSize: 's',
    isResponsive: true,
    isCompact: true,
    rows: lines,
    columns: [
      { heading: 'Purpose', isRowHeader: true, cell: ({ name }) => html`<bdi>${name}</bdi>` },
      { heading: 'For the goals', cell: ({ code }) => html`<bdi>${goalsOf(code)}</bdi>` },
      { heading: 'Planned for a year', isNumeric: true, cell: ({ plannedPence }) => formatPence(plannedPence) },
      { heading: 'Spent', isNumeric: true, cell: ({ spentPence }) => formatPence(spentPence) },
      {
        heading: 'Left',
        isNumeric: true,
        cell: ({ plannedPence, spentPence }) => formatPence(plannedPence - spentPence),
      },
    ],
  });
}

function paymentsView({ state, today }: BudgetNow, year: FinancialYear): Html | undefined {
  const planned = plannedPayments(state, today);
  if (planned.length === 0) return undefined;
  return details({
    summary: `Payments planned in ${year.label}`,
    content: table({
      caption: `Payments planned in ${year.label}`,
      isCaptionHidden: true,
      isCompact: true,
      rows: planned,
      columns: [
        { heading: 'Day', isRowHeader: true, cell: ({ on }) => formatDate(on) },
        { heading: 'Held as', cell: ({ type }) => typeWords[type] },
        { heading: 'Amount', isNumeric: true, cell: ({ amountPence }) => formatPence(amountPence) },
      ],
    }),
  });
}
