/** The forms of one service's advice. `asked` and `withdrawn` have none: they follow from the assessment. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import type { AdviceEventKind } from '../../../../../shared/domain/ehc/advice-facts.ts';
import type { AdviceState } from '../../../../../shared/domain/ehc/advice-state.ts';
import { adviceGroundWords, delayWords } from '../../../../../shared/domain/ehc/event-words.ts';
import { qualityItems } from '../../../../../shared/domain/ehc/quality.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import { qualityItemWords } from '../words.ts';
import { type EhcForm, evidenceQuestions, note, optionsOf } from './ehc-form.ts';

type AdviceForm = EhcForm<AdviceState>;

const dueLine = ({ timeliness }: AdviceState) =>
  html`<p>Due by ${formatDate(timeliness.due)}: 6 weeks from the day the body received the request.</p>`;

const nothingKept = html`<p>Record that it came, not what it says: the text of the advice is not kept here.</p>`;

export const adviceForms: Readonly<Record<Exclude<AdviceEventKind, 'asked' | 'withdrawn'>, AdviceForm>> = {
  returned: {
    action: 'Record advice returned',
    day: 'Date it reached the authority',
    intro: (state) => html`${dueLine(state)}${nothingKept}`,
  },
  'not-known': {
    action: 'Reply: not known',
    day: 'Date of the reply',
    intro: (state) =>
      html`${dueLine(state)}<p>The child is not known to this service and there is no advice to give. This is a valid reply, and counts like any other.</p>`,
    saveLabel: 'Save the reply',
  },
  'existing-advice-accepted': {
    action: 'Accept existing advice',
    day: 'Date it was accepted',
    intro: () =>
      html`<p>Advice that exists already may be used again only if its author, the authority and the family all agree that it is enough.</p>`,
    questions: () => [
      { kind: 'date', name: 'writtenOn', label: 'Date the advice was written' },
      { kind: 'date', name: 'authorAgreedOn', label: 'Date the author agreed' },
      { kind: 'date', name: 'authorityAgreedOn', label: 'Date the authority agreed' },
      { kind: 'date', name: 'familyAgreedOn', label: 'Date the family agreed' },
    ],
    saveLabel: 'Accept the advice',
  },
  chased: {
    action: 'Record a chase',
    day: 'Date of the chase',
    intro: ({ chaseFrom }) => chaseFrom !== null && html`<p>To be chased from ${formatDate(chaseFrom)}.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'by',
        label: 'How?',
        missing: 'Select how',
        options: [
          { value: 'email', text: 'Email' },
          { value: 'telephone', text: 'Telephone' },
          { value: 'letter', text: 'Letter' },
          { value: 'meeting', text: 'In a meeting' },
        ],
      },
    ],
  },
  'passed-on': {
    action: 'Record passing on',
    day: 'Date it was passed on',
    intro: () => html`<p>Passing the request on inside the body does not move its due date.</p>`,
  },
  'delay-explained': {
    action: 'Record a reason for delay',
    day: 'Date the reason was given',
    intro: () => html`<p>None of these is an exception: the advice stays due on its day, and is late after it.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'why',
        label: 'Why is it delayed?',
        missing: 'Select why',
        options: optionsOf(delayWords),
      },
      { kind: 'long-text', name: 'note', label: 'Note', optional: true, rows: 2 },
    ],
  },
  'appointment-missed': {
    action: 'Record a missed appointment',
    day: 'Date of the appointment',
    intro: () =>
      html`<p>An appointment for an examination or test for this advice, to which the child was not brought. It makes an exception only when that is recorded too, with evidence and who approved it.</p>`,
  },
  exception: {
    action: 'Record an exception',
    day: 'Date it was approved',
    intro: () =>
      html`<p>The advice stays owed, and is late under an exception if it comes late. A waiting list, school holidays or absent staff are no exceptions.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'ground',
        label: 'Which exception applies?',
        missing: 'Select which exception applies',
        options: optionsOf(adviceGroundWords),
      },
      ...evidenceQuestions,
      { kind: 'date', name: 'leftOn', label: 'Absence: day they left', heading: 'Only for an absence', optional: true },
      {
        kind: 'date',
        name: 'returnedOn',
        label: 'Absence: day they came back',
        hint: 'Leave empty while they are away',
        optional: true,
      },
    ],
    saveLabel: 'Save the exception',
  },
  'quality-checked': {
    action: 'Check the quality',
    day: 'Date of the check',
    intro: () => html`<p>A score of its own: it changes nothing about whether the advice was in time.</p>`,
    questions: () =>
      qualityItems.map((item) => ({
        kind: 'one-of',
        name: item,
        label: qualityItemWords[item],
        missing: `Answer: ${qualityItemWords[item]}`,
        options: [
          { value: 'met', text: 'Met' },
          { value: 'partly', text: 'Partly met' },
          { value: 'not-met', text: 'Not met' },
          { value: 'not-applicable', text: 'Does not apply' },
        ],
      })),
    facts: (answers) => ({ checklist: Object.fromEntries(qualityItems.map((item) => [item, answers[item]])) }),
    saveLabel: 'Save the check',
  },
  noted: note,
};
