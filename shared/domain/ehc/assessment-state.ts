/** What an assessment's history has made of it on a day. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { CaseContext } from '../case/case-type.ts';
import { type ReviewDates, type ReviewOutcome, reviewDates } from './annual-review.ts';
import type { AssessmentFacts, FactsOf, LimitExceptionFacts } from './assessment-facts.ts';
import { appealBy, type DraftWindow, draftWindow } from './draft-plan.ts';
import { planEndsBy } from './end-of-rights.ts';
import { type PhaseMove, transferPlanBy } from './phase-transfer.ts';
import { type EhcLimit, type EhcRuleSet, ehcRulesOn } from './rule-set.ts';
import { type LimitStep, limitSteps } from './timetable.ts';

/** Where an assessment stands, in the order in which it goes. */
export const assessmentStages = [
  'deciding',
  'assessing',
  'drafting',
  'plan-in-force',
  'not-assessed',
  'no-plan',
  'closed',
] as const;
export type AssessmentStage = (typeof assessmentStages)[number];

/** A service that was asked for advice: when its body received the request, and which event says so. */
export interface AskedService {
  readonly service: string;
  /** 0 the first time; one more where it is asked anew after an earlier asking came to nothing. */
  readonly round: number;
  readonly receivedOn: LocalDate;
  readonly familyAsked: boolean;
  readonly eventId: string;
  /** From this day on the advice is needed no more; null while it is. */
  readonly endedOn: LocalDate | null;
}

/** The last decision that can be appealed, and what became of the right. */
export interface AppealRight {
  readonly decidedOn: LocalDate;
  readonly until: LocalDate;
  readonly mediationOn: LocalDate | null;
  readonly lodgedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
}

/** The review that is under way, from the day the last was concluded or the plan was made. */
export interface ReviewRound {
  readonly since: LocalDate;
  readonly meetingSetFor: LocalDate | null;
  readonly circulatedOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly reportOn: LocalDate | null;
}

/** The last review that was concluded. An amendment stays open beside the next round. */
export interface ConcludedReview {
  readonly round: ReviewRound;
  readonly on: LocalDate;
  readonly outcome: ReviewOutcome;
  readonly dates: ReviewDates;
  readonly amendedOn: LocalDate | null;
}

export interface PlannedTransfer {
  readonly move: PhaseMove;
  readonly movesOn: LocalDate;
  readonly by: LocalDate;
  readonly plannedOn: LocalDate;
  readonly finalOn: LocalDate | null;
}

export interface AssessmentState {
  readonly rules: EhcRuleSet;
  readonly requestedOn: LocalDate;
  readonly requestedBy: FactsOf<'request-received'>['requestedBy'];
  readonly councilReference: string | null;
  readonly asked: readonly AskedService[];
  readonly decision: { readonly on: LocalDate; readonly outcome: 'assess' | 'do-not-assess' } | null;
  readonly noPlanOn: LocalDate | null;
  readonly draft: (DraftWindow & { readonly respondedOn: LocalDate | null }) | null;
  readonly finalOn: LocalDate | null;
  /** The plan was made final while the family could still answer the draft. */
  readonly finalTooSoon: boolean;
  readonly exceptions: readonly (LimitExceptionFacts & { readonly on: LocalDate })[];
  readonly steps: readonly LimitStep[];
  readonly appeal: AppealRight | null;
  readonly review: ReviewRound | null;
  readonly reviewDates: ReviewDates | null;
  readonly concluded: ConcludedReview | null;
  readonly transfers: readonly PlannedTransfer[];
  readonly closed: { readonly on: LocalDate; readonly reason: FactsOf<'closed'>['reason'] } | null;
  readonly stage: AssessmentStage;
  /** The last day on which the law can keep a plan for this person. */
  readonly planEndsBy: LocalDate;
}

type Draft = { -readonly [K in keyof AssessmentState]: AssessmentState[K] } & { decidedFirstOn: LocalDate | null };

