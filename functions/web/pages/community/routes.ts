/** Every page on which staff write for families. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import {
  helpListPath,
  helpPath,
  meetingPath,
  meetingsPath,
  noticePath,
  noticesPath,
  questionnairePath,
  questionnairesPath,
} from './addresses.ts';
import { meetingFormRoutes } from './events/event-form.ts';
import { meetingButtonRoutes, meetingPageOf } from './events/event-page.ts';
import { meetingsPageOf } from './events/list-page.ts';
import { helpFormRoutes } from './help/help-form.ts';
import { helpButtonRoutes, helpPageOf } from './help/help-page.ts';
import { helpListPageOf } from './help/list-page.ts';
import { reviewRoutes } from './help/review-forms.ts';
import { noticesPageOf } from './notices/list-page.ts';
import { noticeFormRoutes } from './notices/notice-form.ts';
import { noticePageOf } from './notices/notice-page.ts';
import { questionnairesPageOf } from './questions/list-page.ts';
import { questionnaireFormRoutes } from './questions/question-form.ts';
import { questionnaireButtonRoutes, questionnairePageOf } from './questions/question-page.ts';

export const communityRoutes: readonly PageRoute[] = [
  actingPage('GET', helpListPath, 'community.read', helpListPageOf),
  actingPage('GET', helpPath('{helpId}'), 'community.read', helpPageOf),
  ...helpFormRoutes,
  ...reviewRoutes,
  ...helpButtonRoutes,
  actingPage('GET', noticesPath, 'community.read', noticesPageOf),
  actingPage('GET', noticePath('{noticeId}'), 'community.read', noticePageOf),
  ...noticeFormRoutes,
  actingPage('GET', meetingsPath, 'community.read', meetingsPageOf),
  actingPage('GET', meetingPath('{meetingId}'), 'community.read', meetingPageOf),
  ...meetingFormRoutes,
  ...meetingButtonRoutes,
  actingPage('GET', questionnairesPath, 'community.read', questionnairesPageOf),
  actingPage('GET', questionnairePath('{questionnaireId}'), 'community.read', questionnairePageOf),
  ...questionnaireFormRoutes,
  ...questionnaireButtonRoutes,
];
