/**
 * The autism waiting-time statistics (domain.md 1.4). Everybody referred to the queue is counted, whatever the later diagnosis; the wait
 * is from receipt to the first attended contact in person or by video. At exactly 91 days a first contact came within 13 weeks, and an open
 * referral has been open for at least 13 weeks: both as the source says.
 */
import { ageOn } from '../../calendar/age.ts';
import { daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import type { ReferralState } from '../../referral/state.ts';
import { type Month, monthBefore, monthsFrom } from '../month/month-tally.ts';
import type { ReturnCount } from './return-count.ts';
import { EVERYBODY, type ReturnLine, UNDER_18 } from './return-figures.ts';

const THIRTEEN_WEEKS = 91;
/** Months of receipt that are told: 13 weeks are over for all of them but the last. */
const MONTHS_OF_RECEIPT = 12;

interface Cohort {
  received: number;
  contacted: number;
  within: number;
}

const counted = {
  'asd12-new': 'New referrals (ASD12)',
  'asd13-closed': 'Closed referrals (ASD13)',
  'asd16-open': 'Open referrals (ASD16)',
  'open-13-weeks': 'Open for at least 13 weeks',
  'open-13-weeks-seen-within': 'Open for at least 13 weeks, first contact within 13 weeks',
  'open-13-weeks-seen-later': 'Open for at least 13 weeks, first contact later',
  'open-13-weeks-not-seen': 'Open for at least 13 weeks, no first contact yet',
} as const;
type Measure = keyof typeof counted;

export class AutismCount implements ReturnCount {
  readonly code = 'autism';
  readonly #month: Month;
  readonly #cohorts: ReadonlyMap<string, Cohort>;
  readonly #all = new Map<Measure, number>();
  readonly #children = new Map<Measure, number>();

  constructor(month: Month) {
    this.#month = month;
    let first = month;
    for (let back = 1; back < MONTHS_OF_RECEIPT; back += 1) first = monthBefore(first);
    const months = monthsFrom(first, month);
    this.#cohorts = new Map(months.map(({ code }) => [code, { received: 0, contacted: 0, within: 0 }]));
  }

  add({ stamps, open, closed }: ReferralState, birthDate: LocalDate): void {
    const { received, firstContactInPersonOrVideo: contact } = stamps;
    if (received === undefined) return;
    this.#addToCohort(received, contact);
    const { from, to } = this.#month;
    const inMonth = (day: LocalDate) => day >= from && day <= to;
    if (inMonth(received)) this.#note('asd12-new', birthDate, received);
    if (closed !== undefined && inMonth(closed.on)) this.#note('asd13-closed', birthDate, closed.on);
    if (!open) return;
    this.#note('asd16-open', birthDate, to);
    if (daysBetween(received, to) < THIRTEEN_WEEKS) return;
    this.#note('open-13-weeks', birthDate, to);
    this.#note(seenWhen(received, contact), birthDate, to);
  }

  #addToCohort(received: LocalDate, contact: LocalDate | undefined): void {
    const cohort = this.#cohorts.get(received.slice(0, 7));
    if (cohort === undefined) return;
    cohort.received += 1;
    if (contact === undefined) return;
    cohort.contacted += 1;
    if (daysBetween(received, contact) <= THIRTEEN_WEEKS) cohort.within += 1;
  }

  #note(measure: Measure, birthDate: LocalDate, on: LocalDate): void {
    this.#all.set(measure, (this.#all.get(measure) ?? 0) + 1);
    if (ageOn(birthDate, on) < 18) this.#children.set(measure, (this.#children.get(measure) ?? 0) + 1);
  }

  lines(): readonly ReturnLine[] {
    const line = (measure: string, label: string, period: string, figure: number, group: string): ReturnLine => ({
      ...{ measure, label, group, period, figure },
      unit: 'count',
    });
    const cohorts = [...this.#cohorts].flatMap(([period, { received, contacted, within }]) => [
      line('asd01-received', 'Referrals received in the month (ASD01)', period, received, EVERYBODY),
      line('asd02-contacted', 'of them with a first contact by now (ASD02)', period, contacted, EVERYBODY),
      line('asd03-within-13-weeks', 'of them within 13 weeks or less (ASD03)', period, within, EVERYBODY),
    ]);
    const period = this.#month.code;
    const measures = Object.entries(counted) as [Measure, string][];
    return [
      ...cohorts,
      ...measures.flatMap(([measure, label]) => [
        line(measure, label, period, this.#all.get(measure) ?? 0, EVERYBODY),
        line(measure, label, period, this.#children.get(measure) ?? 0, UNDER_18),
      ]),
    ];
  }
}

function seenWhen(received: LocalDate, contact: LocalDate | undefined): Measure {
  if (contact === undefined) return 'open-13-weeks-not-seen';
  return daysBetween(received, contact) <= THIRTEEN_WEEKS ? 'open-13-weeks-seen-within' : 'open-13-weeks-seen-later';
}
