import * as z from 'zod';
import type { ContactDetails, ContactKey, OneTimeCodes } from '../../application/ports/contact-details.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import type { ContactSecrets } from '../crypto/contact-secrets.ts';
import { contactKey, type Key, oneTimeCodeKey } from './keys.ts';
import { type ItemShape, readItem, UnreadableItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedContactSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  schema: z.int(),
  sealed: z.string(),
});
export const contactShape: ItemShape<z.output<typeof storedContactSchema>> = {
  name: 'address of a family',
  schema: 1,
  upcasts: {},
  stored: storedContactSchema,
};

export const storedCodeSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.int().min(1),
  schema: z.int(),
  codeId: opaqueIdSchema,
  contactId: opaqueIdSchema,
  expiresAt: instantSchema,
  tries: z.int().min(0),
  sent: z.strictObject({ since: instantSchema, count: z.int().min(1) }),
});
export const codeShape: ItemShape<z.output<typeof storedCodeSchema>> = {
  name: 'one-time code',
  schema: 1,
  upcasts: {},
  stored: storedCodeSchema,
};

/** The addresses of families beside who may see the record, so that the same rights lead to both; sealed (ADR 0093). */
export function contactDetailsInTable(records: TableAccess, { seal }: Pick<ContactSecrets, 'seal'>): ContactDetails {
  return {
    async keep(key, address) {
      const at = keyOf(key);
      const item = { ...at, v: 1, schema: contactShape.schema, sealed: seal.seal(address, aboutOf(at)) };
      await records.put(item, 'absent');
    },
    async read(key) {
      const at = keyOf(key);
      const item = await records.get(at);
      if (item === undefined) return undefined;
      const { sealed } = readItem(contactShape, item);
      try {
        return seal.open(sealed, aboutOf(at));
      } catch {
        throw new UnreadableItem(contactShape.name, at, ['sealed otherwise']);
      }
    },
  };
}

export function oneTimeCodesInTable(records: TableAccess, { codeOf }: Pick<ContactSecrets, 'codeOf'>): OneTimeCodes {
  return {
    async get(place, personId, grantId) {
      const item = await records.get(oneTimeCodeKey(place, personId, grantId));
      if (item === undefined) return undefined;
      const { v: version, codeId, contactId, expiresAt, tries, sent } = readItem(codeShape, item);
      return { place, personId, grantId, version, codeId, contactId, expiresAt, tries, sent };
    },
    save({ place, personId, grantId, version, ...rest }) {
      const item = { ...oneTimeCodeKey(place, personId, grantId), v: version, schema: codeShape.schema, ...rest };
      return records.put(item, version === 1 ? 'absent' : { version: version - 1 });
    },
    codeOf,
  };
}

function keyOf({ place, personId, contactId }: ContactKey): Key {
  return contactKey(place, personId, contactId);
}

function aboutOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}
