import * as z from 'zod';
import type { BoardDeps } from '../../../shared/application/board/board-deps.ts';
import {
  changeRisk,
  closeRisk,
  escalateRisk,
  listRisks,
  raiseRisk,
  readRisk,
} from '../../../shared/application/board/risks.ts';
import { writing } from '../../../shared/application/board/work-paper.ts';
import { todayOf } from '../../../shared/application/call.ts';
import { boardText, decisionSchema } from '../../../shared/domain/board/board-text.ts';
import { riskDetailsSchema } from '../../../shared/domain/board/risk.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { riskWire, riskWireSchema } from '../wire/risk.ts';

type Nothing = Record<string, never>;
type Wire = z.output<typeof riskWireSchema>;
const tag = 'Board';
const params = z.strictObject({ riskId: opaqueIdSchema });
const changeSchema = z.strictObject({ reason: boardText('The reason', 1000), details: riskDetailsSchema });
const listSchema = z.strictObject({ risks: z.array(riskWireSchema) });

export const riskRoutes = [
  defineRoute<Nothing, Nothing, undefined, z.output<typeof listSchema>, BoardDeps>({
    method: 'GET',
    path: '/v1/indicators/risks',
    id: 'listRisks',
    tag,
    summary: 'The risk register: open before closed, the board’s before the group’s, the highest score first',
    action: 'indicator.read',
    response: listSchema,
    async handle({ call }, deps) {
      const risks = await listRisks(deps, call);
      return { body: { risks: risks.map((risk) => riskWire(risk, todayOf(call))) } };
    },
  }),
  defineRoute<Nothing, Nothing, z.output<typeof riskDetailsSchema>, Wire, BoardDeps>({
    method: 'POST',
    path: '/v1/indicators/risks',
    id: 'raiseRisk',
    tag,
    summary: 'Put a risk into the register of the Performance and Compliance Group',
    description:
      'Nothing in it may be about a child: ten digits like an NHS number are refused with `nhs-number-like`.',
    action: 'board.write',
    body: riskDetailsSchema,
    status: 201,
    response: riskWireSchema,
    async handle(asked, deps) {
      const risk = await raiseRisk(deps, writing(asked), asked.body, asked.key);
      return { body: riskWire(risk, todayOf(asked.call)), version: risk.version };
    },
  }),
  defineRoute<z.output<typeof params>, Nothing, undefined, Wire, BoardDeps>({
    method: 'GET',
    path: '/v1/indicators/risks/{riskId}',
    id: 'readRisk',
    tag,
    summary: 'A risk with its history',
    action: 'indicator.read',
    params,
    response: riskWireSchema,
    async handle({ params: { riskId }, call }, deps) {
      const risk = await readRisk(deps, call, riskId);
      return { body: riskWire(risk, todayOf(call)), version: risk.version };
    },
  }),
  defineRoute<z.output<typeof params>, Nothing, z.output<typeof changeSchema>, Wire, BoardDeps>({
    method: 'POST',
    path: '/v1/indicators/risks/{riskId}/change',
    id: 'changeRisk',
    tag,
    summary: 'Describe or score a risk anew, with the reason',
    action: 'board.write',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: changeSchema,
    response: riskWireSchema,
    async handle(asked, deps) {
      const { params: held, body, seen, key } = asked;
      const risk = await changeRisk(deps, writing(asked), { id: held.riskId, ...body, seen, key });
      return { body: riskWire(risk, todayOf(asked.call)), version: risk.version };
    },
  }),
  decisionRoute('escalate', 'escalateRisk', 'Escalate a risk to the SEND Partnership Board', escalateRisk),
  decisionRoute('close', 'closeRisk', 'Close a risk', closeRisk),
];

function decisionRoute(path: string, id: string, summary: string, record: typeof escalateRisk) {
  return defineRoute<z.output<typeof params>, Nothing, z.output<typeof decisionSchema>, Wire, BoardDeps>({
    method: 'POST',
    path: `/v1/indicators/risks/{riskId}/${path}`,
    id,
    tag,
    summary,
    action: 'board.write',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: decisionSchema,
    response: riskWireSchema,
    async handle(asked, deps) {
      const { params: held, body, seen, key } = asked;
      const risk = await record(deps, writing(asked), { id: held.riskId, ...body, seen, key });
      return { body: riskWire(risk, todayOf(asked.call)), version: risk.version };
    },
  });
}
