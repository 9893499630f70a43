import { apiBundle } from '../../shared/http/api/api-bundle.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { apiRoutes } from './routes/routes.ts';

const environment = environmentSchema.parse(process.env);

/** Answers everything under `/v1`, and `/health`. */
export const handler = apiBundle(apiRoutes(environment.STAGE), composed(environment), logOf('api'));
