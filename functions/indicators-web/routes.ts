/** Every page of figures. A page that is not here does not exist; a test asks each of them for its accessibility. */
import type { FiguresWorld } from '../../shared/http/page/by-vouched.ts';
import type { PageRoute } from '../../shared/http/page/page-route.ts';
import { overviewRoutes } from './pages/overview.ts';

export const routes: readonly PageRoute<FiguresWorld>[] = [...overviewRoutes];
