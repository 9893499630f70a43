/** The pages, behind the gateway's `$default` route. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { assetAddresses } from '../../shared/http/assets/addresses.ts';
import { builtHashes } from '../../shared/http/assets/built-hashes.js';
import { logOf } from '../../shared/http/middleware/log.ts';
import { createSite } from '../../shared/http/page/site.ts';
import { composeSite } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { routes } from './routes.ts';

const log = logOf('web');
const deps = composeSite(environmentSchema.parse(process.env));
const site = createSite({
  routes,
  assets: assetAddresses(builtHashes),
  onFault: (fault, requestId) => log.error('A page failed', { requestId }, fault),
});

export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => site(event, deps);
