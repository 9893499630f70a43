import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { openIds } from '../../shared/adapters/crypto/ids.ts';
import { boardPapersInTable } from '../../shared/adapters/dynamodb/board-papers.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import type { BoardDeps } from '../../shared/application/board/board-deps.ts';
import { apiBundleOf } from '../../shared/http/api/api-bundle.ts';
import { byVouched } from '../../shared/http/api/by-vouched.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { environmentSchema } from './environment.ts';
import { figuresApiRoutes } from './routes/described.ts';

const { INDICATORS_TABLE } = environmentSchema.parse(process.env);
const indicators = new TableAccess(documentClient(), INDICATORS_TABLE);
const deps: BoardDeps = {
  figures: publishedFiguresInTable(indicators),
  board: boardPapersInTable(indicators),
  ids: openIds,
  hash: sha256,
};

/** Answers everything under `/v1/indicators`. */
export const handler = apiBundleOf(figuresApiRoutes, async () => deps, logOf('indicators-api'), byVouched);
