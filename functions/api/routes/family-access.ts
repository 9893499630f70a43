import * as z from 'zod';
import { invitationSchema, inviteFamily } from '../../../shared/application/family-access/invite-family.ts';
import { readFamilyAccess } from '../../../shared/application/family-access/read-family-access.ts';
import {
  accessRecordSchema,
  recordFamilyAccess,
} from '../../../shared/application/family-access/record-family-access.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { familyAccessSchema, familyAccessWire } from '../wire/family-access.ts';

const tag = 'Family access';
const params = z.strictObject({ personId: opaqueIdSchema });
export const familyAccessRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/family-access',
    id: 'readFamilyAccess',
    tag,
    summary: 'Who in the family may see the record, and what each of them sees today',
    action: 'family-access.read',
    params,
    response: familyAccessSchema,
    async handle({ params: { personId }, call }, deps) {
      const view = await readFamilyAccess(deps, call, personId);
      // Where nobody was ever invited it is version 0, and that is what the first invitation is decided on.
      return { body: familyAccessWire(view), version: view.access.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/family-access/invitations',
    id: 'inviteFamily',
    tag,
    summary: 'Invite somebody of the family, after checking by what right they may see the record',
    description: 'The code is printed with the letter, at `/people/{personId}/family`, and is not part of this answer.',
    action: 'family-access.manage',
    params,
    precondition: 'idempotency-key-and-if-match',
    body: invitationSchema,
    status: 201,
    response: familyAccessSchema,
    async handle({ params: { personId }, body: invitation, seen, key, call }, deps) {
      const view = await inviteFamily(deps, call, personId, invitation, seen, key);
      return { body: familyAccessWire(view), version: view.access.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/family-access/events',
    id: 'recordFamilyAccess',
    tag,
    summary: 'Record a decision about who may see the record: in force with their next request',
    action: 'family-access.manage',
    params,
    precondition: 'idempotency-key-and-if-match',
    body: accessRecordSchema,
    status: 201,
    response: familyAccessSchema,
    async handle({ params: { personId }, body: record, seen, key, call }, deps) {
      const view = await recordFamilyAccess(deps, call, personId, record, seen, key);
      return { body: familyAccessWire(view), version: view.access.version };
    },
  }),
];
