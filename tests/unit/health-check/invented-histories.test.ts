import { describe, expect, it } from 'vitest';
import { inventHealthChecks } from '../../../infra/local/seed/health-check-histories.ts';
import { chanceOf } from '../../../infra/local/seed/random.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { listStatuses } from '../../../shared/domain/health-check/summary.ts';
import { HealthCheckRecord } from './record.ts';

describe('Invented health checks', () => {
  it.each(['2026-03-09', '2026-11-27'])('as at %s fit the rules, and stand in every status', (day) => {
    const today = localDate(day);
    const chance = chanceOf(2027);
    const met = new Set<string>();
    for (let n = 0; n < 130; n += 1) {
      const birthDate = addDays(today, -Math.round(chance.whole(12, 24) * 365.25) - chance.whole(5, 355));
      const record = new HealthCheckRecord(birthDate, today);
      const temper = { practice: 'N82001', keepsUp: n % 5 === 0 ? 0.5 : 0.86, plans: 0.88 };
      for (const { on, facts } of inventHealthChecks(chance, birthDate, today, temper)) record.say(on, facts);
      met.add(record.summary().status);
    }
    // In the last quarter of the financial year nobody is up to date who is not checked already.
    const expected = listStatuses.filter((status) => status !== 'up-to-date' || day > '2026-03-31');
    expect([...met].sort()).toEqual([...expected].sort());
  });
});
