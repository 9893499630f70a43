/** Every page on which staff write for families. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { helpListPath, helpPath, noticePath, noticesPath } from './addresses.ts';
import { helpFormRoutes } from './help/help-form.ts';
import { helpButtonRoutes, helpPageOf } from './help/help-page.ts';
import { helpListPageOf } from './help/list-page.ts';
import { reviewRoutes } from './help/review-forms.ts';
import { noticesPageOf } from './notices/list-page.ts';
import { noticeFormRoutes } from './notices/notice-form.ts';
import { noticePageOf } from './notices/notice-page.ts';

export const communityRoutes: readonly PageRoute[] = [
  actingPage('GET', helpListPath, 'community.read', helpListPageOf),
  actingPage('GET', helpPath('{helpId}'), 'community.read', helpPageOf),
  ...helpFormRoutes,
  ...reviewRoutes,
  ...helpButtonRoutes,
  actingPage('GET', noticesPath, 'community.read', noticesPageOf),
  actingPage('GET', noticePath('{noticeId}'), 'community.read', noticePageOf),
  ...noticeFormRoutes,
];
