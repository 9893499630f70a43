import * as z from 'zod';
import type { Invitations } from '../../application/ports/invitations.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { placeIdSchema } from '../../domain/policy/place-id.ts';
import type { InvitationCodes } from '../crypto/invitation-codes.ts';
import { invitationKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedInvitationSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('I'),
  v: z.literal(1),
  schema: z.int(),
  place: placeIdSchema,
  personId: opaqueIdSchema,
  grantId: opaqueIdSchema,
  invitationId: opaqueIdSchema,
});
export const invitationShape: ItemShape<z.output<typeof storedInvitationSchema>> = {
  name: 'invitation',
  schema: 1,
  upcasts: {},
  stored: storedInvitationSchema,
};

/** Pointers from the keyed hash of a code to the grant that waits for it. Whether it still does, the child's access says. */
export function invitationsInTable(records: TableAccess, codes: InvitationCodes): Invitations {
  return {
    async keep({ place, personId, grantId, invitationId }) {
      const key = invitationKey(codes.hashOf(codes.codeOf(invitationId)));
      const led = { place, personId, grantId, invitationId };
      await records.put({ ...key, v: 1, schema: invitationShape.schema, ...led }, 'absent');
    },

    async find(code) {
      const item = await records.get(invitationKey(codes.hashOf(code)));
      if (item === undefined) return undefined;
      const { place, personId, grantId, invitationId } = readItem(invitationShape, item);
      return { place, personId, grantId, invitationId };
    },

    codeOf: (invitationId) => codes.codeOf(invitationId),
  };
}
