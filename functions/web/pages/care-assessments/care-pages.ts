/** The pages of health assessments in care: their words, and what the record shows. */

import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { addMonths, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { initialCount } from '../../../../shared/domain/care-assessment/counts.ts';
import type { CareFacts } from '../../../../shared/domain/care-assessment/facts.ts';
import { careStatuses, missedMilestones } from '../../../../shared/domain/care-assessment/standing.ts';
import {
  type CareState,
  initialStands,
  lastSeenOn,
  nextReviewDue,
} from '../../../../shared/domain/care-assessment/state.ts';
import { milestones } from '../../../../shared/domain/care-assessment/timetable.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Content, html } from '../../../../shared/http/html/html.ts';
import type { CaseFact, CaseOnPage, CasePages } from '../cases/case-pages.ts';
import { careFiguresPath, notificationsPath } from './addresses.ts';
import { careForms } from './care-forms.ts';
import {
  assessorNames,
  careEndingNames,
  careStatusTags,
  chaseNames,
  consentNames,
  legalStatusNames,
  milestoneNames,
  ownerNames,
} from './care-words.ts';

export const careCasePages: CasePages<CareFacts, CareState> = {
  kind: 'care-assessment',
  about:
    'Children who became looked after: seen by a doctor, and the health plan back with the social worker, within 20 working days; then reviews every 6 or 12 months.',
  statuses: careStatusTags,
  openStatuses: careStatuses.filter((status) => status !== 'care-ended' && status !== 'not-required'),
  dueWords: { 'care-assessment': 'Initial assessment, plan returned', 'care-review': 'Review assessment' },
  groupName: 'Placing authority',
  links: [
    { text: 'Bring in notifications', href: notificationsPath },
    { text: 'Figures', href: careFiguresPath },
  ],
  columns: [{ heading: 'Placement', cell: ({ more }) => (more[0] === 'out-of-area' ? 'Out of area' : 'In the area') }],
  happened: happenedWords,
  details: detailsOf,
  facts: careSide,
  body: stepsView,
  opensWith: 'became-looked-after',
  forms: careForms,
};

function happenedWords(facts: CareFacts): string {
  switch (facts.kind) {
    case 'became-looked-after':
      return 'Became looked after';
    case 'notified':
      return 'Health told by the authority';
    case 'consent-given':
      return `Consent given: ${consentNames[facts.by].toLowerCase()}`;
    case 'consent-refused':
      return `Refused: ${consentNames[facts.by].toLowerCase()}`;
    case 'booked':
      return `Assessment booked for ${formatDate(facts.appointmentOn)}`;
    case 'appointment-missed':
      return 'Not brought to the appointment';
    case 'seen':
      return `Seen: ${assessorNames[facts.by].toLowerCase()}`;
    case 'plan-returned':
      return 'Report and health plan returned';
    case 'chased':
      return `Chased: ${ownerNames[facts.whom].toLowerCase()}`;
    case 'delay-recorded':
      return `Delay caused by: ${ownerNames[facts.owner].toLowerCase()}`;
    case 'placement-moved':
      return facts.outOfArea ? 'Moved to a placement out of the area' : 'Moved to a placement in the area';
    case 'already-assessed':
      return `Assessed before entry, on ${formatDate(facts.assessedOn)}`;
    case 'short-breaks':
      return 'Short breaks: no assessment needed';
    case 'care-ended':
      return `Care ended: ${careEndingNames[facts.why].toLowerCase()}`;
    case 'noted':
      return 'Note';
  }
}

function detailsOf(facts: CareFacts): readonly (readonly [string, string | undefined])[] {
  switch (facts.kind) {
    case 'became-looked-after':
      return [
        ['Legal status', legalStatusNames[facts.legalStatus]],
        ['Placed by', facts.authority],
        ['Placement', facts.outOfArea ? 'out of the area' : 'in the area'],
      ];
    case 'consent-refused':
      return [
        ['Competent refusal', facts.competent ? 'yes' : 'no'],
        ['Reason', facts.reason],
      ];
    case 'appointment-missed':
      return [['Why', facts.why]];
    case 'chased':
      return [['How', chaseNames[facts.how].toLowerCase()]];
    case 'delay-recorded':
      return [['What happened', facts.reason]];
    case 'short-breaks':
      return [
        ['Longest stay', `${facts.longestStayDays} days`],
        ['In the year', `${facts.daysInYear} days`],
      ];
    case 'noted':
      return [['', facts.note]];
    default:
      return [];
  }
}

function careSide({ view }: CaseOnPage<CareState>): readonly (CaseFact | false)[] {
  const state = view?.state;
  if (state === undefined) return [];
  const { enteredOn, authority, outOfArea, initial, reviews, assessedBefore, timetable, delays } = state;
  const last = reviews.at(-1);
  return [
    { key: 'Looked after since', value: formatDate(enteredOn) },
    { key: 'Placed by', value: html`<bdi>${authority}</bdi>` },
    { key: 'Placement', value: outOfArea ? 'Out of the area' : 'In the area' },
    { key: '20 working days', value: formatDate(timetable.due) },
    { key: '20 days (stretch)', value: formatDate(timetable.stretch) },
    assessedBefore !== null && { key: 'Assessed before entry', value: formatDate(assessedBefore) },
    initial !== null && { key: 'Initial: seen', value: inTime(initial.seenOn, timetable.due) },
    initial !== null &&
      initial.returnedOn !== null && {
        key: 'Initial: plan returned',
        value: inTime(initial.returnedOn, timetable.due),
      },
    last !== undefined && { key: 'Last review', value: formatDate(last.seenOn) },
    nextReviewFact(state),
    delays.length > 0 && { key: 'Delay caused by', value: ownerNames[delays.at(-1)?.owner ?? 'provider'] },
    countedFact(state),
  ];
}

/** The day, and the rule that it follows from: the age decides. */
function nextReviewFact(state: CareState): CaseFact | false {
  const last = lastSeenOn(state);
  const due = nextReviewDue(state);
  if (last === null || due === null || state.refusedOn !== null) return false;
  const rule =
    due < addMonths(last, 12) ? 'every 6 months until the 5th birthday' : 'every 12 months from the 5th birthday on';
  return { key: 'Next review by', value: html`${formatDate(due)}<br><span class="app-secondary">${rule}</span>` };
}

function inTime(on: LocalDate, due: LocalDate): Content {
  return html`${formatDate(on)} ${on <= due ? tag({ text: 'In time', colour: 'green' }) : tag({ text: 'Late', colour: 'red' })}`;
}

function countedFact(state: CareState): CaseFact {
  const count = initialCount(state);
  const why = {
    'short-breaks': 'No: short breaks',
    'assessed-before': 'No: assessed in the 3 months before',
    'care-ended': 'No: care ended before it was due',
    refused: 'Apart: competent refusal',
  };
  return { key: 'Counted in the figures', value: count.counted ? 'Yes' : why[count.why] };
}

/** The steps to the twentieth working day, with what is behind. */
function stepsView({ view }: CaseOnPage<CareState>): Content {
  const state = view?.state;
  if (state === undefined || !initialStands(state)) return undefined;
  const { notifiedOn, consentOn, bookedFor, initial, timetable } = state;
  const done = {
    notified: notifiedOn,
    consent: consentOn,
    booked: bookedFor,
    seen: initial?.seenOn ?? null,
    returned: null,
  };
  const late = new Set(missedMilestones(state).map(({ milestone }) => milestone));
  return html`<h2 class="nhsuk-heading-m">Steps</h2><ul class="app-duties">${milestones.map((milestone) => {
    const on = done[milestone];
    const said =
      on === null
        ? html`by <strong class="app-nowrap">${formatDate(timetable.milestones[milestone])}</strong>${late.has(milestone) && html` ${tag({ text: 'Late', colour: 'red' })}`}`
        : html`${milestone === 'booked' ? 'for' : 'on'} ${formatDate(on)} ${tag({ text: 'Done', colour: 'green' })}`;
    return html`<li>${milestoneNames[milestone]} ${said}</li>`;
  })}</ul>`;
}
