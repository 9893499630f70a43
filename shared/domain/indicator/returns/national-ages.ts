/** Who waits, by the national ages of children and young people (domain.md 2.2), whatever ages a place cuts its own figures by. */
import { nationalAgeBands } from '../../bands/age-bands.ts';
import { bandOf } from '../../bands/band.ts';
import type { Counted } from '../cut/counted.ts';
import type { Month } from '../month/month-tally.ts';
import type { ReturnLine } from './return-figures.ts';

const ADULTS = '18 and over';

export function nationalAgeLines(
  people: readonly Pick<Counted, 'age'>[],
  { code: period }: Month,
): readonly ReturnLine[] {
  const grouped = Map.groupBy(people, ({ age }) => bandOf(nationalAgeBands, age)?.label ?? ADULTS);
  return [...nationalAgeBands.map(({ label }) => label), ADULTS].map(
    (group): ReturnLine => ({
      ...{ measure: 'number-waiting', label: 'Number waiting', group, period, unit: 'count' },
      figure: grouped.get(group)?.length ?? 0,
    }),
  );
}
