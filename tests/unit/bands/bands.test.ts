import { describe, expect, it } from 'vitest';
import { adhdAgeBands, ageBands, nationalAgeBands } from '../../../shared/domain/bands/age-bands.ts';
import { type Band, bandOf, bandsSchema, countsByBand } from '../../../shared/domain/bands/band.ts';
import { countsByRttWeek, rttWeek, rttWeekLabel } from '../../../shared/domain/bands/rtt-week.ts';
import { adhdBands, communityBands, longWaits, walesBands } from '../../../shared/domain/bands/waiting-bands.ts';

const open = [3, 12, 27, 60, 84, 85, 126, 127, 200, 364, 365, 740];

describe('Bands', () => {
  it('I2-01 the open list falls in the seven community bands and the long waits', () => {
    expect(countsByBand(communityBands, open)).toEqual([1, 1, 1, 2, 2, 3, 2]);
    const over = longWaits.map(({ overDays }) => open.filter((days) => days > overDays).length);
    expect(over).toEqual([5, 2, 1, 1, 1]);
  });

  const edges = (bands: readonly Band[]) => bands.map(({ from, to }) => [from, to]);

  it('the sets have the edges they are published with', () => {
    expect(edges(communityBands).map(([, to]) => to)).toEqual([7, 14, 28, 84, 126, 364, null]);
    expect(edges(adhdBands).map(([, to]) => to)).toEqual([91, 364, 728, null]);
    expect(edges(walesBands).map(([, to]) => to)).toEqual([84, 126, 182, 252, 364, null]);
    expect(edges(ageBands)).toEqual([
      [0, 4],
      [5, 10],
      [11, 15],
      [16, 17],
      [18, 25],
    ]);
    expect(edges(adhdAgeBands)).toEqual([
      [0, 4],
      [5, 17],
      [18, 24],
      [25, 25],
    ]);
    expect(edges(nationalAgeBands)).toEqual([
      [0, 5],
      [6, 10],
      [11, 14],
      [15, 15],
      [16, 16],
      [17, 17],
    ]);
  });

  it.each([
    ['community', communityBands],
    ['ADHD', adhdBands],
    ['Wales', walesBands],
    ['ages', ageBands],
    ['ADHD ages', adhdAgeBands],
    ['national ages', nationalAgeBands],
  ])('the %s set follows on without a gap from 0', (_name, bands) => {
    expect(bandsSchema.safeParse(bands).success).toBe(true);
    expect(bands[0]?.from).toBe(0);
  });

  it('a set with a gap, an overlap, an open band before the last, a band turned round or a code twice is refused', () => {
    const band = (code: string, from: number, to: number | null) => ({ code, label: code, from, to });
    const refused = [
      [band('a', 0, 7), band('b', 9, 14)],
      [band('a', 0, 7), band('b', 7, 14)],
      [band('a', 0, null), band('b', 8, 14)],
      [band('a', 5, 4)],
      [band('a', 0, 7), band('a', 8, null)],
      [],
    ];
    expect(refused.map((bands) => bandsSchema.safeParse(bands).success)).toEqual(refused.map(() => false));
    expect(bandsSchema.safeParse([band('a', 0, 7), band('b', 8, null)]).success).toBe(true);
  });

  it('a number in no band is in none and is not counted', () => {
    expect([bandOf(ageBands, 26), bandOf(ageBands, -1)]).toEqual([undefined, undefined]);
    expect(countsByBand(ageBands, [-1, 0, 25, 26])).toEqual([1, 0, 0, 0, 1]);
  });

  it('waits over 104 weeks share the open weekly band', () => {
    expect([728, 729, 735, 736, 5000].map((days) => rttWeekLabel(rttWeek(days)))).toEqual([
      '>103-104',
      '104+',
      '104+',
      '104+',
      '104+',
    ]);
    const counts = countsByRttWeek([0, 7, 8, 728, 729, 5000]);
    expect(counts.length).toBe(105);
    expect([counts[0], counts[1], counts[103], counts[104]]).toEqual([2, 1, 1, 2]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  });
});
