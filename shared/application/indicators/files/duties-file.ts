import { readDuties } from '../read-figures.ts';
import { type Fact, factColumns } from './fact-columns.ts';
import type { FigureFileKind } from './figure-file.ts';

/** The dated duties: on time, of those that should have been. */
export const dutiesFile: FigureFileKind = {
  code: 'duties',
  title: 'Duties to children and young people',
  about:
    'Health checks, budgets, health assessments in care, EHC advice, satisfaction and goals: how many, of how many.',
  restricted: false,
  monthly: false,
  columns: factColumns,
  async rows(deps, call) {
    const { figures, stamp } = (await readDuties(deps, call)).figures;
    const facts = figures.flatMap(({ indicator, label, period, numerator, denominator, percent }): readonly Fact[] => [
      ['', indicator, period, `${label}: number`, numerator, 'count'],
      ['', indicator, period, `${label}: of`, denominator, 'count'],
      ['', indicator, period, label, percent, 'per cent'],
    ]);
    return facts.map((cells) => ({ cells, stamp }));
  },
};
