/** The bands by which the waits of one queue are told. */
import type { Band } from '../bands/band.ts';
import { communityBands } from '../bands/waiting-bands.ts';

/**
 * The bands of the community return; where the queue's standard ends inside one, that band is told in two parts, so that
 * those within the standard are a sum of bands.
 */
export function bandsFor(standardDays: number): readonly Band[] {
  return communityBands.flatMap((band): readonly Band[] => {
    const { from, to } = band;
    if (standardDays < from || (to !== null && standardDays >= to)) return [band];
    const part = (first: number, last: number | null): Band => ({
      code: last === null ? `over-${first - 1}-days` : `${first}-${last}-days`,
      label: last === null ? `Over ${first - 1} days` : `${first} to ${last} days`,
      from: first,
      to: last,
    });
    return [part(from, standardDays), part(standardDays + 1, to)];
  });
}
