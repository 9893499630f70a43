/** Every kind of event with its form. A kind without one does not compile. */

import { financialYearOf } from '../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { isPlanOf } from '../../../../shared/domain/health-check/action-plan.ts';
import { reofferFrom } from '../../../../shared/domain/health-check/due-date.ts';
import type { HealthCheckFacts } from '../../../../shared/domain/health-check/facts.ts';
import { isHandOverNear } from '../../../../shared/domain/health-check/hand-over.ts';
import type { HealthCheckState } from '../../../../shared/domain/health-check/state.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Question } from '../../../../shared/http/page/question.ts';
import type { CaseOnPage, CasePages } from '../cases/case-pages.ts';
import { dayToType, doneToday, type EventAnswers, yesOrNo } from '../referrals/event-forms/event-form.ts';
import { morePlanLines, planFacts, planFaults, planQuestions } from './plan-questions.ts';
import { bookingEndOptions, declinerOptions, leavingOptions, settingOptions, wayOptions } from './words.ts';

type Forms = CasePages<HealthCheckFacts, HealthCheckState>['forms'];
type Open = CaseOnPage<HealthCheckState>;

const practiceQuestion: Question = {
  kind: 'text',
  name: 'practice',
  label: 'Code of the GP practice',
  hint: 'Capital letters and digits, like N82001',
  width: 10,
};
const noteQuestion: Question = { kind: 'long-text', name: 'note', label: 'Note', optional: true, rows: 2 };
const practiceFacts = ({ practice }: EventAnswers) => ({ practice: String(practice ?? '').toUpperCase() });

/** Answers that were given, with one of yes or no as true or false. */
function given(answers: EventAnswers, yesNo: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([name, value]) => name !== 'on' && value !== null)
      .map(([name, value]) => [name, name === yesNo ? value === 'yes' : value]),
  );
}

const isHere = ({ left }: HealthCheckState): boolean => left === null;
const isDone = ({ standing }: HealthCheckState): boolean => standing.status === 'COMPLETED_THIS_FY';
const stateOf = ({ view }: Open): HealthCheckState | undefined => view?.state;

