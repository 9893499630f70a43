/** The registry of case types. A duty adds itself here and is then kept, listed, watched, published and shown. */

import { accessReviewType } from '../access-review/access-review-type.ts';
import { budgetCase } from '../budget/budget-case.ts';
import { careAssessment } from '../care-assessment/care-type.ts';
import { ehcAdvice } from '../ehc/advice-type.ts';
import { ehcAssessment } from '../ehc/assessment-type.ts';
import { notFound } from '../error.ts';
import { familyMessageType } from '../family-message/family-message-type.ts';
import { feedbackType } from '../feedback/feedback-type.ts';
import { healthCheckType } from '../health-check/health-check-type.ts';
import { healthGoalsType } from '../health-goals/health-goals-type.ts';
import type { CaseKind } from './case-kinds.ts';
import type { CaseType, CaseTypes } from './case-type.ts';

const registered: readonly CaseType[] = [
  healthCheckType,
  ehcAssessment,
  ehcAdvice,
  budgetCase,
  familyMessageType,
  healthGoalsType,
  feedbackType,
  careAssessment,
  accessReviewType,
];

export const caseTypes: CaseTypes = new Map(registered.map((type) => [type.kind, type]));

/** The type of a kind. @throws `not-found` `case-kind-not-found` for a kind that no duty has been built for. */
export function caseTypeOf(types: CaseTypes, kind: CaseKind): CaseType {
  const type = types.get(kind);
  if (type === undefined) throw notFound('case-kind-not-found', 'There is no such kind of record');
  return type;
}
