/** The forms of health assessments in care: what happened, one question at a time, in the order it usually comes. */

import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { CareFacts } from '../../../../shared/domain/care-assessment/facts.ts';
import { type CareState, initialStands, unreturned } from '../../../../shared/domain/care-assessment/state.ts';
import { assessedSince } from '../../../../shared/domain/care-assessment/timetable.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { Question } from '../../../../shared/http/page/question.ts';
import type { CasePages } from '../cases/case-pages.ts';
import { dayToType, doneToday, isYes, noQuestions, yesOrNo } from '../referrals/event-forms/event-form.ts';
import {
  assessorNames,
  careEndingNames,
  chaseNames,
  consentNames,
  legalStatusNames,
  optionsOf,
  ownerNames,
} from './care-words.ts';

type CareForms = CasePages<CareFacts, CareState>['forms'];

const outOfArea: Question = {
  kind: 'one-of',
  name: 'outOfArea',
  label: 'Is the placement outside the area?',
  hint: 'The twenty working days run on all the same',
  options: yesOrNo,
};
const owing = (name: string, label: string): Question => ({
  kind: 'one-of',
  name,
  label,
  options: optionsOf(ownerNames),
});
const inCare = (state: CareState) => state.careEndedOn === null && !state.isShortBreaks;

