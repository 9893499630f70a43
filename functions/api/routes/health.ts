import * as z from 'zod';
import manifest from '../../../package.json' with { type: 'json' };
import { defineRoute } from '../../../shared/http/api/route.ts';

/** Says that the function runs. It asks nothing of the store: a store that is away is told by the routes that need it. */
export function healthRoute(stage: string) {
  return defineRoute({
    method: 'GET',
    path: '/health',
    id: 'readHealth',
    tag: 'Service',
    summary: 'Whether the service runs',
    audience: 'anybody',
    action: 'me.read',
    response: z.strictObject({ status: z.literal('ok'), stage: z.string(), version: z.string() }),
    async handle() {
      return { body: { status: 'ok' as const, stage, version: manifest.version } };
    },
  });
}