/** Folds events that stand, in the order of their days; the first is the request. */
export function foldAssessment(events: readonly CaseEvent<AssessmentFacts>[], context: CaseContext): AssessmentState {
  const [opening] = events;
  if (opening?.facts.kind !== 'request-received') throw new RangeError('An assessment begins with its request');
  const draft = opened(opening.on, opening.facts, context);
  for (const event of events.slice(1)) apply(draft, event);
  return settled(draft, context);
}

function opened(
  requestedOn: LocalDate,
  { requestedBy, councilReference }: FactsOf<'request-received'>,
  { person }: CaseContext,
): Draft {
  return {
    rules: ehcRulesOn(requestedOn),
    requestedOn,
    requestedBy,
    councilReference: councilReference ?? null,
    asked: [],
    decision: null,
    decidedFirstOn: null,
    noPlanOn: null,
    draft: null,
    finalOn: null,
    finalTooSoon: false,
    exceptions: [],
    steps: [],
    appeal: null,
    review: null,
    reviewDates: null,
    concluded: null,
    transfers: [],
    closed: null,
    stage: 'deciding',
    planEndsBy: planEndsBy(person.birthDate),
  };
}

type Applied = CaseEvent<AssessmentFacts>;

function apply(state: Draft, { id, on, facts }: Applied): void {
  switch (facts.kind) {
    case 'advice-asked':
      state.asked = [...state.asked, ...facts.services.map((service) => askedNow(state, service, on, facts, id))];
      break;
    case 'decision':
      state.decision = { on, outcome: facts.outcome };
      state.decidedFirstOn ??= on;
      if (facts.outcome === 'assess') break;
      state.appeal = appealFrom(on, state.rules);
      endAsking(state, on);
      break;
    case 'no-plan-notice':
      state.noPlanOn = on;
      state.appeal = appealFrom(on, state.rules);
      endAsking(state, on);
      break;
    case 'draft-served':
      state.draft = { ...draftWindow(on, state.rules), respondedOn: null };
      state.noPlanOn = null;
      break;
    case 'family-responded':
      if (state.draft !== null) state.draft = { ...state.draft, respondedOn: on };
      break;
    case 'plan-final':
      state.finalOn = on;
      state.finalTooSoon = state.draft !== null && on < state.draft.finalFrom;
      state.appeal = appealFrom(on, state.rules);
      state.review = roundFrom(on);
      break;
    case 'limit-exception':
      state.exceptions = [...state.exceptions, { ...facts, on }];
      break;
    case 'mediation-certificate':
      if (state.appeal !== null)
        state.appeal = {
          ...state.appeal,
          mediationOn: on,
          until: appealBy(state.appeal.decidedOn, on, state.rules),
        };
      break;
    case 'appeal-lodged':
      if (state.appeal !== null) state.appeal = { ...state.appeal, lodgedOn: on, endedOn: null };
      break;
    case 'appeal-ended':
      if (state.appeal !== null) state.appeal = { ...state.appeal, endedOn: on };
      break;
    case 'transfer-planned':
      state.transfers = [
        ...state.transfers.filter(({ finalOn }) => finalOn !== null),
        {
          move: facts.move,
          movesOn: facts.movesOn,
          by: transferPlanBy(facts.move, facts.movesOn),
          plannedOn: on,
          finalOn: null,
        },
      ];
      break;
    case 'transfer-plan-final':
      state.transfers = state.transfers.map((transfer) => ({ ...transfer, finalOn: transfer.finalOn ?? on }));
      break;
    case 'closed':
      state.closed = { on, reason: facts.reason };
      endAsking(state, on);
      break;
    case 'request-received':
    case 'noted':
      break;
    default:
      applyReview(state, on, facts);
  }
}