/** In the order in which they are offered: what usually comes next stands first. */
export const healthCheckForms: Forms = {
  'plan-agreed': {
    action: 'Record the health action plan',
    day: dayToType('Date the plan was agreed'),
    offered: (state) => isHere(state) && isDone(state),
    place: ({ standing }) => (standing.plan === 'complete' ? 'last' : 'first'),
    intro: (open) => {
      const last = stateOf(open)?.standing.lastCheck ?? null;
      return (
        last !== null &&
        html`<p>It counts for the check of ${formatDate(last)} if it was agreed from that day to ${formatDate(financialYearOf(last).last)}.</p>`
      );
    },
    questions: ({ more }) => planQuestions(more),
    more: ({ more }) => morePlanLines(more),
    faults: planFaults,
    facts: planFacts,
    warning: (_facts, open, on) =>
      !stateOf(open)?.tracked.checks.some((check) => isPlanOf(check, on)) &&
      insetText(
        'This plan counts for no check that is recorded: a plan must be agreed on or after the day of the check, in the same financial year.',
      ),
  },
  invited: {
    action: 'Record an invitation',
    day: dayToType('Date of the invitation'),
    offered: (state) => isHere(state) && state.invitation.step === 'not-invited',
    questions: () => [{ kind: 'one-of', name: 'by', label: 'How were they invited?', options: wayOptions }],
  },
  checked: {
    action: 'Record the check',
    day: dayToType('Date of the check'),
    offered: isHere,
    place: (state) => (isDone(state) ? 'last' : undefined),
    intro: () => html`<p>The check is whole when its health action plan is agreed: record the plan next.</p>`,
    questions: () => [{ kind: 'one-of', name: 'where', label: 'Where was it done?', options: settingOptions }],
    warning: (_facts, open, on) => {
      const state = stateOf(open);
      return (
        state !== undefined &&
        on < state.standing.eligibleFrom &&
        insetText(`This check does not count: they are eligible from ${formatDate(state.standing.eligibleFrom)}.`)
      );
    },
  },
  booked: {
    action: 'Record a booking',
    day: doneToday('Date it was booked'),
    offered: (state) => isHere(state) && !isDone(state),
    questions: () => [
      { kind: 'date', name: 'appointmentOn', label: 'Date of the check', hint: 'For example, 31 3 2027' },
    ],
  },
  chased: {
    action: 'Record a reminder',
    day: dayToType('Date of the reminder'),
    offered: (state) => isHere(state) && (state.invitation.step === 'invited' || state.invitation.step === 'chased'),
    questions: () => [
      { kind: 'one-of', name: 'by', label: 'How were they reminded?', options: wayOptions },
      noteQuestion,
    ],
  },
  'booking-ended': {
    action: 'Record that a booked check did not happen',
    day: dayToType('Date', 'The day of the booked check, or of the cancellation. For example, 31 3 2026'),
    offered: (state) => isHere(state) && state.invitation.step === 'booked',
    questions: () => [
      { kind: 'one-of', name: 'why', label: 'What happened?', options: bookingEndOptions },
      {
        kind: 'one-of',
        name: 'safeguardingConsidered',
        label: 'Was safeguarding considered?',
        hint: 'A child who was not brought may be at risk. Needed where they were not brought',
        options: yesOrNo,
        optional: true,
      },
    ],
    facts: (answers) => given(answers, 'safeguardingConsidered'),
  },
  declined: {
    action: 'Record a decline',
    day: dayToType('Date it was declined'),
    offered: (state) => isHere(state) && !isDone(state),
    intro: () =>
      html`<p>From 16 the young person decides, and nobody declines for somebody who has capacity to. Where they lack it, a best-interests decision is made with those who know them. Up to 15 a parent decides, or a young person who is able to.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'capacityConsidered',
        label: 'Was capacity for this decision considered?',
        hint: 'Without it this cannot be recorded as a decline',
        options: yesOrNo,
      },
      { kind: 'one-of', name: 'by', label: 'Who decided?', options: declinerOptions },
      { ...noteQuestion, label: 'How capacity was considered, and the reason given' },
    ],
    facts: (answers) => given(answers, 'capacityConsidered'),
    warning: (_facts, _open, on) =>
      html`<p>The check is offered again from ${formatDate(reofferFrom(on))}. Until then nobody is reminded of it.</p>`,
  },
  'practice-moved': {
    action: 'Record a move to another practice',
    day: dayToType('Registered there from'),
    offered: isHere,
    intro: (open) => {
      const state = stateOf(open);
      return (
        state !== undefined &&
        html`<p>The due date goes along: the next check stays due by ${formatDate(state.standing.due)}.</p>`
      );
    },
    questions: () => [practiceQuestion],
    facts: practiceFacts,
  },
  left: {
    action: 'Record leaving',
    day: dayToType('First day they were not on the register, or not with this service'),
    offered: isHere,
    place: ({ handOverBy, asAt }) => (isHandOverNear(handOverBy, asAt) ? 'first' : undefined),
    intro: (open) => {
      const state = stateOf(open);
      return (
        state !== undefined &&
        html`<p>The check does not end at 18 or 25. Whoever takes over needs to know that the next one is due by ${formatDate(state.standing.due)}.</p>`
      );
    },
    questions: () => [
      { kind: 'one-of', name: 'why', label: 'Why?', options: leavingOptions },
      {
        kind: 'text',
        name: 'handedOverTo',
        label: 'Due date handed over to',
        hint: 'The GP practice or team. Needed where they moved away or left the service',
        optional: true,
        width: 30,
      },
    ],
    saveLabel: 'Record and close',
  },
  registered: {
    action: 'Follow annual health checks',
    day: dayToType('On the register from'),
    offered: (state) => !isHere(state),
    intro: () =>
      html`<p>For somebody on a GP practice’s learning-disability register. A learning difficulty, such as dyslexia, is not one. Checks are due from the age of 14; a younger child can be recorded now.</p>`,
    questions: () => [practiceQuestion],
    facts: practiceFacts,
    start: ({ person }) => (person.details.gpPractice === null ? {} : { practice: [person.details.gpPractice] }),
  },
  noted: {
    action: 'Add a note',
    day: doneToday('Date it concerns'),
    intro: () => html`<p>Notes are for staff. They are never shown to families.</p>`,
    questions: () => [{ kind: 'long-text', name: 'note', label: 'Note', missing: 'Enter the note' }],
  },
};
