/**
 * An assessment as its family is shown it: stages with the day each is due on, which services have sent advice, what comes
 * next, and what the law allows when a day has passed. Services are named and authors never; no advice and no evidence is here.
 */

import { type RightsTimeline, rightsTimeline } from '../calendar/age.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { type AdviceStanding, adviceDueOn } from './advice-limit.ts';
import type { AdviceState } from './advice-state.ts';
import { owedOf } from './assessment-deadlines.ts';
import type { AssessmentState } from './assessment-state.ts';
import type { EhcLimit } from './rule-set.ts';
import type { LimitStanding } from './timetable.ts';

/** The stages in their order. */
export const viewStages = ['request', 'decision', 'advice', 'draft', 'final-plan', 'review'] as const;
export type ViewStage = (typeof viewStages)[number];

/** How a stage looks on the day it is looked at. */
export const stageStandings = ['done', 'done-late', 'now', 'late', 'later', 'not-needed'] as const;
export type StageStanding = (typeof stageStandings)[number];

export interface StageSeen {
  readonly stage: ViewStage;
  readonly dueOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly standing: StageStanding;
  /** The law allows more time in this case. Why is not said here: it can be about somebody else. */
  readonly moreTimeAllowed: boolean;
}

/** What a family is told of one service's advice. */
export interface AdviceSeen {
  readonly service: string;
  readonly standing: 'in' | 'not-known' | 'awaited' | 'late' | 'not-needed';
  readonly dueOn: LocalDate;
  readonly inOn: LocalDate | null;
}

/** Something the law gives the family when things are late or refused; each is explained in words beside the page. */
export const legalSteps = ['answer-draft', 'appeal', 'complain'] as const;
export type LegalStep = (typeof legalSteps)[number];

export interface EhcStageView {
  readonly asAt: LocalDate;
  readonly stage: AssessmentState['stage'];
  readonly stages: readonly StageSeen[];
  readonly advice: readonly AdviceSeen[];
  readonly next: { readonly what: string; readonly by: LocalDate } | null;
  readonly lawAllows: readonly { readonly step: LegalStep; readonly until: LocalDate | null }[];
  /** Whose the rights are on that day: the young person's, from the day after the end of compulsory school age. */
  readonly rightsOf: 'parent' | 'young-person';
}

/** What the view is made of. */
export interface StageViewFacts {
  readonly assessment: AssessmentState;
  readonly advice: readonly AdviceState[];
  readonly birthDate: LocalDate;
  readonly asAt: LocalDate;
}

export function stageView({ assessment, advice, birthDate, asAt }: StageViewFacts): EhcStageView {
  const stages = stagesSeen(assessment, advice, asAt);
  const [owed] = owedOf(assessment);
  const { sendRightsFrom }: RightsTimeline = rightsTimeline(birthDate);
  return {
    asAt,
    stage: assessment.stage,
    stages,
    advice: advice.map(adviceSeen),
    next: owed === undefined ? null : { what: owed.kind, by: owed.due },
    lawAllows: lawAllows(assessment, stages, asAt),
    rightsOf: asAt >= sendRightsFrom ? 'young-person' : 'parent',
  };
}

function stagesSeen(assessment: AssessmentState, advice: readonly AdviceState[], asAt: LocalDate): StageSeen[] {
  const { requestedOn, draft, finalOn, review, reviewDates, decision } = assessment;
  const request: StageSeen = {
    stage: 'request',
    dueOn: null,
    doneOn: requestedOn,
    standing: 'done',
    moreTimeAllowed: false,
  };
  const stages = [
    request,
    limitSeen(assessment, 'decision', 'decision'),
    adviceStage(advice, finalOn !== null),
    draftStage(assessment, asAt),
    limitSeen(assessment, 'final-plan', 'final-plan'),
  ];
  if (review !== null && reviewDates !== null)
    stages.push({
      stage: 'review',
      dueOn: reviewDates.concludeBy,
      doneOn: null,
      standing: asAt > reviewDates.concludeBy ? 'late' : 'later',
      moreTimeAllowed: false,
    });
  const refused = decision?.outcome === 'do-not-assess';
  const current = stages.find(({ standing }) => standing === 'later');
  return stages
    .filter(({ stage }) => !(refused && draft === null && finalOn === null && stage === 'advice'))
    .map((stage) => (stage === current ? { ...stage, standing: 'now' } : stage));
}

