import { bundleOf } from '../../shared/http/api/api-bundle.ts';
import { familyAsks } from '../../shared/http/family/family-api.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { familyApiRoutes } from './routes.ts';

const environment = environmentSchema.parse(process.env);

/** Answers everything under `/v1/family`. */
export const handler = bundleOf(familyApiRoutes, composed(environment), logOf('family-api'), familyAsks);
