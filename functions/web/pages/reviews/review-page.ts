/** One row that waits: what the file says beside what the record says, and the form to decide; or what was decided. */
import { readReview } from '../../../../shared/application/review/read-review.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { askPage } from '../../../../shared/http/page/form-flow.ts';
import type { PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { decisionFlow } from './decide-page.ts';
import { settledPage } from './settled-page.ts';

export async function reviewPage(visit: ActingVisit): Promise<PageAnswer> {
  const view = await readReview(visit.deps, visit.call, visit.params['reviewId'] ?? '');
  const mayDecide = can(visit.actor, 'review.decide', anythingOf(visit.actor)) === 'allowed';
  if (view.decisions.length > 0 && mayDecide) return askPage(visit, decisionFlow(visit, view));
  return settledPage(visit, view);
}
