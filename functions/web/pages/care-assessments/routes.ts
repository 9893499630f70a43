/** The pages of health assessments in care beside those that every kind of case has. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { careFiguresPath } from './addresses.ts';
import { careFiguresPage } from './figures-page.ts';
import { notificationRoutes } from './notifications.ts';

export const careAssessmentRoutes: readonly PageRoute[] = [
  actingPage('GET', careFiguresPath, 'case.list', careFiguresPage),
  ...notificationRoutes,
];
