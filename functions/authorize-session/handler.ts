import { authorizerBundle } from '../../shared/http/middleware/authorizer-bundle.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { authorize } from './authorize.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';

const deps = composed(environmentSchema.parse(process.env));

/** Says who asks, for functions that may not read the records. */
export const handler = authorizerBundle((event) => authorize(event, deps), logOf('authorize-session'));
