/** The pages of figures, for commissioners, behind the gateway's routes of `/indicators`. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { openIds } from '../../shared/adapters/crypto/ids.ts';
import { boardPapersInTable } from '../../shared/adapters/dynamodb/board-papers.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import type { BoardDeps } from '../../shared/application/board/board-deps.ts';
import { assetAddresses } from '../../shared/http/assets/addresses.ts';
import { builtHashes } from '../../shared/http/assets/built-hashes.js';
import { logOf } from '../../shared/http/middleware/log.ts';
import { byVouched } from '../../shared/http/page/by-vouched.ts';
import { createSiteOf } from '../../shared/http/page/site.ts';
import { environmentSchema } from './environment.ts';
import { routes } from './routes.ts';

const { INDICATORS_TABLE } = environmentSchema.parse(process.env);
const log = logOf('indicators-web');
const indicators = new TableAccess(documentClient(), INDICATORS_TABLE);
const deps: BoardDeps = {
  figures: publishedFiguresInTable(indicators),
  board: boardPapersInTable(indicators),
  ids: openIds,
  hash: sha256,
};
const site = createSiteOf(
  {
    routes,
    assets: assetAddresses(builtHashes),
    onFault: (fault, requestId) => log.error('A page failed', { requestId }, fault),
  },
  byVouched,
);

export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  site(event, async () => deps);
