import * as z from 'zod';
import { membershipSchema } from '../../../shared/domain/staff/staff.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';

export const meRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/me',
    id: 'readMe',
    tag: 'You',
    summary: 'Who you are here, and the roles you may act in',
    description:
      'With several roles, name one in the header `Acting-As` of every other request, like `liverpool/clinician`.',
    audience: 'staff',
    action: 'me.read',
    response: z.strictObject({ id: z.string(), name: z.string(), memberships: z.array(membershipSchema) }),
    async handle({ staff }) {
      return { body: { id: staff.id, name: staff.name, memberships: [...staff.memberships] }, version: staff.version };
    },
  }),
];
