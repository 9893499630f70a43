import { figuresApi } from '../../../shared/http/api/described-apis.ts';
import { descriptionRoutes } from '../../../shared/http/api/description-routes.ts';
import { indicatorRoutes } from './routes.ts';

/** Every route, and those that describe them to anybody. */
export const figuresApiRoutes = [...indicatorRoutes, ...descriptionRoutes(indicatorRoutes, figuresApi)];
