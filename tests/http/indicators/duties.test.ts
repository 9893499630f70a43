/** The census counts the duties, and commissioners are told of them without anybody behind them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../api-service.ts';
import { followed, happened, NURSES } from '../health-checks/health-check-service.ts';
import { analyst, CensusService, commissioner } from './census-service.ts';

let service: CensusService;
let nurse: Asker;

beforeAll(async () => {
  service = await CensusService.open();
  nurse = await service.api.staff('clinician', { services: NURSES });
});
afterAll(() => service?.close());

interface Told {
  readonly label: string;
  readonly numerator: unknown;
  readonly denominator: unknown;
  readonly percent: unknown;
}

describe('the duties', () => {
  it('are counted by their own rules, in full and as they may leave', async () => {
    for (let child = 0; child < 6; child += 1) {
      const { personId, path } = await followed(service.api, nurse);
      if (child < 4)
        await happened(service.api, nurse, { personId, path }, ['2026-09-02', { kind: 'checked', where: 'practice' }]);
    }
    await service.take({ time: '2026-11-10T12:00:00Z' });
    const full = await service.figures(analyst, '/v1/indicators/duties');
    const [checks] = full.body.duties.figures as Told[];
    expect(checks).toMatchObject({ label: 'Annual health checks done', numerator: 4, denominator: 6, percent: 66.7 });
    const released = await service.figures(commissioner, '/v1/indicators/duties');
    const [hidden] = released.body.duties.figures as Told[];
    expect(hidden).toMatchObject({ numerator: '*', percent: '*' });
    const labels = (full.body.duties.figures as Told[]).map(({ label }) => label);
    expect(labels).toHaveLength(11);
    expect(labels).toContain('Advice for EHC assessments within 6 weeks, without exceptions');
  });
});
