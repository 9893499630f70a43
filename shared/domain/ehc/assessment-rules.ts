/** Which events fit an assessment where it stands. What the authority did too late or too soon is recorded and shown as such. */
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseContext } from '../case/case-type.ts';
import type { AssessmentFacts } from './assessment-facts.ts';
import type { AssessmentStage, AssessmentState } from './assessment-state.ts';
import { inEhcScope } from './end-of-rights.ts';
import { refuseLimitException } from './limit-exception.ts';
import { badDay, badFact, badKind } from './refuse.ts';
import { ehcRulesOn } from './rule-set.ts';

type Event = Pick<CaseEvent<AssessmentFacts>, 'on' | 'facts'>;

/** A day farther ahead than this is a slip of the year. */
const FARTHEST_DAYS = 731;

/** @throws `invalid` with pointers when the event does not fit. */
export function judgeAssessment(state: AssessmentState | undefined, { on, facts }: Event, context: CaseContext): void {
  if (facts.kind === 'request-received') {
    judgeRequest(state, on, context);
    return;
  }
  if (state === undefined) throw badKind('not-open', 'An assessment begins with its request');
  if (facts.kind === 'noted') return;
  if (state.closed !== null) throw badKind('assessment-closed', 'This assessment is closed. Only notes can be added');
  switch (facts.kind) {
    case 'advice-asked':
      judgeAsking(state, facts.services, context);
      return;
    case 'decision':
      judgeDecision(state, facts.outcome);
      return;
    case 'no-plan-notice':
      within(state, ['assessing', 'drafting'], 'Only while the assessment is under way');
      return;
    case 'draft-served':
      within(state, ['assessing', 'drafting', 'no-plan'], 'A draft plan follows a decision to assess');
      return;
    case 'family-responded':
      within(state, ['drafting'], 'There is no draft plan for the family to answer');
      return;
    case 'plan-final':
      within(state, ['drafting'], 'A plan is served as a draft before it is final');
      return;
    case 'limit-exception':
      refuseLimitException(facts, on, state.requestedOn, state.rules);
      return;
    case 'mediation-certificate':
    case 'appeal-lodged':
    case 'appeal-ended':
      judgeAppeal(state, facts.kind);
      return;
    case 'transfer-planned':
      judgeTransfer(state, on, facts.movesOn);
      return;
    case 'transfer-plan-final':
      if (state.transfers.every(({ finalOn }) => finalOn !== null))
        throw badKind('no-transfer', 'No move to another phase is planned');
      return;
    case 'closed':
      if (facts.reason === 'plan-ceased') within(state, ['plan-in-force'], 'There is no plan to cease');
      return;
    default:
      judgeReview(state, on, facts);
      return;
  }
}

function judgeRequest(state: AssessmentState | undefined, on: LocalDate, { person }: CaseContext): void {
  if (state !== undefined) throw badKind('already-open', 'The request is recorded already');
  ehcRulesOn(on);
  if (!inEhcScope(person.birthDate, on))
    throw badDay('age-out-of-range', 'An assessment can be asked for from birth to the day before the 25th birthday');
}

function judgeAsking(state: AssessmentState, services: readonly string[], { policy }: CaseContext): void {
  within(state, ['deciding', 'assessing', 'drafting'], 'Advice is asked while the assessment is under way');
  const known = kindPolicyOf(policy, 'ehc-advice').services;
  for (const [at, service] of services.entries()) {
    if (!known.includes(service))
      throw badFact(`services/${at}`, 'service-unknown', 'No such service gives advice in this place');
    if (state.asked.some((one) => one.service === service && one.endedOn === null)) {
      const message = 'This service was asked already. If the day was wrong, record that request in error first';
      throw badFact(`services/${at}`, 'already-asked', message);
    }
  }
}

function judgeDecision({ stage, decision }: AssessmentState, outcome: 'assess' | 'do-not-assess'): void {
  if (stage === 'deciding' || (stage === 'not-assessed' && outcome === 'assess')) return;
  const message =
    decision === null ? 'It is too late for this decision' : 'This was decided already. Record that in error first';
  throw badKind('already-decided', message);
}

function judgeAppeal(
  { appeal }: AssessmentState,
  kind: 'mediation-certificate' | 'appeal-lodged' | 'appeal-ended',
): void {
  if (appeal === null) throw badKind('nothing-to-appeal', 'There is no decision that could be appealed');
  const running = appeal.lodgedOn !== null && appeal.endedOn === null;
  if (kind === 'appeal-ended' && !running) throw badKind('no-appeal', 'No appeal is under way');
  if (kind === 'appeal-lodged' && running) throw badKind('already-appealed', 'An appeal is under way already');
}

function judgeTransfer(state: AssessmentState, on: LocalDate, movesOn: LocalDate): void {
  within(state, ['plan-in-force'], 'Only a plan in force is amended for a move');
  if (movesOn <= on) throw badFact('movesOn', 'date-order', 'The move is planned before it happens');
}

type ReviewFacts = Extract<AssessmentFacts, { kind: `review-${string}` | 'amended-plan-final' }>;

function judgeReview({ review, concluded }: AssessmentState, on: LocalDate, facts: ReviewFacts): void {
  if (facts.kind === 'amended-plan-final') {
    if (concluded?.outcome !== 'amend' || concluded.amendedOn !== null)
      throw badKind('no-amendment', 'No review has decided to amend the plan');
    return;
  }
  if (review === null) throw badKind('no-plan-in-force', 'There is no plan in force to review');
  switch (facts.kind) {
    case 'review-meeting-set':
      if (review.metOn !== null) throw badKind('already-met', 'The meeting of this review is recorded already');
      if (facts.meetingOn < on) throw badFact('meetingOn', 'date-order', 'The meeting is set before it happens');
      if (daysBetween(on, facts.meetingOn) > FARTHEST_DAYS)
        throw badFact('meetingOn', 'date-too-far', 'This day is more than 2 years ahead. Check the year');
      return;
    case 'review-meeting':
      if (review.metOn !== null) throw badKind('already-met', 'The meeting of this review is recorded already');
      return;
    case 'review-advice-circulated':
      if (review.meetingSetFor === null && review.metOn === null)
        throw badKind('no-meeting', 'No meeting is set for this review');
      return;
    case 'review-report':
    case 'review-notice':
      if (review.metOn === null) throw badKind('not-met', 'Record the meeting of this review first');
  }
}

function within({ stage }: AssessmentState, stages: readonly AssessmentStage[], message: string): void {
  if (!stages.includes(stage)) throw badKind('wrong-stage', message);
}
