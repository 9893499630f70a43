import * as z from 'zod';
import { newCaseEventSchemaOf, recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { countEhc } from '../../../shared/application/ehc/count-ehc.ts';
import { listChases } from '../../../shared/application/ehc/list-chases.ts';
import { readAssessment } from '../../../shared/application/ehc/read-assessment.ts';
import { ehcRequestSchema, receiveEhcRequest } from '../../../shared/application/ehc/receive-ehc-request.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { ehcAdvice } from '../../../shared/domain/ehc/advice-type.ts';
import { ehcAssessment } from '../../../shared/domain/ehc/assessment-type.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { caseSchema, caseWire } from '../wire/case.ts';
import { assessmentSchema, assessmentWire, chasesSchema, chasesWire, countsSchema, countsWire } from '../wire/ehc.ts';

const tag = 'EHC assessments';

export const ehcRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/ehc/requests',
    id: 'receiveEhcRequest',
    tag,
    summary: 'Receive a request for an assessment from the council’s case system, with the advice it asks for',
    description:
      'Each service asked gets a task of its own, due six weeks after its body received the request. Sent again with one key, it goes on where it was and makes nothing twice.',
    action: 'ehc.request',
    body: ehcRequestSchema,
    status: 201,
    response: assessmentSchema,
    async handle({ body, key, call }, deps) {
      const { record } = await receiveEhcRequest(deps, call, body, key);
      const read = await readAssessment(deps, call, { personId: record.personId, caseId: record.id });
      const location = `/v1/people/${record.personId}/ehc-assessments/${record.id}`;
      return { body: assessmentWire(read), version: read.record.version, location };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/ehc-assessments/{assessmentId}',
    id: 'readEhcAssessment',
    tag,
    summary: 'An assessment with its timetable, its advice by service, and what its family is shown',
    action: 'ehc.read',
    params: z.strictObject({ personId: opaqueIdSchema, assessmentId: opaqueIdSchema }),
    response: assessmentSchema,
    async handle({ params: { personId, assessmentId }, call }, deps) {
      const read = await readAssessment(deps, call, { personId, caseId: assessmentId });
      return { body: assessmentWire(read), version: read.record.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/ehc-assessments/{assessmentId}/events',
    id: 'recordEhcAssessmentEvent',
    tag,
    summary: 'Record what happened to an assessment or its plan',
    description:
      'Decisions, drafts, plans, exceptions, reviews, moves, corrections: whatever `facts.kind` says. What it asks of services follows at once. Nothing recorded is ever deleted.',
    action: 'case.record',
    precondition: 'idempotency-key-and-if-match',
    params: z.strictObject({ personId: opaqueIdSchema, assessmentId: opaqueIdSchema }),
    body: newCaseEventSchemaOf(ehcAssessment),
    status: 201,
    response: caseSchema,
    async handle({ params: { personId, assessmentId }, body, key, seen, call }, deps) {
      const address = { personId, kind: ehcAssessment.kind, caseId: assessmentId };
      const view = await recordCaseEvent(deps, call, address, body, seen, key);
      return { body: caseWire(view), version: view.record.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/ehc-advice/{caseId}/events',
    id: 'recordEhcAdviceEvent',
    tag,
    summary: 'Record what happened to the advice of one service',
    description:
      'Replies, “not known” included, existing advice with its three consents, exceptions, chases, quality checks, corrections. The text of the advice is not taken.',
    action: 'case.record',
    precondition: 'idempotency-key-and-if-match',
    params: z.strictObject({ personId: opaqueIdSchema, caseId: opaqueIdSchema }),
    body: newCaseEventSchemaOf(ehcAdvice),
    status: 201,
    response: caseSchema,
    async handle({ params: { personId, caseId }, body, key, seen, call }, deps) {
      const address = { personId, kind: ehcAdvice.kind, caseId };
      const view = await recordCaseEvent(deps, call, address, body, seen, key);
      return { body: caseWire(view), version: view.record.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/ehc/chases',
    id: 'listEhcChases',
    tag,
    summary: 'Advice whose body is to be chased today',
    description: 'By service, the longest owed first. Apart from alerts, which tell our own staff.',
    action: 'case.list',
    response: chasesSchema,
    async handle({ call }, deps) {
      return { body: chasesWire(await listChases(deps, call)) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/ehc/counts',
    id: 'countEhc',
    tag,
    summary: 'Raw counts of a period, as the yearly SEN2 collection asks for them',
    description:
      'Advice counts where it was due, a step of the authority where it was taken; both days are in the period.',
    action: 'case.list',
    query: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    response: countsSchema,
    async handle({ query, call }, deps) {
      return { body: countsWire(await countEhc(deps, call, query), query) };
    },
  }),
];
