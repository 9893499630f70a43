import { bundleOf } from '../../shared/http/api/api-bundle.ts';
import { familyAsks } from '../../shared/http/family/family-api.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { familyApi } from './described.ts';
import { environmentSchema } from './environment.ts';

const environment = environmentSchema.parse(process.env);

/** Answers everything under `/v1/family`. */
export const handler = bundleOf(familyApi, composed(environment), logOf('family-api'), familyAsks);
