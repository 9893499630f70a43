/** Money that moved: paid, spent, promised, given back, and entries that were mistakes. */

import { type BudgetType, isPaidOut } from '../../../../../shared/domain/budget/budget-type.ts';
import type { LedgerEntry } from '../../../../../shared/domain/budget/ledger.ts';
import {
  allocationPence,
  openNotices,
  owed,
  paidInYear,
  pocketsOf,
} from '../../../../../shared/domain/budget/money.ts';
import { formatPence } from '../../../../../shared/domain/budget/pence.ts';
import { financialYearOf } from '../../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import type { Question, Typed } from '../../../../../shared/http/page/question.ts';
import { entryWords, optionsOf, payeeWords, returnedWords, typeWords } from '../words.ts';
import {
  type BudgetAnswers,
  type BudgetForm,
  type BudgetNow,
  given,
  penceIn,
  reasonQuestion,
  referenceQuestion,
} from './budget-form.ts';

const OUTSIDE = 'outside-the-plan';

const amount: Question = { kind: 'money', name: 'amountPence', label: 'Amount' };

function typesHeld({ state }: BudgetNow, wanted: (type: BudgetType) => boolean = () => true): readonly BudgetType[] {
  return pocketsOf(state)
    .map(({ type }) => type)
    .filter(wanted);
}

function typeQuestion(now: BudgetNow, label: string, wanted?: (type: BudgetType) => boolean): Question {
  return {
    kind: 'one-of',
    name: 'type',
    label,
    missing: 'Select the way it is held',
    options: optionsOf(typeWords, typesHeld(now, wanted)),
  };
}

/** Where there is one way only, it is chosen already. */
function onlyType(now: BudgetNow, wanted?: (type: BudgetType) => boolean): Typed {
  const [only, ...others] = typesHeld(now, wanted);
  return only !== undefined && others.length === 0 ? { type: [only] } : {};
}

const withPence = (answers: BudgetAnswers) => ({ ...given(answers), amountPence: penceIn(answers['amountPence']) });

function leftToPay(now: BudgetNow): Html {
  const year = financialYearOf(now.today);
  const lines = typesHeld(now, isPaidOut).map((type) => {
    const allowed = allocationPence(now.state, type, year);
    const paid = paidInYear(now.state, type, year);
    return `${typeWords[type]}: ${formatPence(allowed - paid)} of ${formatPence(allowed)} is left to pay in ${year.label}`;
  });
  return insetText(html`${lines.map((line) => html`<p>${line}</p>`)}`);
}

function heldNow({ state }: BudgetNow): Html {
  const lines = pocketsOf(state)
    .filter(({ type }) => isPaidOut(type))
    .map(({ type, balancePence }) => `${typeWords[type]}: the account holds ${formatPence(balancePence)}`);
  return html`${lines.length > 0 && insetText(html`${lines.map((line) => html`<p>${line}</p>`)}`)}`;
}

