/** The API of a test as a door to import through: every answer must be a good one. */
import type { ImportDoor } from '../../../shared/application/import/import-file.ts';
import type { ApiService, Asker } from '../api-service.ts';

export function apiDoor(api: ApiService, asker: Asker, today: string): ImportDoor {
  const post = async (path: string, body?: unknown, key = api.key()) => {
    const sent = { today, headers: { 'idempotency-key': key }, ...(body === undefined ? {} : { body }) };
    const answer = await api.ask(asker, 'POST', path, sent);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  return {
    start: (file, key) => post('/v1/imports', file, key),
    rows: async (id, rows) => (await post(`/v1/imports/${id}/batches`, { rows })).rows,
    complete: async (id) => (await post(`/v1/imports/${id}/complete`)).totals,
    rehearse: (file, earlier, rows) => post('/v1/imports/dry-run', { ...file, earlier, rows }),
    absent: async (system, referralIds) => (await post('/v1/imports/absent', { system, referralIds })).absent.length,
  };
}
