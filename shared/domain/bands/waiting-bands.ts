import type { Band } from './band.ts';

/**
 * The bands of the community health services return, in days. The source prints 127-364 and then "over 365"; day 365
 * is counted in the last band.
 */
export const communityBands = [
  { code: '0-1-weeks', label: '0-1 wk', from: 0, to: 7 },
  { code: '1-2-weeks', label: '1-2 wk', from: 8, to: 14 },
  { code: '2-4-weeks', label: '2-4 wk', from: 15, to: 28 },
  { code: '4-12-weeks', label: '4-12 wk', from: 29, to: 84 },
  { code: '12-18-weeks', label: '12-18 wk', from: 85, to: 126 },
  { code: '18-52-weeks', label: '18-52 wk', from: 127, to: 364 },
  { code: 'over-52-weeks', label: '52+ wk', from: 365, to: null },
] as const satisfies readonly Band[];

/** Bands for ADHD waits, in days. There is no national set; these fit the cuts of public figures at one and two years. */
export const adhdBands = [
  { code: '0-13-weeks', label: '0-91 days', from: 0, to: 91 },
  { code: '13-52-weeks', label: '92-364 days', from: 92, to: 364 },
  { code: '52-104-weeks', label: '365-728 days', from: 365, to: 728 },
  { code: 'over-104-weeks', label: '729+ days', from: 729, to: null },
] as const satisfies readonly Band[];

/** The bands of Welsh neurodevelopmental statistics, in days (NHS Wales Data Dictionary). */
export const walesBands = [
  { code: 'up-to-84-days', label: '84 days or fewer', from: 0, to: 84 },
  { code: '85-126-days', label: '85-126 days', from: 85, to: 126 },
  { code: '127-182-days', label: '127-182 days', from: 127, to: 182 },
  { code: '183-252-days', label: '183-252 days', from: 183, to: 252 },
  { code: '253-364-days', label: '253-364 days', from: 253, to: 364 },
  { code: '365-days-or-more', label: '365 days or more', from: 365, to: null },
] as const satisfies readonly Band[];

/** A long wait: more than this many days. */
export type LongWait = {
  /** Kebab-case, stable. */
  readonly code: string;
  readonly label: string;
  readonly overDays: number;
};

/** The long waits that are counted nationally or watched here: 18, 52, 65, 78 and 104 weeks. */
export const longWaits = [
  { code: 'over-18-weeks', label: 'Over 18 weeks', overDays: 126 },
  { code: 'over-52-weeks', label: 'Over 52 weeks', overDays: 364 },
  { code: 'over-65-weeks', label: 'Over 65 weeks', overDays: 455 },
  { code: 'over-78-weeks', label: 'Over 78 weeks', overDays: 546 },
  { code: 'over-104-weeks', label: 'Over 104 weeks', overDays: 728 },
] as const satisfies readonly LongWait[];
