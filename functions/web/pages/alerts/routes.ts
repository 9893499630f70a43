/** Every page about alerts. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { acknowledgeSeveralPath, alertPath, alertsPath } from './addresses.ts';
import { alertPage } from './alert-page.ts';
import { alertsPage } from './list-page.ts';
import { acknowledgeSeveral, severalAgain } from './several-page.ts';
import { workRoutes } from './work-forms.ts';

export const alertRoutes: readonly PageRoute[] = [
  actingPage('GET', alertsPath, 'alert.read', alertsPage),
  actingPage('GET', acknowledgeSeveralPath, 'alert.work', severalAgain),
  actingPage('POST', acknowledgeSeveralPath, 'alert.work', acknowledgeSeveral),
  actingPage('GET', alertPath('{alertId}'), 'alert.read', alertPage),
  ...workRoutes,
];
