/** Being in touch with the family, being seen, and treatment. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { clockFamilies } from '../../../../../shared/domain/referral/clock-families/clock-families.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question } from '../../../../../shared/http/page/question.ts';
import { dayToType, type EventForm, isYes, noQuestions, yesOrNo } from './event-form.ts';

const contactQuestions: readonly Question[] = [
  {
    kind: 'one-of',
    name: 'mechanism',
    label: 'How did it take place?',
    missing: 'Select how it took place',
    options: [
      { value: 'face-to-face', text: 'In person' },
      { value: 'video', text: 'Video' },
      { value: 'telephone', text: 'Telephone' },
      { value: 'letter', text: 'Letter', hint: 'Does not stop a clock: it is not two-way' },
      { value: 'email', text: 'Email', hint: 'Does not stop a clock' },
      { value: 'text', text: 'Text message', hint: 'Does not stop a clock' },
      { value: 'between-professionals', text: 'Between professionals', hint: 'Does not stop a clock' },
    ],
  },
  {
    kind: 'one-of',
    name: 'parentOnly',
    label: 'Who took part?',
    missing: 'Select who took part',
    options: [
      { value: 'no', text: 'The child or young person, alone or with others' },
      { value: 'yes', text: 'A parent or carer only' },
    ],
  },
];

export const contactAndCareForms = {
  contact: {
    action: 'Record a contact',
    day: dayToType('Date of the contact'),
    intro: ({ queue }) =>
      html`<p>A contact that was attended. ${clockFamilies[queue.clockFamily].diagnostic ? 'If it was part of the diagnostic assessment, record the start of the assessment as well.' : 'The first in person, by video or by telephone stops the clock of this queue.'}</p>`,
    questions: () => contactQuestions,
    facts: ({ mechanism, parentOnly }) => ({ mechanism, parentOnly: isYes(parentOnly) }),
  } satisfies EventForm<'contact'>,

  'family-contacted': {
    action: 'Record that the family was contacted',
    day: dayToType('Date of the contact with the family'),
    intro: () =>
      html`<p>About the wait, not an appointment. It does not change the wait. Offer help while waiting every time.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'purpose',
        label: 'What was it for?',
        missing: 'Select what it was for',
        options: [
          { value: 'acknowledgement', text: 'To acknowledge the referral' },
          { value: 'after-missed-appointment', text: 'After a missed appointment' },
          { value: 'validation', text: 'To ask whether things have changed', hint: 'Still needed? Better or worse?' },
          { value: 'other', text: 'Something else' },
        ],
      },
      {
        kind: 'one-of',
        name: 'stillNeeded',
        label: 'Is the referral still needed?',
        hint: 'Leave empty if they were not asked or did not answer. No answer never takes a child off the list',
        optional: true,
        options: yesOrNo,
      },
    ],
    facts: ({ purpose, stillNeeded }) => ({
      purpose,
      ...(stillNeeded === null ? {} : { stillNeeded: isYes(stillNeeded) }),
    }),
    warning: ({ stillNeeded }) =>
      stillNeeded === false &&
      insetText(
        'This does not take the child off the list. A named clinician decides that: record the discharge, or that the family declined.',
      ),
  } satisfies EventForm<'family-contacted'>,

  'missed-appointments-reviewed': {
    action: 'Record the review of missed appointments',
    day: dayToType('Date of the review'),
    intro: ({ state, context }) =>
      html`<p>A clinical and safeguarding review, due within ${context.policy.missedAppointment.reviewWorkingDays} working days after ${context.policy.missedAppointment.reviewAfterInARow} missed in a row.</p>${state.missed.lastOn !== undefined && insetText(`Missed ${state.missed.inARow} in a row, last on ${formatDate(state.missed.lastOn)}.`)}`,
    questions: () => [
      {
        kind: 'long-text',
        name: 'conclusion',
        label: 'What did the review conclude?',
        hint: 'Why appointments are missed, any worry, who was told (GP, referrer, social worker), and what happens next',
        missing: 'Enter what the review concluded',
      },
    ],
  } satisfies EventForm<'missed-appointments-reviewed'>,

  'baseline-measured': {
    action: 'Record a baseline measure',
    day: dayToType('Date of the measure'),
    questions: () => [
      {
        kind: 'text',
        name: 'measure',
        label: 'Which measure?',
        hint: 'For example, RCADS or SDQ',
        missing: 'Enter which measure',
        width: 20,
      },
    ],
  } satisfies EventForm<'baseline-measured'>,

  'plan-or-intervention': {
    action: 'Record a plan or intervention',
    day: dayToType('Date it was agreed or given'),
    questions: () => [
      {
        kind: 'one-of',
        name: 'what',
        label: 'What was it?',
        missing: 'Select what it was',
        options: [
          { value: 'care-plan', text: 'A care plan was agreed' },
          { value: 'intervention', text: 'An intervention was given' },
          { value: 'coded-assessment', text: 'A coded autism or ADHD assessment' },
        ],
      },
    ],
  } satisfies EventForm<'plan-or-intervention'>,

  'treatment-started': {
    action: 'Record the start of treatment',
    day: dayToType('Date treatment or therapy started'),
    intro: () =>
      html`<p>The first treatment or therapy meant for this need; in a diagnostic queue, support after the outcome.</p>`,
    questions: noQuestions,
  } satisfies EventForm<'treatment-started'>,

  'active-monitoring-started': {
    action: 'Record the start of active monitoring',
    day: dayToType('Date it was agreed'),
    questions: () => [
      {
        kind: 'one-of',
        name: 'by',
        label: 'Who asked for it?',
        missing: 'Select who asked for it',
        options: [
          { value: 'patient', text: 'The family' },
          { value: 'clinician', text: 'The clinician' },
        ],
      },
    ],
  } satisfies EventForm<'active-monitoring-started'>,

  'decision-to-treat': {
    action: 'Record a decision to treat',
    day: dayToType('Date of the decision'),
    intro: () => html`<p>After active monitoring. A new clock starts on this day.</p>`,
    questions: noQuestions,
  } satisfies EventForm<'decision-to-treat'>,

  'decision-not-to-treat': {
    action: 'Record a decision not to treat',
    day: dayToType('Date of the decision'),
    intro: () => html`<p>This ends the wait. It counts as removed, not as seen, if nobody has been seen.</p>`,
    questions: () => [{ kind: 'long-text', name: 'reason', label: 'Reason', rows: 3 }],
  } satisfies EventForm<'decision-not-to-treat'>,

  'declined-by-family': {
    action: 'Record that the family declined',
    day: dayToType('Date the family declined'),
    intro: () =>
      html`<p>The family, or a young person who may decide, does not want what is offered. This ends the wait. It is not for one offer of dates.</p>`,
    questions: () => [{ kind: 'text', name: 'what', label: 'What did they decline?', optional: true, width: 30 }],
  } satisfies EventForm<'declined-by-family'>,
};
