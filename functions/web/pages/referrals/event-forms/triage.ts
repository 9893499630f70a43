/** Receipt and triage: what happens before a referral is accepted. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question } from '../../../../../shared/http/page/question.ts';
import { receiptFacts, receiptQuestions } from '../receipt-questions.ts';
import { dayToType, doneToday, type EventForm, noQuestions } from './event-form.ts';

const rejectionQuestions: readonly Question[] = [
  {
    kind: 'one-of',
    name: 'reason',
    label: 'Why is it not accepted?',
    missing: 'Select why it is not accepted',
    options: [
      { value: 'criteria-not-met', text: 'Criteria not met' },
      { value: 'out-of-area', text: 'Lives or is registered outside the area' },
      { value: 'age-out-of-range', text: 'Outside the ages of this service' },
      { value: 'wrong-service', text: 'Another service is the right one' },
      { value: 'not-enough-information', text: 'Not enough information', hint: 'Return it for information first' },
      { value: 'already-in-care', text: 'Already in this service’s care' },
      { value: 'other', text: 'Another reason' },
    ],
  },
  {
    kind: 'long-text',
    name: 'advice',
    label: 'Advice to the family and the referrer',
    hint: 'What to do now, and that they may refer again',
  },
  {
    kind: 'long-text',
    name: 'alternative',
    label: 'Another service that may help',
    optional: true,
    rows: 2,
  },
];

export const triageForms = {
  received: {
    action: 'Record the receipt again',
    day: dayToType('Date received'),
    intro: () =>
      html`<p>The receipt of this referral was recorded in error. The wait starts on the day you give here.</p>`,
    questions: () => receiptQuestions,
    facts: receiptFacts,
  } satisfies EventForm<'received'>,

  'triage-accepted': {
    action: 'Accept at triage',
    day: doneToday('Date of triage'),
    intro: () => html`<p>The wait goes on from the day the referral was received. Triage does not change it.</p>`,
    questions: noQuestions,
    saveLabel: 'Accept the referral',
  } satisfies EventForm<'triage-accepted'>,

  'returned-for-information': {
    action: 'Return for information',
    day: doneToday('Date returned'),
    intro: ({ context }) =>
      html`<p>The wait keeps its start if the answer arrives within ${context.policy.returnForInformationDays} days. Tell the family now, and again if it closes.</p>`,
    questions: () => [
      {
        kind: 'long-text',
        name: 'questions',
        label: 'What do you need to know?',
        missing: 'Enter what you need to know',
      },
    ],
    saveLabel: 'Return the referral',
  } satisfies EventForm<'returned-for-information'>,

  'information-received': {
    action: 'Record information received',
    day: dayToType('Date the information arrived'),
    intro: ({ state, context }) =>
      state.returned
        ? insetText(
            `Returned on ${formatDate(state.returned.on)}. An answer up to ${formatDate(state.returned.lastDay)} keeps the start of the wait.`,
          )
        : state.closed?.why === 'no-information' &&
          insetText(
            `This closed on ${formatDate(state.closed.on)}, because no answer came within ${context.policy.returnForInformationDays} days. A new wait starts on the day the information arrived.`,
          ),
    questions: noQuestions,
  } satisfies EventForm<'information-received'>,

  rejected: {
    action: 'Do not accept',
    day: doneToday('Date of the decision'),
    intro: () => html`<p>Tell the family at the same time as the referrer.</p>`,
    questions: () => rejectionQuestions,
    saveLabel: 'Do not accept the referral',
  } satisfies EventForm<'rejected'>,
};