const seenAs: Readonly<Record<LimitStanding, StageStanding>> = {
  met: 'done',
  late: 'done-late',
  'late-lifted': 'done-late',
  open: 'later',
  overdue: 'late',
  'overdue-lifted': 'late',
  'not-needed': 'not-needed',
};

function limitSeen({ steps }: AssessmentState, limit: EhcLimit, stage: ViewStage): StageSeen {
  const step = steps.find((one) => one.limit === limit);
  if (step === undefined) throw new RangeError('Every limit has its step');
  const { due, doneOn, standing, lifted } = step;
  return { stage, dueOn: due, doneOn, standing: seenAs[standing], moreTimeAllowed: lifted };
}

/** All services' advice as one stage: it is in when the last of it is. */
function adviceStage(advice: readonly AdviceState[], hasPlan: boolean): StageSeen {
  const standings = advice.map(({ timeliness }) => timeliness.standing);
  const owed = advice.filter(({ reply, withdrawnOn }) => reply === null && withdrawnOn === null);
  const replies = advice.flatMap(({ reply }) => reply?.on ?? []).sort();
  const lastDue =
    advice
      .map(({ timeliness }) => timeliness.due)
      .sort()
      .at(-1) ?? null;
  const some = (...which: readonly AdviceStanding[]) => standings.some((standing) => which.includes(standing));
  const late = some('late', 'late-exception');
  const overdue = some('overdue', 'overdue-exception');
  const done = advice.length > 0 && owed.length === 0 && replies.length > 0;
  const ended = owed.length === 0 && replies.length === 0 && (advice.length > 0 || hasPlan);
  return {
    stage: 'advice',
    dueOn: lastDue,
    doneOn: done ? (replies.at(-1) ?? null) : null,
    standing: ended ? 'not-needed' : done ? (late ? 'done-late' : 'done') : overdue ? 'late' : 'later',
    moreTimeAllowed: some('overdue-exception', 'late-exception'),
  };
}

/** A draft has no limit of its own: it must leave the family its days before the plan is due. */
function draftStage({ draft, steps, rules, finalOn }: AssessmentState, asAt: LocalDate): StageSeen {
  const final = steps.find(({ limit }) => limit === 'final-plan');
  const dueOn = final === undefined ? null : addDays(final.due, -rules.draftResponseDays);
  const unneeded = draft === null && (final?.standing === 'not-needed' || finalOn !== null);
  const late = draft === null && dueOn !== null && asAt > dueOn;
  return {
    stage: 'draft',
    dueOn: unneeded ? null : dueOn,
    doneOn: draft?.servedOn ?? null,
    standing: unneeded ? 'not-needed' : draft !== null ? 'done' : late ? 'late' : 'later',
    moreTimeAllowed: final?.lifted ?? false,
  };
}

const adviceSeenAs: Readonly<Record<AdviceStanding, AdviceSeen['standing']>> = {
  awaited: 'awaited',
  overdue: 'late',
  'overdue-exception': 'late',
  'on-time': 'in',
  late: 'in',
  'late-exception': 'in',
  withdrawn: 'not-needed',
};

function adviceSeen({ service, timeliness, reply, receivedOn, rules }: AdviceState): AdviceSeen {
  const standing = reply?.how === 'not-known' ? 'not-known' : adviceSeenAs[timeliness.standing];
  return { service, standing, dueOn: adviceDueOn(receivedOn, rules), inOn: reply?.on ?? null };
}

function lawAllows(
  { appeal, draft, finalOn }: AssessmentState,
  stages: readonly StageSeen[],
  asAt: LocalDate,
): EhcStageView['lawAllows'] {
  const late = stages.some(({ standing, moreTimeAllowed }) => standing === 'late' && !moreTimeAllowed);
  return [
    ...(finalOn === null && draft?.respondedOn === null && asAt <= draft.closesOn
      ? [{ step: 'answer-draft' as const, until: draft.closesOn }]
      : []),
    ...(appeal?.lodgedOn === null && asAt <= appeal.until ? [{ step: 'appeal' as const, until: appeal.until }] : []),
    ...(late ? [{ step: 'complain' as const, until: null }] : []),
  ];
}
