/** The forms of an assessment up to the plan, with its exceptions and appeals. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { kindPolicyOf } from '../../../../../shared/domain/case/case-policy.ts';
import type { AssessmentEventKind } from '../../../../../shared/domain/ehc/assessment-facts.ts';
import type { AssessmentState } from '../../../../../shared/domain/ehc/assessment-state.ts';
import { limitGroundWords } from '../../../../../shared/domain/ehc/event-words.ts';
import type { EhcLimit } from '../../../../../shared/domain/ehc/rule-set.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question } from '../../../../../shared/http/page/question.ts';
import { teamName } from '../../alerts/alert-words.ts';
import { limitWords, requesterWords } from '../words.ts';
import { type EhcForm, evidenceQuestions, note, optionsOf } from './ehc-form.ts';
import { planForms } from './plan-forms.ts';

type AssessmentForm = EhcForm<AssessmentState>;

/** What is asked when a request is recorded. */
const requestQuestions: readonly Question[] = [
  {
    kind: 'one-of',
    name: 'requestedBy',
    label: 'Who asked?',
    missing: 'Select who asked',
    options: optionsOf(requesterWords),
  },
  {
    kind: 'text',
    name: 'councilReference',
    label: 'Reference in the council’s system',
    hint: 'Never a name or an NHS number',
    optional: true,
    width: 20,
  },
];

function dueOf({ steps }: AssessmentState, limit: EhcLimit): string {
  const step = steps.find((one) => one.limit === limit);
  return step === undefined ? '' : formatDate(step.due);
}

const earlyForms = {
  'request-received': {
    action: 'Record a request',
    day: 'Date the request was received',
    opening: requestQuestions,
    questions: () => requestQuestions,
  },
  'advice-asked': {
    action: 'Ask for advice',
    day: 'Date the body received the request',
    dayHint:
      'The day it reached the body’s inbox, not the day it was passed on. Health and social care may differ: ask each by itself',
    // Asked for once, it is asked for again only now and then.
    place: ({ asked }) => (asked.length > 0 ? 'last' : undefined),
    intro: () =>
      html`<p>Each service gets a task of its own, due 6 weeks after this day. Every one of them replies, also when the child is not known to it.</p>`,
    questions: (state, policy) => [
      {
        kind: 'some-of',
        name: 'services',
        label: 'Which services are asked?',
        missing: 'Select at least one service',
        options: kindPolicyOf(policy, 'ehc-advice')
          .services.filter((service) => !state.asked.some((one) => one.service === service && one.endedOn === null))
          .map((service) => ({ value: service, text: teamName(policy, service) })),
      },
      {
        kind: 'one-of',
        name: 'familyAsked',
        label: 'Did the family ask for this advice?',
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
      },
    ],
    facts: ({ services, familyAsked }) => ({ services, familyAsked: familyAsked === 'yes' }),
    saveLabel: 'Ask for advice',
  },
  decision: {
    action: 'Record the decision whether to assess',
    day: 'Date the family was told',
    intro: (state) =>
      html`<p>Due by ${dueOf(state, 'decision')}. A decision not to assess ends the advice that is still owed, and opens the right to appeal.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'outcome',
        label: 'What was decided?',
        missing: 'Select what was decided',
        options: [
          { value: 'assess', text: 'To assess' },
          { value: 'do-not-assess', text: 'Not to assess' },
        ],
      },
    ],
    saveLabel: 'Save the decision',
  },
  'no-plan-notice': {
    action: 'Record that no plan is issued',
    day: 'Date the family was told',
    intro: (state) =>
      html`<p>Due by ${dueOf(state, 'no-plan-notice')}. It ends the advice that is still owed, and opens the right to appeal.</p>`,
  },
  'draft-served': {
    action: 'Record the draft plan',
    day: 'Date it was sent to the family',
    intro: () => html`<p>The family has at least 15 days to answer; the day it is sent is the first.</p>`,
  },
  'family-responded': {
    action: 'Record the family’s answer',
    day: 'Date the answer arrived',
    intro: ({ draft }) =>
      draft !== null &&
      html`<p>The family may answer until ${formatDate(draft.closesOn)}. An early answer does not bring the final plan forward: it can be issued from ${formatDate(draft.finalFrom)}.</p>`,
  },
  'plan-final': {
    action: 'Record the final plan',
    day: 'Date it was issued',
    intro: (state) =>
      html`<p>Due by ${dueOf(state, 'final-plan')}.${state.draft !== null && html` The family may answer the draft until ${formatDate(state.draft.closesOn)}; a plan issued before ${formatDate(state.draft.finalFrom)} is marked as too soon.`}</p>`,
  },
  'limit-exception': {
    action: 'Record an exception',
    day: 'Date it was approved',
    intro: () =>
      html`<p>An exception lifts a limit. It adds no days and stops no count. A waiting list, a holiday or absent staff are no exceptions.</p>`,
    questions: () => exceptionQuestions,
    saveLabel: 'Save the exception',
  },
  'mediation-certificate': {
    action: 'Record a mediation certificate',
    day: 'Date of the certificate',
    intro: () => html`<p>The family may appeal for at least a month from this day.</p>`,
  },
  'appeal-lodged': { action: 'Record an appeal', day: 'Date it was lodged' },
  'appeal-ended': {
    action: 'Record the end of the appeal',
    day: 'Date it ended',
    questions: () => [
      {
        kind: 'one-of',
        name: 'outcome',
        label: 'How did it end?',
        missing: 'Select how it ended',
        options: [
          { value: 'allowed', text: 'Allowed' },
          { value: 'dismissed', text: 'Dismissed' },
          { value: 'agreed', text: 'Agreed between the family and the authority' },
          { value: 'withdrawn', text: 'Withdrawn by the family' },
        ],
      },
    ],
  },
} satisfies Partial<Record<AssessmentEventKind, AssessmentForm>>;

const exceptionQuestions: readonly Question[] = [
  {
    kind: 'one-of',
    name: 'ground',
    label: 'Why is it impractical to keep the limit?',
    missing: 'Select why',
    options: optionsOf(limitGroundWords),
  },
  {
    kind: 'some-of',
    name: 'limits',
    label: 'Which limits does it lift?',
    missing: 'Select at least one limit',
    options: optionsOf(limitWords),
  },
  ...evidenceQuestions,
  {
    kind: 'date',
    name: 'askedOn',
    label: 'Closure: day the head or provider was asked for advice',
    heading: 'Only for a closure',
    optional: true,
  },
  { kind: 'date', name: 'closedOn', label: 'Closure: first day closed', optional: true },
  { kind: 'date', name: 'reopensOn', label: 'Closure: day it opens again', optional: true },
  { kind: 'date', name: 'leftOn', label: 'Absence: day they left', heading: 'Only for an absence', optional: true },
  {
    kind: 'date',
    name: 'returnedOn',
    label: 'Absence: day they came back',
    hint: 'Leave empty while they are away',
    optional: true,
  },
];

/** Every form of an assessment. */
export const assessmentForms: Readonly<Record<AssessmentEventKind, AssessmentForm>> = {
  ...earlyForms,
  ...planForms,
  noted: note,
};
