import { describe, expect, it } from 'vitest';
import { calibration } from '../../../shared/domain/estimate/calibration.ts';
import { estimateFor, estimateModel } from '../../../shared/domain/estimate/estimate.ts';
import type { PastWait } from '../../../shared/domain/estimate/past-wait.ts';
import { survival, timeOfShare } from '../../../shared/domain/estimate/survival.ts';
import { type SimulatedService, simulated } from './simulated-service.ts';

const service: SimulatedService = {
  name: 'slowly deteriorating',
  seed: 31,
  demand: (week) => 12 + week * 0.006,
  capacity: () => 12,
  startList: 250,
  outOfOrder: 0.2,
  leaves: 0.002,
};
const TODAY = 200 * 7;
const routine = { tier: 2, group: '5-10' };

describe('Survival', () => {
  it('is Kaplan and Meier’s own estimate, those who were lost counting while they were watched', () => {
    // The remission times of 6-mercaptopurine (Freireich and others, 1963), the textbook example: median 23.
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const lost = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const steps = survival([
      ...ended.map((to) => ({ from: 0, to, ended: true })),
      ...lost.map((to) => ({ from: 0, to, ended: false })),
    ]);
    expect(steps.map(({ at, share }) => [at, Number(share.toFixed(4))])).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]);
    expect(timeOfShare(steps, 0.5)).toBe(23);
    expect(timeOfShare(steps, 0.9)).toBeNull();
  });

  it('counts nobody before they were watched', () => {
    const late = { from: 5, to: 10, ended: true };
    expect(survival([{ from: 0, to: 4, ended: true }, late])).toEqual([
      { at: 4, share: 0 },
      { at: 10, share: 0 },
    ]);
    expect(survival([{ from: 0, to: 8, ended: true }, late])[0]).toEqual({ at: 8, share: 0.5 });
  });
});

describe('An estimate', () => {
  const waits = simulated(service, 200);
  const model = estimateModel(waits, TODAY);
  const daysOf = (order: number, tier = 2) => {
    const estimate = estimateFor(model, { ...routine, tier, order });
    if ('none' in estimate) throw new Error(`There is no estimate: ${estimate.none}`);
    return estimate.days;
  };

  it('is longer the later somebody came, and shorter for who comes first', () => {
    expect(daysOf(TODAY - 100)[2]).toBeLessThan(daysOf(TODAY)[2]);
    expect(daysOf(TODAY, 0)[2]).toBeLessThan(daysOf(TODAY, 2)[2]);
  });

  it('rises from share to share', () => {
    const days = daysOf(TODAY);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
  });

  it('counts those who still wait: without them every wait would look shorter', () => {
    const withoutWaiting = waits.filter(({ until }) => until !== null);
    const biased = estimateModel(withoutWaiting, TODAY);
    const before = { ...model, ratios: biased.ratios };
    const estimate = estimateFor(before, { ...routine, order: TODAY });
    expect('days' in estimate && estimate.days[4]).toBeLessThan(daysOf(TODAY)[4]);
  });

  it('is not given by few, of a list that stands still, or of one that nobody has waited on for long enough', () => {
    expect(estimateFor(estimateModel(waits.slice(0, 40), TODAY), { ...routine, order: TODAY })).toEqual({
      none: 'too-few-seen',
    });
    const stopped = waits.map((wait) => (wait.until !== null && wait.until > TODAY - 190 ? waiting(wait) : wait));
    expect(estimateFor(estimateModel(stopped, TODAY), { ...routine, order: TODAY })).toEqual({
      none: 'standing-still',
    });
    expect(
      estimateFor({ ...model, ratios: new Map([['all', [{ at: 1, share: 0.4 }]]]) }, { ...routine, order: TODAY }),
    ).toEqual({
      none: 'too-long-to-say',
    });
  });
});

describe('Calibration', () => {
  it('makes estimates again as they were made then, and counts what became of them', () => {
    const counts = calibration(simulated(service, 300), 300 * 7);
    expect(counts).toHaveLength(8);
    const all = counts.reduce((sum, { sooner, within, later }) => sum + sooner + within + later, 0);
    const within = counts.reduce((sum, count) => sum + count.within, 0);
    expect(within / all).toBeGreaterThan(0.6);
    expect(counts.at(-1)?.undecided).toBeGreaterThan(counts[0]?.undecided ?? 0);
  });

  it('says nothing of days on which nothing could be said', () => {
    expect(calibration([], 5000)).toEqual([]);
  });
});

function waiting(wait: PastWait): PastWait {
  return { ...wait, until: null, seen: false };
}
