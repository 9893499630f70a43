/** A person as the API tells of them, and the mapper from what is kept. */
import * as z from 'zod';
import type { PersonView } from '../../../shared/application/person/person-view.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { type Person, personSchema } from '../../../shared/domain/person/person.ts';
import { placeIdSchema } from '../../../shared/domain/policy/place-id.ts';
import { caseSchema, caseWire } from './case.ts';
import { referralSchema, referralWire } from './referral.ts';

const { shape } = personSchema;

export const personWireSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: shape.version,
  details: shape.details,
  possibleDuplicateOf: shape.possibleDuplicateOf,
  mergedInto: shape.mergedInto,
  history: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      kind: shape.events.element.shape.kind,
      recordedAt: z.string(),
      by: z.strictObject({ actor: z.string(), role: z.string() }),
      fields: z.array(z.string()),
      reason: z.string().optional(),
    }),
  ),
});

export function personWire(person: Person): z.output<typeof personWireSchema> {
  const { id, place, version, details, possibleDuplicateOf, mergedInto, events } = person;
  const history = events.map(({ id: eventId, kind, recordedAt, by, fields, reason }) => ({
    id: eventId,
    kind,
    recordedAt,
    by: { actor: by.actor, role: by.role },
    fields,
    ...(reason === undefined ? {} : { reason }),
  }));
  return { id, place, version, details, possibleDuplicateOf, mergedInto, history };
}

/** A person with everything about them. */
export const personRecordSchema = z.strictObject({
  person: personWireSchema,
  referrals: z.array(referralSchema),
  cases: z.array(caseSchema),
});

export function personRecordWire({ person, referrals, cases }: PersonView): z.output<typeof personRecordSchema> {
  return {
    person: personWire(person),
    referrals: referrals.map(({ referral, state }) => referralWire(referral, state)),
    cases: cases.map(caseWire),
  };
}

/** People that a search found. */
export const peopleFoundSchema = z.strictObject({
  people: z.array(personWireSchema),
  more: z.boolean().meta({ description: 'There were more than are shown: say more of who it is' }),
});
