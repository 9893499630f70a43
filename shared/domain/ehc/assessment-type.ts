/** An EHC needs assessment and the plan that comes of it, as a case: open from the request until the plan ends. */
import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseSummary, CaseType, WaitingOn } from '../case/case-type.ts';
import type { Policy } from '../policy/policy.ts';
import { assessmentDeadlines, type Owed, owedOf } from './assessment-deadlines.ts';
import { type AssessmentFacts, assessmentFactsSchema } from './assessment-facts.ts';
import { packAssessmentRow } from './assessment-row.ts';
import { judgeAssessment } from './assessment-rules.ts';
import { type AssessmentState, foldAssessment } from './assessment-state.ts';

export const ehcAssessment: CaseType<AssessmentFacts, AssessmentState> = {
  kind: 'ehc-assessment',
  facts: assessmentFactsSchema,
  opens: ['request-received'],
  fold: foldAssessment,
  judge: judgeAssessment,
  deadlines: assessmentDeadlines,
  service: (_, policy) => coordinating(policy),
  summary: assessmentSummary,
  isOpen,
  // Two systems that pass on one request ask for one record.
  identity: (_, on) => [on],
};

/** The service that coordinates: the first that the place names for assessments. */
function coordinating(policy: Policy): string {
  const [first] = kindPolicyOf(policy, 'ehc-assessment').services;
  if (first === undefined) throw new RangeError('A kind of case has a service');
  return first;
}

/** After a refusal nothing is owed, unless it is appealed. */
function isOpen({ stage, appeal }: AssessmentState): boolean {
  if (stage === 'closed') return false;
  const appealed = appeal !== null && appeal.lodgedOn !== null && appeal.endedOn === null;
  return appealed || (stage !== 'not-assessed' && stage !== 'no-plan');
}

function assessmentSummary(state: AssessmentState): CaseSummary {
  const [next] = owedOf(state);
  return {
    status: state.stage,
    due: next === undefined ? null : { on: next.due, what: next.kind },
    waitingOn: next === undefined ? null : waitingOn(state, next),
    group: null,
    more: packAssessmentRow(state),
  };
}

/** While the family may answer a draft, nothing else can be done: the next step is theirs. */
function waitingOn({ draft, finalOn }: AssessmentState, { kind }: Owed): WaitingOn {
  return kind === 'ehc-final-plan' && draft?.respondedOn === null && finalOn === null ? 'family' : 'us';
}
