/** Statements and counts of budgets as files. A cell that a spreadsheet could take for a formula gets an apostrophe before it. */
import { stringify } from 'csv-stringify/sync';
import type { BudgetCollection } from '../../application/budget/budget-collection.ts';
import { budgetTypes } from '../../domain/budget/budget-type.ts';
import type { LedgerEntry } from '../../domain/budget/ledger.ts';
import { plainPounds } from '../../domain/budget/pence.ts';
import type { Statement } from '../../domain/budget/statement.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A statement, a movement a line, with the balance before the first and after each. */
export function statementCsv({ from, to, openingPence, lines, closingPence }: Statement): string {
  return csv([
    ['Date', 'Entry', 'Purpose', 'Reference', 'In', 'Out', 'Balance'],
    [from, 'Opening balance', '', '', '', '', plainPounds(openingPence)],
    ...lines.map(({ entry, balancePence }) => [
      entry.on,
      entry.what,
      purposeOf(entry),
      entry.reference ?? '',
      entry.effectPence > 0 ? plainPounds(entry.effectPence) : '',
      entry.effectPence < 0 ? plainPounds(-entry.effectPence) : '',
      plainPounds(balancePence),
    ]),
    [to, 'Closing balance', '', '', '', '', plainPounds(closingPence)],
  ]);
}

/** The list of budgets, a budget a line. */
export function budgetsCsv(rows: readonly CaseRow[]): string {
  return csv([
    [
      'Family name',
      'Given name',
      'Born',
      'Status',
      'Held as',
      'A year',
      'Balance',
      'Due',
      'What is due',
      'Waiting for',
      'Opened',
    ],
    ...rows.map(({ familyName, givenName, birthDate, status, more, due, waitingOn, openedOn }) => [
      familyName,
      givenName,
      birthDate,
      status,
      more[0] ?? '',
      poundsIn(more[1]),
      poundsIn(more[2]),
      due?.on ?? '',
      due?.what ?? '',
      waitingOn ?? '',
      openedOn,
    ]),
  ]);
}

function poundsIn(pence: string | undefined): string {
  return pence === undefined || pence === '' ? '' : plainPounds(Number(pence));
}

/** The counts of a quarter, a group of people a line. */
export function collectionCsv({ quarter, asAt, submitOn, ...counts }: BudgetCollection): string {
  const groups = [
    ['Adults', counts.adults],
    ['Children', counts.children],
    ['Everyone', counts.everyone],
  ] as const;
  return csv([
    ['Quarter', 'As at', 'Submit on', 'Group', 'Year to date', ...budgetTypes, 'Live', 'Suspended'],
    ...groups.map(([group, { yearToDate, byType, live, suspended }]) => [
      quarter.label,
      asAt,
      submitOn,
      group,
      String(yearToDate),
      ...budgetTypes.map((type) => String(byType[type])),
      String(live),
      String(suspended),
    ]),
  ]);
}

function purposeOf({ what, category, outsidePlan, of }: LedgerEntry): string {
  if (outsidePlan || of === 'outside-plan') return 'outside the plan';
  return what === 'spent' || what === 'reversal' ? (category ?? '') : '';
}

function csv(rows: readonly (readonly string[])[]): string {
  return (
    BYTE_ORDER_MARK +
    stringify(
      rows.map((row) => [...row]),
      { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    )
  );
}
