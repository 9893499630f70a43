/** What the health assessments of a child in care are on a day, from what happened. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { CaseContext } from '../case/case-type.ts';
import { authorityName } from './authority.ts';
import type { CareFacts, DelayOwner } from './facts.ts';
import { type InitialTimetable, initialTimetable, reviewDue } from './timetable.ts';

/** One assessment: the day the child was seen, and the day the plan was with the social worker. */
export interface Assessment {
  readonly seenOn: LocalDate;
  readonly returnedOn: LocalDate | null;
}

export interface CareState {
  readonly asAt: LocalDate;
  readonly birthDate: LocalDate;
  readonly enteredOn: LocalDate;
  /** The one name of the placing authority, however it was written. */
  readonly authority: string;
  readonly outOfArea: boolean;
  readonly timetable: InitialTimetable;
  readonly notifiedOn: LocalDate | null;
  readonly consentOn: LocalDate | null;
  /** A competent refusal stands. */
  readonly refusedOn: LocalDate | null;
  readonly bookedFor: LocalDate | null;
  readonly missed: number;
  /** A full assessment before entry that stands for the initial one. */
  readonly assessedBefore: LocalDate | null;
  readonly initial: Assessment | null;
  readonly reviews: readonly Assessment[];
  readonly chases: readonly { readonly whom: DelayOwner; readonly on: LocalDate }[];
  readonly delays: readonly { readonly owner: DelayOwner; readonly reason: string; readonly on: LocalDate }[];
  readonly moves: number;
  readonly isShortBreaks: boolean;
  readonly careEndedOn: LocalDate | null;
}

/** Events stand, in the order of their days, and the first says that the child became looked after. */
export function foldCare(events: readonly CaseEvent<CareFacts>[], context: CaseContext): CareState {
  const [first] = events;
  if (first?.facts.kind !== 'became-looked-after') throw new RangeError('Care is folded from its beginning on');
  const { authority, outOfArea } = first.facts;
  let state: CareState = {
    asAt: context.asAt,
    birthDate: context.person.birthDate,
    enteredOn: first.on,
    authority: authorityName(authority),
    outOfArea,
    timetable: initialTimetable(first.on, context.holidays),
    notifiedOn: null,
    consentOn: null,
    refusedOn: null,
    bookedFor: null,
    missed: 0,
    assessedBefore: null,
    initial: null,
    reviews: [],
    chases: [],
    delays: [],
    moves: 0,
    isShortBreaks: false,
    careEndedOn: null,
  };
  for (const { facts, on } of events.slice(1)) state = taken(state, facts, on);
  return state;
}

function taken(state: CareState, facts: CareFacts, on: LocalDate): CareState {
  switch (facts.kind) {
    case 'became-looked-after':
    case 'noted':
      return state;
    case 'notified':
      return { ...state, notifiedOn: state.notifiedOn ?? on };
    case 'consent-given':
      return { ...state, consentOn: on, refusedOn: null };
    case 'consent-refused':
      return { ...state, consentOn: null, refusedOn: facts.competent ? on : null };
    case 'booked':
      return { ...state, bookedFor: facts.appointmentOn };
    case 'appointment-missed':
      return { ...state, bookedFor: null, missed: state.missed + 1 };
    case 'seen':
      return withSeen({ ...state, bookedFor: null }, { seenOn: on, returnedOn: null });
    case 'plan-returned':
      return withReturned(state, on);
    case 'chased':
      return { ...state, chases: [...state.chases, { whom: facts.whom, on }] };
    case 'delay-recorded':
      return { ...state, delays: [...state.delays, { owner: facts.owner, reason: facts.reason, on }] };
    case 'placement-moved':
      return { ...state, outOfArea: facts.outOfArea, moves: state.moves + 1 };
    case 'already-assessed':
      return { ...state, assessedBefore: facts.assessedOn };
    case 'short-breaks':
      return { ...state, isShortBreaks: true };
    case 'care-ended':
      return { ...state, careEndedOn: on };
  }
}

function withSeen(state: CareState, assessment: Assessment): CareState {
  const isInitial = state.initial === null && state.assessedBefore === null;
  return isInitial ? { ...state, initial: assessment } : { ...state, reviews: [...state.reviews, assessment] };
}

function withReturned(state: CareState, on: LocalDate): CareState {
  const last = state.reviews.at(-1);
  if (last !== undefined) return { ...state, reviews: [...state.reviews.slice(0, -1), { ...last, returnedOn: on }] };
  return state.initial === null ? state : { ...state, initial: { ...state.initial, returnedOn: on } };
}

/** The assessment whose plan has yet to be with the social worker. */
export function unreturned({ initial, reviews }: CareState): Assessment | null {
  const last = reviews.at(-1) ?? initial;
  return last?.returnedOn === null ? last : null;
}

/** The day of the last assessment, that of before entry included. */
export function lastSeenOn({ initial, reviews, assessedBefore }: CareState): LocalDate | null {
  return reviews.at(-1)?.seenOn ?? initial?.seenOn ?? assessedBefore;
}

/** Whether the initial assessment is still to be done and returned. */
export function initialStands(state: CareState): boolean {
  const { isShortBreaks, assessedBefore, initial, careEndedOn, refusedOn } = state;
  if (isShortBreaks || careEndedOn !== null || refusedOn !== null || assessedBefore !== null) return false;
  return (initial?.returnedOn ?? null) === null;
}

/** The day the next review is due; null when none is: no assessment yet, care ended, or the eighteenth birthday comes first. */
export function nextReviewDue(state: CareState): LocalDate | null {
  const last = lastSeenOn(state);
  if (last === null || state.careEndedOn !== null || state.isShortBreaks || initialStands(state)) return null;
  return reviewDue(last, state.birthDate);
}

/**
 * Every review that was due or will be, in order, with the day that the child was seen for it: each is due from the assessment
 * before it. None while the initial assessment is still to be done and returned.
 */
export function reviewsDue(
  state: CareState,
): readonly { readonly due: LocalDate; readonly seenOn: LocalDate | null }[] {
  const { initial, assessedBefore, reviews, birthDate, isShortBreaks } = state;
  const first = initial?.seenOn ?? assessedBefore;
  if (
    first === null ||
    isShortBreaks ||
    (assessedBefore === null && initial?.returnedOn === null && reviews.length === 0)
  )
    return [];
  const seen = [first, ...reviews.map(({ seenOn }) => seenOn)];
  return seen.flatMap((last, at) => {
    const due = reviewDue(last, birthDate);
    return due === null ? [] : [{ due, seenOn: seen[at + 1] ?? null }];
  });
}
