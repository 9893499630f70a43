import type { FigureDeps } from '../../../shared/application/indicators/figure-deps.ts';
import type { Route } from '../../../shared/http/api/route.ts';
import { catalogueRoutes } from './catalogue.ts';
import { exportRoutes } from './exports.ts';
import { figureRoutes } from './figures.ts';

/** Every route of the API of figures. */
export const indicatorRoutes: readonly Route<FigureDeps>[] = [...catalogueRoutes, ...figureRoutes, ...exportRoutes];