export const moneyForms = {
  'payment-made': {
    action: 'Record a payment',
    day: { label: 'Date it was paid', filledIn: 'nothing' },
    intro: leftToPay,
    questions: (now) => [typeQuestion(now, 'Paid into', isPaidOut), amount, referenceQuestion],
    facts: withPence,
    start: (now) => onlyType(now, isPaidOut),
    saveLabel: 'Record the payment',
  },
  spent: {
    action: 'Record spending',
    day: { label: 'Date it was spent', filledIn: 'nothing' },
    intro: heldNow,
    questions: (now) => [
      typeQuestion(now, 'Spent from'),
      amount,
      {
        kind: 'one-of',
        name: 'category',
        label: 'What for?',
        missing: 'Select what it was spent on',
        options: [
          ...purposes(now),
          { value: OUTSIDE, text: 'Outside the plan', hint: 'It is to be given back in full, by notice' },
        ],
      },
      {
        kind: 'one-of',
        name: 'payee',
        label: 'Who was paid?',
        missing: 'Select who was paid',
        options: optionsOf(payeeWords),
      },
      referenceQuestion,
    ],
    facts: (answers) => ({
      ...withPence(answers),
      category: answers['category'] === OUTSIDE ? null : answers['category'],
    }),
    start: (now) => onlyType(now),
    warning: (facts) =>
      facts.kind === 'spent' &&
      facts.category === null &&
      warningCallout({
        heading: 'Outside the plan',
        content: html`<p>${formatPence(facts.amountPence)} can be asked back in full by a notice, whatever the account holds.</p>`,
      }),
    saveLabel: 'Record the spending',
  },
  'committed-set': {
    action: 'Record what is promised',
    day: { label: 'Date', filledIn: 'today' },
    intro: () =>
      html`<p>Invoices and wages that are due already. What is promised is not surplus. It takes the place of what was recorded before.</p>`,
    questions: (now) => [
      typeQuestion(now, 'Held as', isPaidOut),
      { kind: 'money', name: 'amountPence', label: 'Promised in all' },
      { kind: 'text', name: 'note', label: 'For what?', hint: 'No names', missing: 'Enter what it is for', width: 30 },
    ],
    facts: withPence,
    start: (now) => onlyType(now, isPaidOut),
  },
  'money-returned': {
    action: 'Record money given back',
    day: { label: 'Date it came', filledIn: 'nothing' },
    intro: heldNow,
    questions: (now) => [
      typeQuestion(now, 'Given back from', isPaidOut),
      { kind: 'one-of', name: 'of', label: 'What for?', missing: 'Select what for', options: optionsOf(returnedWords) },
      amount,
      ...noticeQuestion(now),
      referenceQuestion,
    ],
    facts: ({ noticeId, ...answers }) => ({
      ...withPence(answers),
      ...(noticeId === 'none' || noticeId === null || noticeId === undefined ? {} : { noticeId }),
    }),
    start: (now) => onlyType(now, isPaidOut),
    saveLabel: 'Record it',
  },
  'entry-reversed': {
    action: 'Reverse a ledger entry',
    day: { label: 'Date of the reversal', filledIn: 'today' },
    intro: () =>
      html`<p>The entry stays in the ledger, and a second entry takes it out. Then record what was right, if anything.</p>`,
    questions: ({ state }) => [
      {
        kind: 'one-of',
        name: 'entryId',
        label: 'Which entry?',
        missing: 'Select the entry',
        as: 'select',
        options: state.entries
          .filter(({ reverses, reversedBy }) => reverses === undefined && reversedBy === undefined)
          .toReversed()
          .map((entry) => ({ value: entry.id, text: entryText(entry) })),
      },
      {
        ...reasonQuestion,
        label: 'What was wrong?',
        hint: 'For example: another budget’s, wrong amount, entered twice',
      },
    ],
    saveLabel: 'Reverse the entry',
  },
} as const satisfies Record<string, BudgetForm>;

function purposes({ state }: BudgetNow) {
  const names = new Map(
    state.plans.flatMap(({ plan }) => plan.categories.map(({ code, name }) => [code, name] as const)),
  );
  return [...names].map(([value, text]) => ({ value, text }));
}

/** Which notice it answers, where there is any. */
function noticeQuestion({ state }: BudgetNow): readonly Question[] {
  const open = openNotices(state);
  if (open.length === 0) return [];
  const options = open.map((notice) => {
    const { surplusPence, outsidePlanPence } = owed(notice);
    return {
      value: notice.id,
      text: `The notice of ${formatDate(notice.on)}: ${formatPence(surplusPence + outsidePlanPence)} is still asked for`,
    };
  });
  return [
    {
      kind: 'one-of',
      name: 'noticeId',
      label: 'Which notice does it answer?',
      missing: 'Select the notice, or none',
      options: [...options, { value: 'none', text: 'None' }],
    },
  ];
}

function entryText(entry: LedgerEntry): string {
  const reference = entry.reference === undefined ? '' : `, ${entry.reference}`;
  return `${formatDate(entry.on)}: ${entryWords(entry)} ${formatPence(entry.amountPence)}${reference}`;
}
