/**
 * The wait a family feels: from the first receipt, across nullified clocks and transfers, until the child is treated, or
 * the family told the outcome, or the referral closed. Never ended by a clock's stop.
 */
import { compareDates, daysBetween, earliest, type LocalDate } from '../calendar/local-date.ts';
import type { ReferralEvent } from './event.ts';
import type { ReferralState } from './state.ts';

export type FamilyTotal = NonNullable<ReferralState['familyTotal']>;

export class FamilyTotalWait {
  #from: LocalDate | undefined;
  #to: LocalDate | undefined;
  /** Whether a closure ended it: then what opens the referral again opens the total again. */
  #endedByClosure = false;
  readonly #endsAt: ReferralEvent['facts']['kind'];

  constructor(endsAt: 'treatment-started' | 'family-informed') {
    this.#endsAt = endsAt;
  }

  take({ facts, on }: ReferralEvent): void {
    if (facts.kind === 'received') this.#startBy(facts.firstReceivedOn ?? on);
    else if (facts.kind === 'booked-directly') this.#startBy(on);
    else if (facts.kind === 'linked-duplicate') this.#startBy(facts.received);
    else if (facts.kind === this.#endsAt) this.#to ??= on;
  }

  #startBy(on: LocalDate): void {
    if (this.#from === undefined || on < this.#from) this.#from = on;
  }

  close(on: LocalDate): void {
    if (this.#to !== undefined) return;
    this.#to = on;
    this.#endedByClosure = true;
  }

  reopen(): void {
    if (this.#endedByClosure) this.#to = undefined;
    this.#endedByClosure = false;
  }

  on(asAt: LocalDate): FamilyTotal | undefined {
    const from = this.#from;
    if (from === undefined) return undefined;
    const to = this.#to;
    return to === undefined ? { from, days: daysBetween(from, asAt) } : { from, to, days: daysBetween(from, to) };
  }
}

/**
 * The total over several referrals of one need: a local entry and the chosen provider's. It runs from the first receipt,
 * and ends when the referral received last has ended. A referral received after the total had ended starts its own: the
 * answer is the latest total. Undefined when none has one.
 */
export function familyTotalAcross(states: readonly ReferralState[]): FamilyTotal | undefined {
  const inOrder = states
    .flatMap(({ asAt, stamps, familyTotal }) =>
      familyTotal === undefined ? [] : [{ asAt, familyTotal, received: stamps.received ?? familyTotal.from }],
    )
    .sort((a, b) => compareDates(a.received, b.received));
  let across: FamilyTotal | undefined;
  for (const { asAt, familyTotal, received } of inOrder) {
    const { from, to } = familyTotal;
    const goesOn = across !== undefined && (across.to === undefined || received <= across.to);
    const first = across !== undefined && goesOn ? earliest(across.from, from) : from;
    const days = daysBetween(first, to ?? asAt);
    across = to === undefined ? { from: first, days } : { from: first, to, days };
  }
  return across;
}
