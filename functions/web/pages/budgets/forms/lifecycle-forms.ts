/** From the request to the end: the steps of a budget's life. */
import { pocketsOf } from '../../../../../shared/domain/budget/money.ts';
import { formatPence } from '../../../../../shared/domain/budget/pence.ts';
import type { BudgetState } from '../../../../../shared/domain/budget/state.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Option, Question } from '../../../../../shared/http/page/question.ts';
import { askerWords, endWords, kindTitles, optionsOf, outcomeWords, rightWords, suspensionWords } from '../words.ts';
import {
  type BudgetForm,
  given,
  noQuestions,
  penceIn,
  reasonQuestion,
  reconsiderationQuestion,
  usualReconsideration,
} from './budget-form.ts';

const askedBy: Question = {
  kind: 'one-of',
  name: 'askedBy',
  label: 'Who asked?',
  missing: 'Select who asked',
  options: optionsOf(askerWords),
};

export const lifecycleForms = {
  requested: {
    action: 'Record a request for a budget',
    day: { label: 'Date of the request', filledIn: 'nothing' },
    questions: () => [
      {
        kind: 'one-of',
        name: 'right',
        label: 'Which right or offer is it under?',
        missing: 'Select the right or offer',
        options: optionsOf(rightWords),
      },
      askedBy,
      { kind: 'long-text', name: 'note', label: 'Note', hint: 'For staff', optional: true, rows: 2 },
    ],
  },
  'found-eligible': {
    action: 'Find eligible',
    day: { label: 'Date of the decision', filledIn: 'today' },
    questions: () => [reasonQuestion],
  },
  'found-not-eligible': {
    action: 'Find not eligible',
    day: { label: 'Date of the decision', filledIn: 'today' },
    questions: () => [reasonQuestion, reconsiderationQuestion],
    start: usualReconsideration,
    saveLabel: 'Refuse the budget',
  },
  'indicative-set': {
    action: 'Set the indicative budget',
    day: { label: 'Date it was set', filledIn: 'today' },
    questions: () => [
      { kind: 'money', name: 'annualPence', label: 'Indicative budget for a year' },
      {
        kind: 'some-of',
        name: 'allTypesOffered',
        label: 'Ways of holding it that were offered',
        hint: 'All three must be offered',
        missing: 'Select the ways that were offered: all three must be',
        options: [{ value: 'all', text: 'Notional budget, third party and direct payment were all offered' }],
      },
    ],
    facts: ({ annualPence, allTypesOffered }) => ({
      annualPence: penceIn(annualPence),
      allTypesOffered: allTypesOffered?.includes('all') ?? false,
    }),
  },
  'planning-started': {
    action: 'Start support planning',
    day: { label: 'Date it started', filledIn: 'today' },
    questions: noQuestions,
  },
  'went-live': {
    action: 'Start the budget',
    day: { label: 'Date it went live', filledIn: 'nothing' },
    intro: () =>
      html`<p>From this day the budget counts as live, and the date of its first review follows from it.</p>`,
    questions: noQuestions,
    saveLabel: 'Start the budget',
  },
  suspended: {
    action: 'Suspend payments',
    day: { label: 'Date payments stop', filledIn: 'today' },
    intro: () =>
      html`<p>New payments stop. Care that was arranged must not: say in the reason how it goes on. Reviews go on.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'why',
        label: 'Why?',
        missing: 'Select why',
        options: optionsOf(suspensionWords),
        as: 'select',
      },
      reasonQuestion,
      reconsiderationQuestion,
    ],
    start: usualReconsideration,
    saveLabel: 'Suspend payments',
  },
  resumed: {
    action: 'Resume payments',
    day: { label: 'Date payments start again', filledIn: 'today' },
    questions: () => [reasonQuestion],
    saveLabel: 'Resume payments',
  },
  ended: {
    action: 'End the budget',
    day: { label: 'Last day of the budget', filledIn: 'nothing' },
    questions: () => [
      { kind: 'one-of', name: 'why', label: 'Why?', missing: 'Select why', options: optionsOf(endWords), as: 'select' },
      reasonQuestion,
      reconsiderationQuestion,
    ],
    start: usualReconsideration,
    warning: (_facts, { state }) => {
      const held = pocketsOf(state).filter(({ balancePence }) => balancePence > 0);
      const total = held.reduce((sum, { balancePence }) => sum + balancePence, 0);
      return warningCallout({
        heading: 'What ending it means',
        content: html`<p>No payment can be made after this. The care that is needed goes on in another way.</p>${total > 0 && html`<p>The account holds ${formatPence(total)}: what is not promised can be asked back by a notice.</p>`}`,
      });
    },
    saveLabel: 'End the budget',
  },
  'review-held': {
    action: 'Record a review',
    day: { label: 'Date of the review', filledIn: 'nothing' },
    questions: ({ state }) => [
      {
        kind: 'one-of',
        name: 'outcome',
        label: 'Outcome',
        missing: 'Select the outcome',
        options: optionsOf(outcomeWords),
      },
      {
        kind: 'text',
        name: 'goalsMet',
        label: 'How many health goals are met?',
        hint: `The plan has ${state.plans.at(-1)?.plan.goals.length ?? 0}`,
        missing: 'Enter how many health goals are met',
        width: 2,
        inputMode: 'numeric',
      },
      { kind: 'long-text', name: 'note', label: 'What was found?', missing: 'Enter what was found', rows: 4 },
    ],
    facts: (answers) => ({
      ...given(answers),
      goalsMet: /^\d{1,2}$/.test(String(answers['goalsMet'])) ? Number(answers['goalsMet']) : answers['goalsMet'],
    }),
  },
  'reconsideration-asked': {
    action: 'Record a request for reconsideration',
    day: { label: 'Date it was asked for', filledIn: 'nothing' },
    questions: ({ state }) => [
      {
        kind: 'one-of',
        name: 'decisionId',
        label: 'Which decision?',
        missing: 'Select the decision',
        options: openDecisions(state),
      },
      askedBy,
      { kind: 'long-text', name: 'reason', label: 'What do they say?', missing: 'Enter what they say', rows: 3 },
    ],
  },
  'reconsideration-decided': {
    action: 'Decide a reconsideration',
    day: { label: 'Date of the decision', filledIn: 'today' },
    intro: () => insetText('Decided by somebody who took no part in the first decision.'),
    questions: ({ state }) => [
      {
        kind: 'one-of',
        name: 'askedId',
        label: 'Which request?',
        missing: 'Select the request',
        options: state.reconsiderations
          .filter(({ decided }) => decided === undefined)
          .map(({ id, on, decisionId }) => ({
            value: id,
            text: `${decisionText(state, decisionId)}, asked for on ${formatDate(on)}`,
          })),
      },
      {
        kind: 'one-of',
        name: 'outcome',
        label: 'Outcome',
        missing: 'Select the outcome',
        options: [
          { value: 'upheld', text: 'The decision stands' },
          {
            value: 'overturned',
            text: 'The decision is overturned',
            hint: 'What stood before it stands again from this day',
          },
        ],
      },
      reasonQuestion,
    ],
  },
  noted: {
    action: 'Add a note',
    day: { label: 'Date it concerns', filledIn: 'today' },
    intro: () => html`<p>Notes are for staff. They are never shown to families.</p>`,
    questions: () => [{ kind: 'long-text', name: 'note', label: 'Note', missing: 'Enter the note' }],
    saveLabel: 'Save the note',
  },
} as const satisfies Record<string, BudgetForm>;

/** The decisions that were not taken up for reconsideration before. */
function openDecisions(state: BudgetState): readonly Option[] {
  return state.decisions
    .filter(({ id }) => !state.reconsiderations.some(({ decisionId }) => decisionId === id))
    .map(({ id, on }) => ({ value: id, text: `${decisionText(state, id)}, ${formatDate(on)}` }));
}

function decisionText({ decisions }: BudgetState, id: string): string {
  const decision = decisions.find((one) => one.id === id);
  return decision === undefined ? 'A decision' : kindTitles[decision.kind];
}
