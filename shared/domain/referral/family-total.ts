/**
 * The wait a family feels: from the first receipt, across nullified clocks and transfers, until the child is treated, or
 * the family told the outcome, or the referral closed. Never ended by a clock's stop.
 */
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
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
 * The total over several referrals of one need: a local entry and the chosen provider's. From the first receipt of any;
 * it ends when the one received last has ended. Undefined when none has a total.
 */
export function familyTotalAcross(states: readonly ReferralState[]): FamilyTotal | undefined {
  let from: LocalDate | undefined;
  let last: ReferralState | undefined;
  for (const state of states) {
    if (state.familyTotal === undefined) continue;
    if (from === undefined || state.familyTotal.from < from) from = state.familyTotal.from;
    if (last === undefined || (state.stamps.received ?? '') >= (last.stamps.received ?? '')) last = state;
  }
  if (from === undefined || last === undefined) return undefined;
  const to = last.familyTotal?.to;
  return to === undefined ? { from, days: daysBetween(from, last.asAt) } : { from, to, days: daysBetween(from, to) };
}
