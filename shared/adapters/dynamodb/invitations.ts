import * as z from 'zod';
import type { Invitation, InvitationLinks, Invitations } from '../../application/ports/invitations.ts';
import { unavailable } from '../../domain/error.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { placeIdSchema } from '../../domain/policy/place-id.ts';
import type { ContactSecrets } from '../crypto/contact-secrets.ts';
import { sha256 } from '../crypto/hash.ts';
import type { InvitationCodes } from '../crypto/invitation-codes.ts';
import { invitationKey, linkTriesKey } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
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
    keep: (invitation) => keep(records, codes.hashOf(codes.codeOf(invitation.invitationId)), invitation),

    async find(code) {
      const item = await records.get(invitationKey(codes.hashOf(code)));
      return item === undefined ? undefined : invitationOf(item);
    },

    codeOf: (invitationId) => codes.codeOf(invitationId),
  };
}

export const storedLinkTriesSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('T'),
  v: z.int().min(1),
  schema: z.int(),
});
export const linkTriesShape: ItemShape<z.output<typeof storedLinkTriesSchema>> = {
  name: 'tries of a link',
  schema: 1,
  upcasts: {},
  stored: storedLinkTriesSchema,
};
/** Rounds of counting where others count at the same moment. */
const ROUNDS = 8;

/** The same, by the hash of the secret of a link. The version of the item beside it is how often the link was tried. */
export function invitationLinksInTable(
  records: TableAccess,
  { linkOf }: Pick<ContactSecrets, 'linkOf'>,
): InvitationLinks {
  return {
    keep: (invitation) => keep(records, sha256(linkOf(invitation.invitationId)), invitation),

    async find(secret) {
      const item = await records.get(invitationKey(sha256(secret)));
      return item === undefined ? undefined : invitationOf(item);
    },

    async countTry(secret) {
      const key = linkTriesKey(sha256(secret));
      for (let round = 0; round < ROUNDS; round += 1) {
        const item = await records.get(key);
        const v = (item === undefined ? 0 : readItem(linkTriesShape, item).v) + 1;
        const condition = v === 1 ? 'absent' : { version: v - 1 };
        if (await records.put({ ...key, v, schema: linkTriesShape.schema }, condition)) return v;
      }
      throw unavailable('busy', 'Others are trying this at the same moment');
    },

    linkOf,
  };
}

async function keep(records: TableAccess, hashed: string, invitation: Invitation): Promise<void> {
  const { place, personId, grantId, invitationId } = invitation;
  const led = { place, personId, grantId, invitationId };
  await records.put({ ...invitationKey(hashed), v: 1, schema: invitationShape.schema, ...led }, 'absent');
}

function invitationOf(item: RawItem): Invitation {
  const { place, personId, grantId, invitationId } = readItem(invitationShape, item);
  return { place, personId, grantId, invitationId };
}
