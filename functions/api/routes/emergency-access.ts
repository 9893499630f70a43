import * as z from 'zod';
import { staffNames } from '../../../shared/application/audit/staff-names.ts';
import {
  askEmergencyAccess,
  emergencyRequestSchema,
} from '../../../shared/application/emergency/ask-emergency-access.ts';
import {
  emergencyAccess,
  emergencyAccesses,
  emergencyReviewSchema,
  reviewEmergencyAccess,
} from '../../../shared/application/emergency/review-emergency-access.ts';
import { useEmergencyAccess } from '../../../shared/application/emergency/use-emergency-access.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { askOf } from '../../../shared/domain/permission/break-glass.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { accessSchema, accessWire } from '../wire/audit.ts';

const tag = 'Emergency access';
const grantedSchema = z.strictObject({ id: opaqueIdSchema, endsAt: instantSchema });
const reviewParams = z.strictObject({ staffId: opaqueIdSchema, accessId: opaqueIdSchema });

export const emergencyAccessRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/emergency-access',
    id: 'askEmergencyAccess',
    tag,
    summary: 'Get emergency access to a record that you cannot find',
    description:
      'For the safety of a child. Given at once, for a limited time, with a reason; everything seen under it is marked, and an audit officer reviews it. The answer does not say whether there is such a record.',
    action: 'access.break-glass',
    body: emergencyRequestSchema,
    status: 201,
    response: grantedSchema,
    async handle({ body, key, call }, deps) {
      const access = await askEmergencyAccess(deps, call, body, key);
      return { body: { id: access.id, endsAt: askOf(access).endsAt } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/emergency-access/{accessId}/person',
    id: 'useEmergencyAccess',
    tag,
    summary: 'The id of the person whom your emergency access is for',
    action: 'access.break-glass',
    params: reviewParams.pick({ accessId: true }),
    response: z.strictObject({ personId: opaqueIdSchema }),
    async handle({ params: { accessId }, call }, deps) {
      return { body: { personId: await useEmergencyAccess(deps, call, accessId) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/audit/emergency-access',
    id: 'listEmergencyAccess',
    tag,
    summary: 'Emergency accesses that wait for a review, or that had one',
    action: 'audit.read',
    query: z.strictObject({ which: z.enum(['waiting', 'reviewed']).optional() }),
    response: z.strictObject({ accesses: z.array(accessSchema) }),
    async handle({ query: { which = 'waiting' }, call }, deps) {
      const [all, names] = await Promise.all([emergencyAccesses(deps, call, which), staffNames(deps)]);
      return { body: { accesses: all.map((one) => accessWire(one, names)) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/audit/emergency-access/{staffId}/{accessId}',
    id: 'readEmergencyAccess',
    tag,
    summary: 'An emergency access, with its version to review it by',
    action: 'audit.read',
    params: reviewParams,
    response: accessSchema,
    async handle({ params: { staffId, accessId }, call }, deps) {
      const key = { actor: staffId, id: accessId };
      const [found, names] = await Promise.all([emergencyAccess(deps, call, key), staffNames(deps)]);
      return { body: accessWire(found, names), version: found.access.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/audit/emergency-access/{staffId}/{accessId}/review',
    id: 'reviewEmergencyAccess',
    tag,
    summary: 'Record what you make of an emergency access',
    action: 'audit.review',
    precondition: 'idempotency-key-and-if-match',
    params: reviewParams,
    body: emergencyReviewSchema,
    status: 201,
    response: accessSchema,
    async handle({ params: { staffId, accessId }, body, key, seen, call }, deps) {
      const access = { actor: staffId, id: accessId };
      await reviewEmergencyAccess(deps, call, access, body, seen, key);
      const [found, names] = await Promise.all([emergencyAccess(deps, call, access), staffNames(deps)]);
      return { body: accessWire(found, names), version: found.access.version };
    },
  }),
];
