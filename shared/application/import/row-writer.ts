import { conflict } from '../../domain/error.ts';
import type { Review } from '../../domain/import/review.ts';
import type { Person, PersonDetails } from '../../domain/person/person.ts';
import { claimChangedNumbers, claimNumbers } from '../person/claim-numbers.ts';
import { reservedPersonId } from '../person/reserved-person-id.ts';
import type { KeptReferral } from '../ports/referrals.ts';
import type { ImportContext } from './import-context.ts';

/** The writes that working a row may do. */
export interface RowWriter {
  /** Keeps a new person; answers the id they got, which may be one that another call reserved. */
  admit(person: Person, hasPointer: boolean): Promise<string>;
  change(before: Person, changes: Partial<PersonDetails>, after: Person): Promise<void>;
  open(kept: KeptReferral): Promise<void>;
  /** @param decidedOn the version that the change was decided on. */
  update(kept: KeptReferral, decidedOn: number): Promise<void>;
  hold(review: Review): Promise<void>;
}

/** A dry run: nothing is written. */
export const keepingNothing: RowWriter = {
  admit: async ({ id }) => id,
  change: async () => {},
  open: async () => {},
  update: async () => {},
  hold: async () => {},
};

/** A run: each write is conditional, and refused when somebody else was first. */
export function keeping({ deps, call }: ImportContext): RowWriter {
  const { place } = call.actor;
  return {
    async admit(person, hasPointer) {
      const { nhsNumber, localId } = person.details;
      const reserved = localId !== null && person.id === reservedPersonId(deps.ids, place, localId) && !hasPointer;
      const id = await claimNumbers(
        deps,
        place,
        { nhsNumber, localId: reserved ? null : localId },
        person.id,
        call.now,
      );
      if (reserved && id !== person.id) {
        // The number had been reserved for another id, so that the local id needs a pointer after all.
        const led = await claimNumbers(deps, place, { nhsNumber: null, localId }, id, call.now);
        if (led !== id) throw conflict('number-being-claimed', 'Another record with this number is being made');
      }
      await deps.people.create({ ...person, id });
      return id;
    },

    async change(before, changes, after) {
      await claimChangedNumbers(deps, before, changes, call.now);
      await deps.people.save(after);
    },

    open: ({ referral, entry }) => deps.referrals.create(referral, entry),
    update: ({ referral, entry }, decidedOn) => deps.referrals.save(referral, entry, decidedOn),
    hold: (review) => (review.version === 1 ? deps.reviews.create(review) : deps.reviews.save(review)),
  };
}
