import type { KnownOfRow } from '../../domain/import/plan-row.ts';
import type { Review } from '../../domain/import/review.ts';
import type { ParsedRow } from '../../domain/import/row.ts';
import type { Person } from '../../domain/person/person.ts';
import type { KeptReferral } from '../ports/referrals.ts';

/** Ids that a row can lead to, all derived from what it says. */
export interface RowIds {
  /** Of the referral that the source system knows by the row's referral id. */
  readonly referralId: string;
  /** Of the person for whom the row's local id is reserved. */
  readonly byLocalId: string | null;
  readonly byNhsNumber: string | null;
  /** The row's local id, where it may be our own id of a person: a file that was exported from here. */
  readonly byOwnId: string | null;
  /** Of a person who has neither number: known by the referral alone. */
  readonly byOrigin: string;
  readonly reviewId: string;
}

/**
 * What is known of the people, referrals and reviews that a batch is about: looked up for all of its rows at once, and
 * kept up to date as rows are worked. A dry run works on this alone.
 */
export class Known {
  readonly #people = new Map<string, Person>();
  readonly #leads = new Map<string, string>();
  readonly #referrals = new Map<string, KeptReferral>();
  readonly #reviews = new Map<string, Review>();
  readonly #whole = new Set<string>();

  keepPerson(person: Person): void {
    this.#people.set(person.id, person);
  }
  /** Notes that a number leads to a person. @param lead `nhs-number …` or `local-id …`. */
  keepLead(lead: string, personId: string): void {
    this.#leads.set(lead, personId);
  }
  keepReferral(kept: KeptReferral): void {
    this.#referrals.set(keyOf(kept.referral.personId, kept.referral.id), kept);
  }
  keepReview(review: Review): void {
    this.#reviews.set(review.id, review);
  }
  /** Notes that all referrals of a person are known. */
  keepWhole(personId: string): void {
    this.#whole.add(personId);
  }

  person(personId: string): Person | undefined {
    return this.#people.get(personId);
  }
  lead(lead: string): string | undefined {
    return this.#leads.get(lead);
  }
  referral(personId: string, referralId: string): KeptReferral | undefined {
    return this.#referrals.get(keyOf(personId, referralId));
  }
  review(reviewId: string): Review | undefined {
    return this.#reviews.get(reviewId);
  }
  isWhole(personId: string): boolean {
    return this.#whole.has(personId);
  }
  /** The known referrals of a person. */
  referralsOf(personId: string): readonly KeptReferral[] {
    return [...this.#referrals.values()].filter(({ referral }) => referral.personId === personId);
  }
  /** Forgets whatever was known of a person, so that it is looked up again. */
  forget(personId: string): void {
    this.#people.delete(personId);
    this.#whole.delete(personId);
    for (const [key, { referral }] of this.#referrals) if (referral.personId === personId) this.#referrals.delete(key);
  }

  /** The people that a row may be about, as far as its numbers and its origin lead. */
  peopleOf(row: ParsedRow, ids: RowIds): Pick<KnownOfRow, 'byNhsNumber' | 'byLocalId'> & { byOrigin: Person | null } {
    const { nhsNumber, localId } = row.person;
    // A pointer may be left over from a number that was changed: it holds only while its person carries the number.
    const led = (lead: string) => this.#people.get(this.#leads.get(lead) ?? '');
    const byNumber = led(`nhs-number ${nhsNumber}`);
    const byPointer = led(`local-id ${localId}`);
    const byReserved = ids.byLocalId === null ? undefined : this.#people.get(ids.byLocalId);
    const carriesLocalId = (person: Person | undefined) => localId !== null && person?.details.localId === localId;
    return {
      byNhsNumber: nhsNumber !== null && byNumber?.details.nhsNumber === nhsNumber ? byNumber : null,
      byLocalId: [byPointer, byReserved].find(carriesLocalId) ?? this.#people.get(ids.byOwnId ?? '') ?? null,
      byOrigin: this.#people.get(ids.byOrigin) ?? null,
    };
  }

  /** The referral of the row's origin, and whose it is. A file that was exported from here names referrals by our own ids. */
  sameOrigin(row: ParsedRow, ids: RowIds): { readonly kept: KeptReferral; readonly person: Person } | null {
    const { byNhsNumber, byLocalId, byOrigin } = this.peopleOf(row, ids);
    for (const person of [byNhsNumber, byLocalId, byOrigin]) {
      if (person === null) continue;
      const kept = this.referral(person.id, ids.referralId) ?? this.referral(person.id, row.referralId);
      if (kept !== undefined) return { kept, person };
    }
    return null;
  }
}

function keyOf(personId: string, referralId: string): string {
  return `${personId} ${referralId}`;
}
