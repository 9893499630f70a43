/** What only pages record: how a team works a message of a family. Here it is asked for as everything else is, by a route. */
import * as z from 'zod';
import { caseSchema, caseWire } from '../../functions/api/wire/case.ts';
import { newCaseEventSchemaOf, recordCaseEvent } from '../../shared/application/case/record-case-event.ts';
import { familyMessageType } from '../../shared/domain/family-message/family-message-type.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../shared/http/api/route.ts';

const { kind } = familyMessageType;

export const messageRoute = defineRoute({
  method: 'POST',
  path: `/v1/people/{personId}/cases/${kind}/{caseId}/events`,
  id: 'workFamilyMessage',
  tag: 'Families',
  summary: 'Work a message of a family',
  action: 'case.record',
  precondition: 'idempotency-key-and-if-match',
  params: z.strictObject({ personId: opaqueIdSchema, caseId: opaqueIdSchema }),
  body: newCaseEventSchemaOf(familyMessageType),
  status: 201,
  response: caseSchema,
  async handle({ params: { personId, caseId }, body, key, seen, call }, deps) {
    const view = await recordCaseEvent(deps, call, { personId, kind, caseId }, body, seen, key);
    return { body: caseWire(view), version: view.record.version };
  },
});
