/** Which rows were chosen, as the forms of a bulk change send them: opaque ids, and what was seen of each. */
import type { ReferralKey } from '../../../../shared/application/ports/referrals.ts';
import { invalid } from '../../../../shared/domain/error.ts';

/** A chosen row; on the way to being changed with the version that was seen, on the way back with the event to undo. */
export interface Chosen {
  readonly key: ReferralKey;
  readonly version?: number;
  readonly eventId?: string;
}

const shape = /^([\w-]{16})\.([\w-]{16})(?:\.(\d{1,9})(?:\.([\w-]{16}))?)?$/;

export function chosenValue({ key, version, eventId }: Chosen): string {
  return [key.personId, key.referralId, version, eventId].filter((part) => part !== undefined).join('.');
}

/**
 * Each row once, in the order sent.
 * @throws `invalid` `row-unknown` for a value that no form of ours sends.
 */
export function readChosen(values: readonly string[]): readonly Chosen[] {
  return [...new Set(values)].map((value) => {
    const [, personId, referralId, version, eventId] = shape.exec(value) ?? [];
    if (personId === undefined || referralId === undefined)
      throw invalid('row-unknown', 'This form names a row that is none. Go back to the list and choose again');
    return {
      key: { personId, referralId },
      ...(version !== undefined && { version: Number(version) }),
      ...(eventId !== undefined && { eventId }),
    };
  });
}
