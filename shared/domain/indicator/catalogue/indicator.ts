/** What an indicator is, said once: on its page, in the API, and by its code on every figure. */
import * as z from 'zod';

const text = (longest: number) => z.string().min(1).max(longest);

export const indicatorSchema = z.strictObject({
  /** Kebab-case, stable. */
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** Moves when the definition does. */
  version: z.int().min(1),
  name: text(80),
  definition: text(500),
  numerator: text(300).nullable(),
  denominator: text(300).nullable(),
  unit: z.enum(['count', 'per cent', 'weeks', 'days', 'points', 'ratio']),
  /** Where the definition comes from, or why it is our own. */
  source: text(200),
  /** As at what, or over what, and how often. */
  calendar: text(160),
  /** What is aimed at, and whose aim it is; null where nothing is set. */
  target: text(200).nullable(),
  /** Who answers for the figure. */
  owner: text(80),
  /** Whether lower is better, for charts; null where neither is. */
  better: z.enum(['lower', 'higher']).nullable(),
  /** What it is counted from. */
  countedFrom: z.enum([
    'waiting lists',
    'histories',
    'health checks',
    'budgets',
    'care assessments',
    'advice',
    'surveys',
  ]),
});
export type Indicator = Readonly<z.output<typeof indicatorSchema>>;
