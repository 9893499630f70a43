import { describe, expect, it } from 'vitest';
import { addDays, dateOfEpochDay, epochDayOf, localDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  areCurrent,
  estimatedWeeks,
  publishedEstimates,
  publishedEstimatesSchema,
} from '../../../shared/domain/estimate/published.ts';
import { simulated } from './simulated-service.ts';

const asAt = localDate('2026-10-31');
/** The simulation counts days from its first week: that is four years before. */
const first = epochDayOf(asAt) - 208 * 7;
const waits = simulated(
  { name: 'steady', seed: 7, demand: () => 12, capacity: () => 12, startList: 250, outOfOrder: 0.2, leaves: 0.002 },
  208,
).map((wait) => ({
  ...wait,
  order: wait.order + first,
  from: wait.from + first,
  until: wait.until === null ? null : wait.until + first,
}));
const published = publishedEstimates('SALT', waits, asAt);
const who = (weeksWaited: number, birthDate = '2019-03-01') => ({
  tier: 'routine' as const,
  birthDate: localDate(birthDate),
  orderingDate: dateOfEpochDay(epochDayOf(asAt) - weeksWaited * 7),
});

describe('Published estimates', () => {
  it('are stored as they are read, and hold nothing of anybody', () => {
    expect(publishedEstimatesSchema.parse(JSON.parse(JSON.stringify(published)))).toEqual(published);
    expect(Object.keys(published)).toEqual(['queue', 'asAt', 'ranges', 'calibration']);
  });

  it('say fewer weeks to whoever has waited longer', () => {
    const fresh = estimatedWeeks(published, who(0));
    const waited = estimatedWeeks(published, who(8));
    if (fresh === null || waited === null) throw new Error('There is an estimate for both');
    expect(waited.later).toBeLessThan(fresh.later);
    expect(fresh.sooner).toBeLessThanOrEqual(fresh.middle);
    expect(fresh.middle).toBeLessThanOrEqual(fresh.later);
  });

  it('say something to every age that waits, by the ages that there is enough of', () => {
    expect(estimatedWeeks(published, who(4, '2024-01-01'))).not.toBeNull();
    // Nobody of that age has ever waited: what is known of the priority is said.
    expect(estimatedWeeks(published, who(4, '2004-01-01'))).not.toBeNull();
  });

  it('say nothing where there is too little to go by', () => {
    expect(estimatedWeeks(publishedEstimates('OT', waits.slice(0, 30), asAt), who(4))).toBeNull();
    expect(publishedEstimates('OT', [], asAt).calibration).toEqual([]);
  });

  it('say nothing of today any more when they are old', () => {
    expect(areCurrent(published, addDays(asAt, 45))).toBe(true);
    expect(areCurrent(published, addDays(asAt, 46))).toBe(false);
  });
});
