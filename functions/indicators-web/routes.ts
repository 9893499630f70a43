/** Every page of figures. A page that is not here does not exist; a test asks each of them for its accessibility. */
import type { FiguresWorld } from '../../shared/http/page/by-vouched.ts';
import type { PageRoute } from '../../shared/http/page/page-route.ts';
import { capacityRoutes } from './pages/capacity-page.ts';
import { catalogueRoutes } from './pages/catalogue-page.ts';
import { downloadRoutes } from './pages/downloads-page.ts';
import { dutyFigureRoutes } from './pages/duties-page.ts';
import { equityRoutes } from './pages/equity-page.ts';
import { overviewRoutes } from './pages/overview.ts';
import { packRoutes } from './pages/packs/routes.ts';
import { queuePageRoutes } from './pages/queue-page.ts';
import { rebaseRoutes } from './pages/rebases/rebase-pages.ts';
import { riskRoutes } from './pages/risks/routes.ts';

export const routes: readonly PageRoute<FiguresWorld>[] = [
  ...overviewRoutes,
  ...queuePageRoutes,
  ...rebaseRoutes,
  ...capacityRoutes,
  ...equityRoutes,
  ...dutyFigureRoutes,
  ...riskRoutes,
  ...packRoutes,
  ...downloadRoutes,
  ...catalogueRoutes,
];
