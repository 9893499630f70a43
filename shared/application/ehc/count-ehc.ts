import type { Period } from '../../domain/calendar/period.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import { ehcAdvice } from '../../domain/ehc/advice-type.ts';
import { ehcAssessment } from '../../domain/ehc/assessment-type.ts';
import { type AssessmentCounts, adviceCounts, assessmentCounts } from '../../domain/ehc/counts.ts';
import { invalid } from '../../domain/error.ts';
import { authorise } from '../authorise.ts';
import type { Call } from '../call.ts';
import { caseNotFound } from '../case/case-subject.ts';
import { everyRow } from '../case/states-of-kind.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';

export interface EhcCounts {
  readonly assessments: AssessmentCounts;
  readonly advice: ReturnType<typeof adviceCounts>;
  readonly policyVersion: number;
}

/**
 * Raw counts of a period from the rows of assessments and advice: nobody is named and no record is read.
 * @throws `forbidden` for whoever does not coordinate; `invalid` `date-order`.
 */
export async function countEhc(deps: Pick<Deps, 'cases' | 'policies'>, call: Call, period: Period): Promise<EhcCounts> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, ehcAssessment.kind);
  authorise(call, 'case.list', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  if (period.to < period.from) {
    const message = 'The last day is before the first';
    throw invalid('date-order', message, [{ pointer: '/to', code: 'date-order', message }]);
  }
  const [assessments, advice] = await Promise.all([
    everyRow(deps.cases, place, ehcAssessment.kind),
    everyRow(deps.cases, place, ehcAdvice.kind),
  ]);
  return {
    assessments: assessmentCounts(assessments, period),
    advice: adviceCounts(advice, period),
    policyVersion: policy.version,
  };
}
