/** The filters of the list of budgets: as fields of its form, and as words above it. */
import { budgetTypes } from '../../../../shared/domain/budget/budget-type.ts';
import { budgetStages } from '../../../../shared/domain/budget/state.ts';
import { dueWithins } from '../../../../shared/domain/case/case-list.ts';
import type { WaitingOn } from '../../../../shared/domain/case/case-type.ts';
import { checkboxes } from '../../../../shared/http/html/components/checkboxes.ts';
import type { ChosenFilter } from '../../../../shared/http/html/components/filter-panel.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { Option } from '../../../../shared/http/page/question.ts';
import { type BudgetQuery, budgetsAddress, type CodeFilter, changedQuery, codeFilters } from './list-query.ts';
import { optionsOf, typeWords } from './words.ts';

export const waitingWords: Readonly<Record<WaitingOn, string>> = {
  us: 'Us',
  family: 'The family',
  'other-body': 'Another body',
};
const dueWords: Readonly<Record<(typeof dueWithins)[number], string>> = {
  overdue: 'Overdue',
  '7-days': 'Within 7 days',
  '28-days': 'Within 28 days',
  '90-days': 'Within 90 days',
};

const choices: Readonly<Record<CodeFilter, readonly Option[]>> = {
  status: budgetStages.filter((stage) => stage !== 'void').map((value) => ({ value, text: statusLabel.budget(value) })),
  type: optionsOf(typeWords, budgetTypes),
  waiting: optionsOf(waitingWords, ['us', 'family']),
};
const legends: Readonly<Record<CodeFilter, string>> = { status: 'Status', type: 'Held as', waiting: 'Waiting for' };

/** The fields of the form, in columns. */
export function filterColumns(query: BudgetQuery): readonly Html[] {
  const group = (name: CodeFilter): Html =>
    checkboxes({
      id: `filter-${name}`,
      name,
      legend: { text: legends[name], size: 's' },
      choices: choices[name],
      values: query.chosen[name],
      small: true,
    });
  const due = select({
    id: 'filter-due',
    name: 'due',
    label: { text: 'Due', size: 's' },
    value: query.due ?? '',
    options: [{ value: '', text: 'Any time' }, ...optionsOf(dueWords, dueWithins)],
  });
  return [group('status'), group('type'), html`${group('waiting')}${due}`];
}

/** The filters that are on, each with the list without it. */
export function chosenFilters(query: BudgetQuery): ChosenFilter[] {
  const chips = codeFilters.flatMap((name) =>
    choices[name]
      .filter(({ value }) => query.chosen[name].some((code) => code === value))
      .map(({ value, text }) => ({
        text: `${legends[name]}: ${text}`,
        removeHref: budgetsAddress(
          changedQuery(query, {
            chosen: { ...query.chosen, [name]: query.chosen[name].filter((code) => code !== value) },
          }),
        ),
      })),
  );
  return query.due === null
    ? chips
    : [
        ...chips,
        { text: `Due: ${dueWords[query.due]}`, removeHref: budgetsAddress(changedQuery(query, { due: null })) },
      ];
}
