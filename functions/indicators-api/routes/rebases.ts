import * as z from 'zod';
import type { BoardDeps } from '../../../shared/application/board/board-deps.ts';
import { readRebases, rebaseChart, undoRebase } from '../../../shared/application/board/rebases.ts';
import { writing } from '../../../shared/application/board/work-paper.ts';
import { chartMeasures, rebaseSchema } from '../../../shared/domain/board/chart-rebases.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { rebasesWire, rebasesWireSchema } from '../wire/rebases.ts';

type Nothing = Record<string, never>;
type Wire = z.output<typeof rebasesWireSchema>;
const tag = 'Board';
const params = z.strictObject({ queue: queueCodeSchema });
const path = '/v1/indicators/queues/{queue}/rebases';
const measures = `The charts are ${chartMeasures.join(', ')}: share within the standard, number waiting, median wait.`;

export const rebaseRoutes = [
  defineRoute<z.output<typeof params>, Nothing, undefined, Wire, BoardDeps>({
    method: 'GET',
    path,
    id: 'readRebases',
    tag,
    summary: 'Where the limits of a queue’s charts are drawn anew, by whom and why',
    action: 'indicator.read',
    params,
    response: rebasesWireSchema,
    async handle({ params: { queue }, call }, deps) {
      const rebases = await readRebases(deps, call, queue);
      return { body: rebasesWire(rebases), version: rebases.version };
    },
  }),
  changeRoute(
    path,
    'rebaseChart',
    'Draw the limits of a chart anew from a month, for a change of the service',
    rebaseChart,
  ),
  changeRoute(`${path}/undo`, 'undoRebase', 'Take limits that were drawn anew away again', undoRebase),
];

function changeRoute(address: `/${string}`, id: string, summary: string, record: typeof rebaseChart) {
  return defineRoute<z.output<typeof params>, Nothing, z.output<typeof rebaseSchema>, Wire, BoardDeps>({
    method: 'POST',
    path: address,
    id,
    tag,
    summary,
    description: `${measures} Send "0" as If-Match where nothing was drawn anew before.`,
    action: 'indicator.rebase',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: rebaseSchema,
    response: rebasesWireSchema,
    async handle(asked, deps) {
      const { params: held, body, seen, key } = asked;
      const rebases = await record(deps, writing(asked), { ...held, ...body, seen, key });
      return { body: rebasesWire(rebases), version: rebases.version };
    },
  });
}
