/** A made-up table of deprivation for the synthetic places: believable in shape, true of no street. */
import type { DeprivationTable } from './deprivation.ts';

export const syntheticDeprivation: DeprivationTable = {
  edition: 'synthetic-2025',
  synthetic: true,
  source:
    'Made up for tests and demonstrations; replace with the current English Indices of Deprivation before real use',
  districts: {
    ...{ L1: 3, L2: 5, L3: 2, L4: 1, L5: 1, L6: 1, L7: 2, L8: 1, L9: 2, L10: 3, L11: 1, L12: 5, L13: 3, L14: 2 },
    ...{ L15: 4, L16: 8, L17: 7, L18: 9, L19: 6, L20: 1, L21: 2, L22: 4, L23: 8, L24: 2, L25: 7, L26: 4, L27: 2 },
    ...{ L28: 3, L30: 3, L31: 7, L32: 2, L33: 2, L34: 4, L35: 5, L36: 3, L37: 9, L38: 8, L39: 7, L40: 8 },
    ...{ CW1: 3, CW2: 5, CW4: 8, CW5: 7, CW7: 4, CW10: 6, CW11: 7, CW12: 8 },
    ...{ SK8: 8, SK9: 10, SK10: 8, SK11: 5, SK12: 9, WA16: 9 },
  },
};
