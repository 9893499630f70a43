/** The pages of rows that wait for a decision. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { reviewPath, reviewsPath } from './addresses.ts';
import { decisionSent } from './decide-page.ts';
import { reviewsPage } from './list-page.ts';
import { reviewPage } from './review-page.ts';

export const reviewRoutes: readonly PageRoute[] = [
  actingPage('GET', reviewsPath, 'review.read', reviewsPage),
  actingPage('GET', reviewPath('{reviewId}'), 'review.read', reviewPage),
  actingPage('POST', reviewPath('{reviewId}'), 'review.decide', decisionSent),
];
