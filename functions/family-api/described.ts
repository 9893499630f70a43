import { familiesApi } from '../../shared/http/api/described-apis.ts';
import { descriptionRoutes } from '../../shared/http/api/description-routes.ts';
import { familyApiRoutes } from './routes.ts';

/** Every route, and those that describe them to anybody. */
export const familyApi = [...familyApiRoutes, ...descriptionRoutes(familyApiRoutes, familiesApi)];
