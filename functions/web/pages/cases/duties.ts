/** The pages of every kind of case. A duty adds its own here. */
import type { CaseKind } from '../../../../shared/domain/case/case-kinds.ts';
import { notFound } from '../../../../shared/domain/error.ts';
import { budgetPages } from '../budgets/budget-pages.ts';
import { careCasePages } from '../care-assessments/care-pages.ts';
import { advicePages } from '../ehc/advice-pages.ts';
import { assessmentPages } from '../ehc/assessment-pages.ts';
import { accessReviewPages } from '../family-access/review-pages.ts';
import { goalPages } from '../family-voice/goal-pages.ts';
import { messagePages } from '../family-voice/message-pages.ts';
import { healthCheckPages } from '../health-checks/pages.ts';
import type { CasePages } from './case-pages.ts';

const registered: readonly CasePages[] = [
  careCasePages,
  assessmentPages,
  advicePages,
  messagePages,
  goalPages,
  accessReviewPages,
  healthCheckPages,
  budgetPages,
];

export const casePages: ReadonlyMap<CaseKind, CasePages> = new Map(registered.map((pages) => [pages.kind, pages]));

/** The pages of the kind that an address names. @throws `not-found` `no-such-page`. */
export function casePagesOf(kind: string | undefined): CasePages {
  const pages = casePages.get(kind as CaseKind);
  if (pages === undefined) throw notFound('no-such-page', 'There is no such page');
  return pages;
}
