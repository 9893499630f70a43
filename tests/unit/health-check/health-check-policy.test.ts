import { describe, expect, it } from 'vitest';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  healthCheckPolicySchema,
  healthCheckTarget,
  practiceName,
  recommendedHealthCheckPolicy,
} from '../../../shared/domain/health-check/health-check-policy.ts';

const year = (day: string) => financialYearOf(localDate(day));

describe('What a place decides about health checks', () => {
  it('aims at what it says for a year, and otherwise at what was once the national target, named as such', () => {
    const policy = healthCheckPolicySchema.parse({
      ...recommendedHealthCheckPolicy,
      targets: [{ year: '2026-27', percent: 80, label: 'Local target' }],
    });
    expect(healthCheckTarget(policy, year('2026-04-01'))).toEqual({ percent: 80, label: 'Local target' });
    expect(healthCheckTarget(policy, year('2027-04-01'))).toEqual({ percent: 75, label: 'Former national target' });
  });

  it('calls a practice by its name, or by its code', () => {
    const policy = healthCheckPolicySchema.parse({
      ...recommendedHealthCheckPolicy,
      practices: [{ code: 'N82001', name: 'Harbour Street' }],
    });
    expect([practiceName(policy, 'N82001'), practiceName(policy, 'N82002')]).toEqual(['Harbour Street', 'N82002']);
  });
});
