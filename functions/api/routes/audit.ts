import * as z from 'zod';
import { staffNames } from '../../../shared/application/audit/staff-names.ts';
import { unusualLookUps } from '../../../shared/application/audit/unusual-look-ups.ts';
import { verifyAudit } from '../../../shared/application/audit/verify-audit.ts';
import { whatStaffSaw } from '../../../shared/application/audit/what-staff-saw.ts';
import { whoSaw } from '../../../shared/application/audit/who-saw.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  auditQuery,
  linesPageSchema,
  linesPageWire,
  unusualSchema,
  unusualWire,
  verificationSchema,
  verificationWire,
} from '../wire/audit.ts';

const tag = 'Audit';

export const auditRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/audit/people/{personId}',
    id: 'auditPerson',
    tag,
    summary: 'Who saw or changed a person',
    description:
      'The newest first: views of the person, lists and files that named them, everything written. Looking is recorded too.',
    action: 'audit.read',
    params: z.strictObject({ personId: opaqueIdSchema }),
    query: auditQuery,
    response: linesPageSchema,
    async handle({ params: { personId }, query, call }, deps) {
      const [page, names] = await Promise.all([whoSaw(deps, call, personId, query), staffNames(deps)]);
      return { body: linesPageWire(page, page.days, names) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/audit/staff/{staffId}',
    id: 'auditStaff',
    tag,
    summary: 'What a member of staff saw and changed in the place',
    description: 'The newest first. People are named by id alone.',
    action: 'audit.read',
    params: z.strictObject({ staffId: opaqueIdSchema }),
    query: auditQuery,
    response: linesPageSchema,
    async handle({ params: { staffId }, query, call }, deps) {
      const [page, names] = await Promise.all([whatStaffSaw(deps, call, staffId, query), staffNames(deps)]);
      return { body: linesPageWire(page, page.days, names) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/audit/unusual',
    id: 'auditUnusual',
    tag,
    summary: 'Hours in which somebody looked at unusually much',
    description: 'A question worth asking, and no accusation.',
    action: 'audit.read',
    query: auditQuery.omit({ cursor: true }),
    response: unusualSchema,
    async handle({ query, call }, deps) {
      const [found, names] = await Promise.all([unusualLookUps(deps, call, query), staffNames(deps)]);
      return { body: unusualWire(found, names) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/audit/verification',
    id: 'verifyAudit',
    tag,
    summary: 'Prove that nothing was removed, altered or moved',
    description:
      'Walks the chains of views, the histories of records and both their copies, and holds them against the daily heads: a slice for each request, until there is no `next`. Each finding names its chain and the numbers concerned.',
    action: 'audit.verify',
    query: auditQuery.pick({ cursor: true }),
    response: verificationSchema,
    async handle({ query, call }, deps) {
      const { slice, next } = await verifyAudit(deps, call, query.cursor);
      return { body: verificationWire(slice, next) };
    },
  }),
];
