/** The ADHD management information (domain.md 1.5): who is open and for how long, by age, who came and who was closed. */

import { adhdAgeBands } from '../../bands/age-bands.ts';
import { bandOf } from '../../bands/band.ts';
import { adhdBands } from '../../bands/waiting-bands.ts';
import { ageOn } from '../../calendar/age.ts';
import { daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import type { ReferralState } from '../../referral/state.ts';
import type { Month } from '../month/month-tally.ts';
import type { ReturnCount } from './return-count.ts';
import { EVERYBODY, type ReturnLine } from './return-figures.ts';

/** Over the ages of the bands, which end at 25. */
const OLDER = 'Over 25';
const groups = [EVERYBODY, ...adhdAgeBands.map(({ label }) => label), OLDER] as const;

const measures: readonly (readonly [code: string, label: string])[] = [
  ['new', 'New referrals'],
  ['closed', 'Closed referrals'],
  ['open', 'Open referrals'],
  ...adhdBands.map(({ code, label }) => [`open-${code}`, `Open referrals, ${label}`] as const),
];

export class AdhdCount implements ReturnCount {
  readonly code = 'adhd';
  readonly #month: Month;
  readonly #counts = new Map<string, number>();

  constructor(month: Month) {
    this.#month = month;
  }

  add({ stamps: { received }, open, closed }: ReferralState, birthDate: LocalDate): void {
    if (received === undefined) return;
    const { from, to } = this.#month;
    const inMonth = (day: LocalDate) => day >= from && day <= to;
    if (inMonth(received)) this.#note('new', birthDate, received);
    if (closed !== undefined && inMonth(closed.on)) this.#note('closed', birthDate, closed.on);
    if (!open) return;
    this.#note('open', birthDate, to);
    const band = bandOf(adhdBands, daysBetween(received, to));
    if (band !== undefined) this.#note(`open-${band.code}`, birthDate, to);
  }

  #note(measure: string, birthDate: LocalDate, on: LocalDate): void {
    const group = bandOf(adhdAgeBands, ageOn(birthDate, on))?.label ?? OLDER;
    for (const key of [`${measure}/${EVERYBODY}`, `${measure}/${group}`])
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  lines(): readonly ReturnLine[] {
    return measures.flatMap(([measure, label]) =>
      groups.map((group): ReturnLine => {
        const figure = this.#counts.get(`${measure}/${group}`) ?? 0;
        return { measure, label, group, period: this.#month.code, figure, unit: 'count' };
      }),
    );
  }
}
