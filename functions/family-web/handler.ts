/** The families' pages, behind the gateway's routes under `/family`. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { assetAddresses } from '../../shared/http/assets/addresses.ts';
import { builtHashes } from '../../shared/http/assets/built-hashes.js';
import { createFamilySite } from '../../shared/http/family/family-site.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composeFamilySite } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { familyRoutes } from './routes.ts';

const log = logOf('family-web');
const deps = composeFamilySite(environmentSchema.parse(process.env));
const site = createFamilySite({
  routes: familyRoutes,
  assets: assetAddresses(builtHashes),
  onFault: (fault, requestId) => log.error('A page failed', { requestId }, fault),
});

export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => site(event, deps);
