/** The families' pages, behind the gateway's routes under `/family`. Their assets are those of the site, which `web` serves. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createAssets } from '../../shared/http/assets/assets.ts';
import { builtAssets } from '../../shared/http/assets/built.js';
import { createFamilySite } from '../../shared/http/family/family-site.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composeFamilySite } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { familyRoutes } from './routes.ts';

const log = logOf('family-web');
const deps = composeFamilySite(environmentSchema.parse(process.env));
const site = createFamilySite({
  routes: familyRoutes,
  assets: createAssets(builtAssets),
  onFault: (fault, requestId) => log.error('A page failed', { requestId }, fault),
});

export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => site(event, deps);
