/** Missed appointments of one referral: how many, how many in a row, and what has been done about them since. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { ReferralEvent } from './event.ts';
import type { ReferralState } from './state.ts';

export class MissedAppointments {
  #wasNotBrought = 0;
  #didNotAttend = 0;
  #inARow = 0;
  #lastOn: LocalDate | undefined;
  #reviewFrom: LocalDate | undefined;
  #familyContacted = false;
  #reviewed = false;
  readonly #reviewAfterInARow: number;

  constructor(reviewAfterInARow: number) {
    this.#reviewAfterInARow = reviewAfterInARow;
  }

  take({ facts, on }: ReferralEvent): void {
    switch (facts.kind) {
      case 'appointment-missed':
        if (facts.coding === 'was-not-brought') this.#wasNotBrought += 1;
        else this.#didNotAttend += 1;
        this.#miss(on);
        break;
      case 'family-contacted':
      case 'new-date-agreed':
        this.#familyContacted = this.#lastOn !== undefined;
        break;
      case 'missed-appointments-reviewed':
        this.#reviewed = true;
        break;
      default:
    }
  }

  // A review covers the misses before it: one more needs one more review. An unfinished review keeps its day.
  #miss(on: LocalDate): void {
    this.#inARow += 1;
    this.#lastOn = on;
    this.#familyContacted = false;
    if (this.#inARow >= this.#reviewAfterInARow && (this.#reviewFrom === undefined || this.#reviewed))
      this.#reviewFrom = on;
    this.#reviewed = false;
  }

  /** An attended contact ends the row, and with it what was still to be done about it. */
  attended(): void {
    this.#inARow = 0;
    this.#reviewFrom = undefined;
    this.#reviewed = false;
  }

  state(): ReferralState['missed'] {
    return {
      wasNotBrought: this.#wasNotBrought,
      didNotAttend: this.#didNotAttend,
      inARow: this.#inARow,
      ...(this.#lastOn !== undefined && { lastOn: this.#lastOn }),
      ...(this.#reviewFrom !== undefined && { reviewFrom: this.#reviewFrom }),
      familyContacted: this.#familyContacted,
      reviewed: this.#reviewed,
    };
  }
}
