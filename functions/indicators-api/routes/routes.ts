import type { BoardDeps } from '../../../shared/application/board/board-deps.ts';
import type { Route } from '../../../shared/http/api/route.ts';
import { catalogueRoutes } from './catalogue.ts';
import { exportRoutes } from './exports.ts';
import { figureRoutes } from './figures.ts';
import { packRoutes } from './packs.ts';
import { rebaseRoutes } from './rebases.ts';
import { riskRoutes } from './risks.ts';

/** Every route of the API of figures, and of the papers about them. */
export const indicatorRoutes: readonly Route<BoardDeps>[] = [
  ...catalogueRoutes,
  ...figureRoutes,
  ...exportRoutes,
  ...rebaseRoutes,
  ...riskRoutes,
  ...packRoutes,
];