function applyReview(
  state: Draft,
  on: LocalDate,
  facts: Extract<AssessmentFacts, { kind: `review-${string}` | 'amended-plan-final' }>,
): void {
  const { review, rules } = state;
  if (review === null) return;
  switch (facts.kind) {
    case 'review-meeting-set':
      state.review = { ...review, meetingSetFor: facts.meetingOn };
      break;
    case 'review-advice-circulated':
      state.review = { ...review, circulatedOn: on };
      break;
    case 'review-meeting':
      state.review = { ...review, metOn: on };
      break;
    case 'review-report':
      state.review = { ...review, reportOn: on };
      break;
    case 'review-notice': {
      const { outcome } = facts;
      const dates = reviewDates(review.since, review.metOn, { on, outcome }, rules);
      state.concluded = { round: review, on, outcome, dates, amendedOn: null };
      state.review = outcome === 'cease' ? null : roundFrom(on);
      state.appeal = appealFrom(on, rules);
      break;
    }
    case 'amended-plan-final':
      if (state.concluded !== null) state.concluded = { ...state.concluded, amendedOn: on };
      state.appeal = appealFrom(on, rules);
      break;
  }
}

function askedNow(
  { asked }: Draft,
  service: string,
  receivedOn: LocalDate,
  { familyAsked }: FactsOf<'advice-asked'>,
  eventId: string,
): AskedService {
  const round = asked.filter((earlier) => earlier.service === service).length;
  return { service, round, receivedOn, familyAsked, eventId, endedOn: null };
}

function endAsking(state: Draft, on: LocalDate): void {
  state.asked = state.asked.map((asked) => ({ ...asked, endedOn: asked.endedOn ?? on }));
}

function appealFrom(decidedOn: LocalDate, rules: EhcRuleSet): AppealRight {
  return { decidedOn, until: appealBy(decidedOn, null, rules), mediationOn: null, lodgedOn: null, endedOn: null };
}

function roundFrom(since: LocalDate): ReviewRound {
  return { since, meetingSetFor: null, circulatedOn: null, metOn: null, reportOn: null };
}

function settled(draft: Draft, { asAt }: CaseContext): AssessmentState {
  const { decidedFirstOn, ...state } = draft;
  const { review, rules } = state;
  return {
    ...state,
    stage: stageOf(state),
    steps: limitSteps(
      {
        requestedOn: state.requestedOn,
        done: {
          ...(decidedFirstOn === null ? {} : { decision: decidedFirstOn }),
          ...(state.noPlanOn === null ? {} : { 'no-plan-notice': state.noPlanOn }),
          ...(state.finalOn === null ? {} : { 'final-plan': state.finalOn }),
        },
        lifted: new Set(state.exceptions.flatMap(({ limits }) => limits)),
        notNeeded: notNeeded(state),
      },
      asAt,
      rules,
    ),
    reviewDates: review === null ? null : reviewDates(review.since, review.metOn ?? review.meetingSetFor, null, rules),
  };
}

function stageOf({ closed, finalOn, noPlanOn, decision, draft }: Omit<Draft, 'decidedFirstOn'>): AssessmentStage {
  if (closed !== null) return 'closed';
  if (finalOn !== null) return 'plan-in-force';
  if (noPlanOn !== null) return 'no-plan';
  if (decision === null) return 'deciding';
  if (decision.outcome === 'do-not-assess') return 'not-assessed';
  return draft === null ? 'assessing' : 'drafting';
}

/** What nobody owes any more: a plan after a refusal, a notice that there will be none once there is a draft. */
function notNeeded({
  closed,
  decision,
  draft,
  finalOn,
  noPlanOn,
}: Omit<Draft, 'decidedFirstOn'>): ReadonlySet<EhcLimit> {
  if (closed !== null) return new Set(['decision', 'no-plan-notice', 'final-plan']);
  if (decision?.outcome === 'do-not-assess') return new Set(['no-plan-notice', 'final-plan']);
  if (noPlanOn !== null) return new Set(['final-plan']);
  return draft !== null || finalOn !== null ? new Set(['no-plan-notice']) : new Set();
}
