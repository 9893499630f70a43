/**
 * Offers of appointments and the declining of them. A declined offer counts only if it was reasonable: enough dates, each
 * with enough notice. Either way the clock runs on.
 */
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReferralEvent } from './event.ts';
import type { OpenOffer, ReferralState } from './state.ts';

/** Whether enough different dates of an offer are far enough ahead of the day it was made. */
export function isReasonableOffer(
  offer: { readonly on: LocalDate; readonly dates: readonly LocalDate[] },
  rule: Policy['reasonableOffer'],
): boolean {
  const enoughNotice = new Set(offer.dates.filter((date) => daysBetween(offer.on, date) >= rule.noticeDays));
  return enoughNotice.size >= rule.choices;
}

export class AppointmentOffers {
  #open: OpenOffer[] = [];
  #counted = 0;
  #notReasonable = 0;
  readonly #rule: Policy['reasonableOffer'];

  constructor(rule: Policy['reasonableOffer']) {
    this.#rule = rule;
  }

  take({ id, facts, on }: ReferralEvent): void {
    if (facts.kind === 'appointment-offered') this.#open.push({ eventId: id, on, dates: facts.dates });
    else if (facts.kind === 'appointment-booked') this.#open = [];
    else if (facts.kind === 'offer-declined') this.#decline(facts.offerId);
  }

  #decline(offerId: string): void {
    const offer = this.#open.find((open) => open.eventId === offerId);
    if (offer === undefined) return;
    this.#open = this.#open.filter((open) => open !== offer);
    if (isReasonableOffer(offer, this.#rule)) this.#counted += 1;
    else this.#notReasonable += 1;
  }

  open(): readonly OpenOffer[] {
    return this.#open.slice();
  }

  declined(): ReferralState['offersDeclined'] {
    return { counted: this.#counted, notReasonable: this.#notReasonable };
  }
}
