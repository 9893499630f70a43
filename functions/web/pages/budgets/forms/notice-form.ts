/** A notice that asks money back, with everything that such a notice must say. */
import { isPaidOut } from '../../../../../shared/domain/budget/budget-type.ts';
import { pocketSurplus, pocketsOf } from '../../../../../shared/domain/budget/money.ts';
import { formatPence } from '../../../../../shared/domain/budget/pence.ts';
import { addDays, partsOf } from '../../../../../shared/domain/calendar/local-date.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import { optionsOf, payerWords, recoveryWords, typeWords } from '../words.ts';
import {
  type BudgetForm,
  type BudgetNow,
  given,
  penceIn,
  reconsiderationQuestion,
  usualReconsideration,
} from './budget-form.ts';

function heldTypes({ state }: BudgetNow) {
  return pocketsOf(state)
    .map(({ type }) => type)
    .filter(isPaidOut);
}

export const noticeForms = {
  'recovery-noticed': {
    action: 'Give notice to pay back',
    day: { label: 'Date of the notice', filledIn: 'today' },
    intro: (now) =>
      html`<p>A surplus is asked back only at a review. What was spent outside the plan is asked back in full. The notice says why, how much, by when, who pays, and how to have it reconsidered.</p>${insetText(
        html`${heldTypes(now).map((type) => {
          const there = pocketSurplus(now.state, type, now.context.policy);
          return html`<p>${typeWords[type]}: ${formatPence(there.surplusPence)} is surplus, after a reserve of ${formatPence(there.reservePence)}. ${formatPence(there.outsidePlanPence)} was spent outside the plan and is not asked back yet.</p>`;
        })}`,
      )}`,
    questions: (now) => [
      {
        kind: 'one-of',
        name: 'type',
        label: 'Held as',
        missing: 'Select the way it is held',
        options: optionsOf(typeWords, heldTypes(now)),
      },
      {
        kind: 'some-of',
        name: 'reasons',
        label: 'Why?',
        missing: 'Select why',
        options: optionsOf(recoveryWords),
      },
      { kind: 'long-text', name: 'explanation', label: 'Explanation', hint: 'As the person will read it', rows: 3 },
      { kind: 'money', name: 'surplusPence', label: 'Surplus to pay back' },
      { kind: 'money', name: 'outsidePlanPence', label: 'Spent outside the plan, to pay back' },
      {
        kind: 'date',
        name: 'payBy',
        label: 'Last day to pay',
        hint: `At least ${now.context.policy.noticeDays} days after the notice`,
      },
      { kind: 'one-of', name: 'payer', label: 'Who pays?', missing: 'Select who pays', options: optionsOf(payerWords) },
      reconsiderationQuestion,
    ],
    facts: (answers) => ({
      ...given(answers),
      surplusPence: penceIn(answers['surplusPence']),
      outsidePlanPence: penceIn(answers['outsidePlanPence']),
    }),
    start: (now) => {
      const [type, ...others] = heldTypes(now);
      const there = type === undefined ? undefined : pocketSurplus(now.state, type, now.context.policy);
      const { day, month, year } = partsOf(addDays(now.today, now.context.policy.noticeDays));
      return {
        ...usualReconsideration(now),
        ...(type !== undefined && others.length === 0 ? { type: [type] } : {}),
        surplusPence: [formatPence(there?.surplusPence ?? 0).slice(1)],
        outsidePlanPence: [formatPence(there?.outsidePlanPence ?? 0).slice(1)],
        'payBy-day': [String(day)],
        'payBy-month': [String(month)],
        'payBy-year': [String(year)],
      };
    },
    saveLabel: 'Give the notice',
  },
} as const satisfies Record<string, BudgetForm>;
