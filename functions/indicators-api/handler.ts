import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { apiBundleOf } from '../../shared/http/api/api-bundle.ts';
import { byVouched } from '../../shared/http/api/by-vouched.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { environmentSchema } from './environment.ts';
import { indicatorRoutes } from './routes/routes.ts';

const { INDICATORS_TABLE } = environmentSchema.parse(process.env);
const figures = publishedFiguresInTable(new TableAccess(documentClient(), INDICATORS_TABLE));

/** Answers everything under `/v1/indicators`. */
export const handler = apiBundleOf(indicatorRoutes, async () => ({ figures }), logOf('indicators-api'), byVouched);
