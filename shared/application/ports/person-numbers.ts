import type { Instant } from '../../domain/calendar/instant.ts';

/** What leads to one person only: kept under a keyed hash, so that no number stands in a key. */
export type PersonNumberKind = 'nhs-number' | 'local-id';

/** Who a number was claimed for, and when. It holds only while that person carries the number. */
export interface NumberClaim {
  readonly personId: string;
  readonly claimedAt: Instant;
}

/** A number of a kind, as something to look up. */
export interface PersonNumber {
  readonly kind: PersonNumberKind;
  readonly number: string;
}

/** The pointers from a number to a person of a place. */
export interface PersonNumbers {
  find(place: string, kind: PersonNumberKind, number: string): Promise<NumberClaim | undefined>;
  /** The claims on many numbers: the answers stand where the questions did, undefined where there is none. */
  findMany(place: string, numbers: readonly PersonNumber[]): Promise<readonly (NumberClaim | undefined)[]>;
  /**
   * Claims a number, free or held by the claim given as `over`, and answers the claim that holds now: the one asked for,
   * or the one that was in the way.
   */
  claim(
    place: string,
    kind: PersonNumberKind,
    number: string,
    claim: NumberClaim,
    over?: NumberClaim,
  ): Promise<NumberClaim>;
}
