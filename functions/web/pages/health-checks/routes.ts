/** The pages of annual health checks beside those that every kind of case has. The list is their own. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import {
  easyReadPlanPath,
  healthCheckFiguresPath,
  healthChecksCsvPath,
  healthChecksPath,
  planPath,
} from './addresses.ts';
import { healthCheckFiguresPage } from './figures-page.ts';
import { healthChecksDownload, healthChecksPage } from './list-page.ts';
import { easyReadPlanPage, planPage } from './plan-page.ts';
import { practiceFileRoutes } from './practice-file.ts';

const one = { personId: '{personId}', caseId: '{caseId}' };

export const healthCheckRoutes: readonly PageRoute[] = [
  actingPage('GET', healthChecksPath, 'case.list', healthChecksPage),
  actingPage('GET', healthChecksCsvPath, 'case.export', healthChecksDownload),
  actingPage('GET', healthCheckFiguresPath, 'queue.summary', healthCheckFiguresPage),
  ...practiceFileRoutes,
  actingPage('GET', planPath(one), 'case.read', planPage),
  actingPage('GET', easyReadPlanPath(one), 'case.read', easyReadPlanPage),
];
