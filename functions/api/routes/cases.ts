import * as z from 'zod';
import { todayOf } from '../../../shared/application/call.ts';
import { exportCases, listCases } from '../../../shared/application/case/list-cases.ts';
import { openCaseOf, openingSchemaOf } from '../../../shared/application/case/open-case.ts';
import { readCase } from '../../../shared/application/case/read-case.ts';
import { newCaseEventSchemaOf, recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { readPerson } from '../../../shared/application/person/read-person.ts';
import { careAssessment } from '../../../shared/domain/care-assessment/care-type.ts';
import { caseKindSchema } from '../../../shared/domain/case/case-kinds.ts';
import type { CaseType } from '../../../shared/domain/case/case-type.ts';
import { healthCheckType } from '../../../shared/domain/health-check/health-check-type.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute, type Route } from '../../../shared/http/api/route.ts';
import { caseCsv } from '../../../shared/http/csv/case-csv.ts';
import {
  caseFilterQuery,
  caseListParams,
  casePageQuery,
  casePageSchema,
  casePageWire,
  caseQuestionOf,
  caseReadQuery,
  caseSchema,
  caseWire,
} from '../wire/case.ts';

const tag = 'Duties';
const ofPerson = z.strictObject({ personId: opaqueIdSchema });
const one = z.strictObject({ personId: opaqueIdSchema, kind: caseKindSchema, caseId: opaqueIdSchema });

const commonRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/cases/{kind}',
    id: 'listCases',
    tag,
    summary: 'A page of the records of a duty, the first due first',
    description: 'Of the services that you work with. Totals are exact.',
    action: 'case.list',
    params: caseListParams,
    query: casePageQuery,
    response: casePageSchema,
    async handle({ params: { kind }, query: { cursor, limit, ...filter }, call }, deps) {
      return { body: casePageWire(await listCases(deps, call, { ...caseQuestionOf(kind, filter), cursor, limit })) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/cases/{kind}/rows.csv',
    id: 'exportCases',
    tag,
    summary: 'The records of a duty as a file',
    description: 'Cells that could be formulas are not.',
    action: 'case.export',
    params: caseListParams,
    query: z.strictObject(caseFilterQuery),
    mediaType: 'text/csv; charset=utf-8',
    response: z.string(),
    async handle({ params: { kind }, query, call }, deps) {
      const { rows, complete } = await exportCases(deps, call, caseQuestionOf(kind, query));
      const asTheyAre = { status: (status: string) => status, due: (what: string) => what };
      return {
        body: caseCsv(rows, asTheyAre),
        headers: {
          'content-disposition': `attachment; filename="${kind}-${todayOf(call)}.csv"`,
          'x-complete': String(complete),
        },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/cases',
    id: 'listCasesOfPerson',
    tag,
    summary: 'The duties to a person',
    description: 'Those of services that you work with.',
    action: 'case.read',
    params: ofPerson,
    response: z.strictObject({ cases: z.array(caseSchema) }),
    async handle({ params: { personId }, call }, deps) {
      const { cases } = await readPerson(deps, call, personId);
      return { body: { cases: cases.map(caseWire) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/cases/{kind}/{caseId}',
    id: 'readCase',
    tag,
    summary: 'The record of a duty with its history and what is due',
    description: '`asAt` asks for any day.',
    action: 'case.read',
    params: one,
    query: caseReadQuery,
    response: caseSchema,
    async handle({ params: key, query: { asAt, history }, call }, deps) {
      const read = await readCase(deps, call, key, asAt, history === 'whole' ? 'opening' : undefined);
      return { body: caseWire(read), version: read.record.version };
    },
  }),
];

/** How a kind of case is opened and recorded on, each described by its own facts: for a duty that has no routes of its own. */
function routesOf(type: CaseType): readonly Route[] {
  const { kind } = type;
  const name = kind
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return [
    defineRoute({
      method: 'POST',
      path: `/v1/people/{personId}/cases/${kind}`,
      id: `open${name}`,
      tag,
      summary: `Open a record: ${kind.replaceAll('-', ' ')}`,
      description:
        'Where a person has only one of it, another is refused (`case-exists`) with the id of the one there is.',
      action: 'case.open',
      params: ofPerson,
      body: openingSchemaOf(type),
      status: 201,
      response: caseSchema,
      async handle({ params: { personId }, body, key, call }, deps) {
        const view = await openCaseOf(deps, call, personId, kind, body, key);
        const location = `/v1/people/${personId}/cases/${kind}/${view.record.id}`;
        return { body: caseWire(view), version: view.record.version, location };
      },
    }),
    defineRoute({
      method: 'POST',
      path: `/v1/people/{personId}/cases/${kind}/{caseId}/events`,
      id: `record${name}Event`,
      tag,
      summary: `Record what happened: ${kind.replaceAll('-', ' ')}`,
      description: 'Whatever `facts.kind` says, corrections included. Nothing recorded is ever deleted.',
      action: 'case.record',
      precondition: 'idempotency-key-and-if-match',
      params: z.strictObject({ personId: opaqueIdSchema, caseId: opaqueIdSchema }),
      body: newCaseEventSchemaOf(type),
      status: 201,
      response: caseSchema,
      async handle({ params: { personId, caseId }, body, key, seen, call }, deps) {
        const view = await recordCaseEvent(deps, call, { personId, kind, caseId }, body, seen, key);
        return { body: caseWire(view), version: view.record.version };
      },
    }),
  ];
}

export const caseRoutes: readonly Route[] = [
  ...commonRoutes,
  ...routesOf(careAssessment),
  ...routesOf(healthCheckType),
];
