/** How the service does, for operators. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { operationsPage } from './operations-page.ts';

export const operationsRoutes: readonly PageRoute[] = [
  actingPage('GET', '/operations', 'operations.read', operationsPage),
];
