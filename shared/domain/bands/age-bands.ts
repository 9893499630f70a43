import type { Band } from './band.ts';

/** The ages by which local figures are cut, in whole years. */
export const ageBands = [
  { code: '0-4', label: '0 to 4', from: 0, to: 4 },
  { code: '5-10', label: '5 to 10', from: 5, to: 10 },
  { code: '11-15', label: '11 to 15', from: 11, to: 15 },
  { code: '16-17', label: '16 to 17', from: 16, to: 17 },
  { code: '18-25', label: '18 to 25', from: 18, to: 25 },
] as const satisfies readonly Band[];

/** The ages by which ADHD figures are cut. */
export const adhdAgeBands = [
  { code: '0-4', label: '0 to 4', from: 0, to: 4 },
  { code: '5-17', label: '5 to 17', from: 5, to: 17 },
  { code: '18-24', label: '18 to 24', from: 18, to: 24 },
  { code: '25', label: '25', from: 25, to: 25 },
] as const satisfies readonly Band[];

/** The national bands for children and young people, used in extracts. */
export const nationalAgeBands = [
  { code: '0-5', label: '0 to 5', from: 0, to: 5 },
  { code: '6-10', label: '6 to 10', from: 6, to: 10 },
  { code: '11-14', label: '11 to 14', from: 11, to: 14 },
  { code: '15', label: '15', from: 15, to: 15 },
  { code: '16', label: '16', from: 16, to: 16 },
  { code: '17', label: '17', from: 17, to: 17 },
] as const satisfies readonly Band[];