export const careForms: CareForms = {
  'became-looked-after': {
    action: 'Record becoming looked after',
    day: dayToType(
      'Date the child became looked after',
      'The day the twenty working days count from. For example, 31 3 2026',
    ),
    questions: () => [
      {
        kind: 'one-of',
        name: 'legalStatus',
        label: 'Legal status',
        options: optionsOf(legalStatusNames),
        as: 'select',
      },
      { kind: 'text', name: 'authority', label: 'Local authority that placed the child', width: 30 },
      outOfArea,
    ],
    facts: ({ outOfArea: out, legalStatus, authority }) => ({ legalStatus, authority, outOfArea: isYes(out) }),
  },
  notified: {
    action: 'Record the notification',
    day: dayToType('Date the authority told health'),
    offered: (state) => inCare(state) && state.notifiedOn === null,
    questions: noQuestions,
  },
  'consent-given': {
    action: 'Record consent',
    day: dayToType('Date of the consent'),
    offered: (state) => inCare(state) && state.consentOn === null,
    intro: () => html`<p>The birth-history forms need the parent’s own consent.</p>`,
    questions: () => [{ kind: 'one-of', name: 'by', label: 'Who consented?', options: optionsOf(consentNames) }],
  },
  booked: {
    action: 'Book the assessment',
    day: doneToday('Date you booked it'),
    offered: (state) => inCare(state) && state.refusedOn === null && unreturned(state) === null,
    questions: () => [
      { kind: 'date', name: 'appointmentOn', label: 'Date of the appointment', hint: 'For example, 31 3 2026' },
    ],
  },
  seen: {
    action: 'Record the assessment',
    day: dayToType('Date the child was seen'),
    offered: (state) => inCare(state) && state.consentOn !== null && unreturned(state) === null,
    intro: ({ view }) =>
      view?.state.initial === null && view.state.assessedBefore === null
        ? html`<p>The first assessment is made by a registered medical practitioner.</p>`
        : undefined,
    questions: () => [
      { kind: 'one-of', name: 'by', label: 'Who made the assessment?', options: optionsOf(assessorNames) },
    ],
  },
  'plan-returned': {
    action: 'Record that the plan was returned',
    day: dayToType('Date the report and health plan went to the social worker'),
    offered: (state) => unreturned(state) !== null,
    questions: noQuestions,
  },
  chased: {
    action: 'Record a chase',
    day: doneToday('Date you chased'),
    offered: inCare,
    questions: () => [
      owing('whom', 'Whom did you chase?'),
      { kind: 'one-of', name: 'how', label: 'How?', options: optionsOf(chaseNames) },
    ],
  },
  'delay-recorded': {
    action: 'Record who caused a delay',
    day: doneToday('Date'),
    offered: (state) => !state.isShortBreaks,
    intro: () =>
      html`<p>Late paperwork from the authority is no exclusion: the assessment still counts, and the cause is shown beside it.</p>`,
    questions: () => [
      owing('owner', 'Who caused the delay?'),
      { kind: 'long-text', name: 'reason', label: 'What happened?', missing: 'Enter what happened', rows: 3 },
    ],
  },
  'appointment-missed': {
    action: 'Record a missed appointment',
    day: dayToType('Date of the appointment'),
    offered: (state) => state.bookedFor !== null,
    questions: () => [
      { kind: 'long-text', name: 'why', label: 'Why was the child not brought?', optional: true, rows: 2 },
    ],
  },
  'placement-moved': {
    action: 'Record a placement move',
    day: dayToType('Date of the move'),
    offered: inCare,
    intro: () => html`<p>A move starts no new assessment and moves no date.</p>`,
    questions: () => [outOfArea],
    facts: ({ outOfArea: out }) => ({ outOfArea: isYes(out) }),
  },
  'consent-refused': {
    action: 'Record a refusal',
    day: dayToType('Date of the refusal'),
    offered: (state) => inCare(state) && state.refusedOn === null,
    questions: () => [
      { kind: 'one-of', name: 'by', label: 'Who refused?', options: optionsOf(consentNames) },
      {
        kind: 'one-of',
        name: 'competent',
        label: 'Is it a competent refusal?',
        hint: 'The child understands what is refused, and it stands',
        options: yesOrNo,
      },
      { kind: 'long-text', name: 'reason', label: 'Reason', optional: true, rows: 2 },
    ],
    facts: ({ by, competent, reason }) => ({ by, competent: isYes(competent), ...(reason === null ? {} : { reason }) }),
    warning: ({ competent }) =>
      competent &&
      warningCallout({
        heading: 'No assessment will be due',
        content: html`<p>The child is counted apart, in neither side of the figures. Offer it again: a later consent opens it.</p>`,
      }),
  },
  'already-assessed': {
    action: 'Record an earlier assessment',
    day: doneToday('Date you found out'),
    offered: (state) => initialStands(state) && state.initial === null,
    intro: ({ view }) =>
      view !== null &&
      html`<p>A full assessment counts if it was made from ${formatDate(assessedSince(view.state.enteredOn))} to ${formatDate(view.state.enteredOn)}.</p>`,
    questions: () => [
      { kind: 'date', name: 'assessedOn', label: 'Date of the full assessment', hint: 'For example, 31 3 2026' },
    ],
  },
  'short-breaks': {
    action: 'Record that these are short breaks',
    day: doneToday('Date of the decision'),
    offered: (state) => inCare(state) && state.initial === null,
    intro: () => html`<p>No stay of more than 17 days, and at most 75 days in a year: no assessment is needed.</p>`,
    questions: () => [
      { kind: 'text', name: 'longestStayDays', label: 'Longest stay, in days', width: 3, inputMode: 'numeric' },
      {
        kind: 'text',
        name: 'daysInYear',
        label: 'Days in the year, all stays together',
        width: 3,
        inputMode: 'numeric',
      },
    ],
    facts: ({ longestStayDays, daysInYear }) => ({
      longestStayDays: Number(longestStayDays),
      daysInYear: Number(daysInYear),
    }),
  },
  'care-ended': {
    action: 'Record the end of care',
    day: dayToType('Date care ended'),
    offered: inCare,
    questions: () => [
      { kind: 'one-of', name: 'why', label: 'Why did care end?', options: optionsOf(careEndingNames), as: 'select' },
    ],
  },
  noted: {
    action: 'Add a note',
    day: doneToday('Date it concerns'),
    intro: () => html`<p>Notes are for staff. They are never shown to families.</p>`,
    questions: () => [{ kind: 'long-text', name: 'note', label: 'Note', missing: 'Enter the note' }],
  },
};
