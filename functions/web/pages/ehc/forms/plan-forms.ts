/** The forms of a plan in force: its reviews, its moves, its end. */
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import type { AssessmentEventKind } from '../../../../../shared/domain/ehc/assessment-facts.ts';
import type { AssessmentState } from '../../../../../shared/domain/ehc/assessment-state.ts';
import { moveWords } from '../../../../../shared/domain/ehc/event-words.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import { type EhcForm, optionsOf } from './ehc-form.ts';

type PlanForm = EhcForm<AssessmentState>;

const by = (due: LocalDate | null | undefined) =>
  due !== null && due !== undefined && html`<p>Due by ${formatDate(due)}.</p>`;

export const planForms = {
  'review-meeting-set': {
    action: 'Set the review meeting',
    day: 'Date you set it',
    intro: ({ reviewDates }) =>
      reviewDates !== null &&
      html`<p>The review is concluded by ${formatDate(reviewDates.concludeBy)}: the authority’s decision, not the meeting, is what counts.</p>`,
    questions: () => [{ kind: 'date', name: 'meetingOn', label: 'Date of the meeting' }],
  },
  'review-advice-circulated': {
    action: 'Record advice sent round',
    day: 'Date it was sent',
    intro: ({ reviewDates }) => by(reviewDates?.circulateBy),
  },
  'review-meeting': { action: 'Record the review meeting', day: 'Date of the meeting' },
  'review-report': {
    action: 'Record the report of the review',
    day: 'Date it was sent',
    intro: ({ reviewDates }) => by(reviewDates?.reportBy),
  },
  'review-notice': {
    action: 'Record the decision after the review',
    day: 'Date of the notice to the family',
    intro: ({ reviewDates }) => by(reviewDates?.noticeBy),
    questions: () => [
      {
        kind: 'one-of',
        name: 'outcome',
        label: 'What was decided?',
        missing: 'Select what was decided',
        options: [
          { value: 'maintain', text: 'To keep the plan as it is' },
          { value: 'amend', text: 'To amend the plan' },
          { value: 'cease', text: 'To cease the plan' },
        ],
      },
    ],
    saveLabel: 'Save the decision',
  },
  'amended-plan-final': {
    action: 'Record the amended plan',
    day: 'Date it was issued',
    intro: ({ concluded }) => by(concluded?.dates.amendedBy),
  },
  'transfer-planned': {
    action: 'Plan a move to another phase',
    day: 'Date you record it',
    questions: () => [
      { kind: 'one-of', name: 'move', label: 'Which move?', missing: 'Select the move', options: optionsOf(moveWords) },
      { kind: 'date', name: 'movesOn', label: 'Date of the move', hint: 'For example, 1 9 2027' },
    ],
    saveLabel: 'Plan the move',
  },
  'transfer-plan-final': {
    action: 'Record the plan for the move',
    day: 'Date it was issued',
    intro: ({ transfers }) => by(transfers.find(({ finalOn }) => finalOn === null)?.by),
  },
  closed: {
    action: 'Close the record',
    day: 'Date it ended',
    intro: () => html`<p>Closing ends the advice that is still owed. Nothing more can be recorded but notes.</p>`,
    questions: () => [
      {
        kind: 'one-of',
        name: 'reason',
        label: 'Why does it end?',
        missing: 'Select why it ends',
        options: [
          { value: 'request-withdrawn', text: 'The request was withdrawn' },
          { value: 'moved-away', text: 'Moved to another authority, which takes over' },
          { value: 'plan-ceased', text: 'The plan has ceased' },
          { value: 'died', text: 'The child or young person died' },
        ],
      },
    ],
    saveLabel: 'Close the record',
  },
} satisfies Partial<Record<AssessmentEventKind, PlanForm>>;
