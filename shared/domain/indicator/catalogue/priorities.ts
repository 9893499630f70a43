/** What a place's strategy promises, each promise with the indicators that prove it. */
import * as z from 'zod';

export const prioritySchema = z.strictObject({
  place: z.string(),
  strategy: z.string().max(120),
  /** The priority's number in the strategy, and its name. */
  number: z.int().min(1),
  name: z.string().max(120),
  promises: z.array(
    z.strictObject({
      promise: z.string().max(200),
      /** Codes of the catalogue; of which queues, where not of all. */
      indicators: z.array(z.string()).min(1),
      queues: z.array(z.string()).optional(),
      /** The group of a cut that the promise is above all for. */
      group: z.strictObject({ cut: z.string(), group: z.string() }).optional(),
    }),
  ),
});
export type Priority = Readonly<z.output<typeof prioritySchema>>;

const strategy = 'Liverpool Area SEND Strategy 2023-26';

export const priorities: readonly Priority[] = [
  {
    place: 'liverpool',
    strategy,
    number: 1,
    name: 'Social care advice and Initial Health Assessments',
    promises: [
      { promise: 'Social care advice comes back within 6 weeks', indicators: ['ehc-advice-on-time'] },
      { promise: 'Every Initial Health Assessment is done within 20 days', indicators: ['iha-on-time'] },
    ],
  },
  {
    place: 'liverpool',
    strategy,
    number: 5,
    name: 'The health and therapy offer',
    promises: [
      {
        promise: 'Reduced waiting times',
        indicators: [
          'number-waiting',
          'percent-within-standard',
          'median-wait',
          'p92-wait',
          'percent-seen-within-standard',
        ],
      },
      { promise: 'Families are more satisfied when they are asked', indicators: ['satisfaction'] },
      {
        promise: 'More personal health budgets where they are assessed as needed',
        indicators: ['personal-health-budgets'],
      },
      {
        promise: 'More young people have an annual check with a health action plan',
        indicators: ['ld-health-checks'],
      },
      { promise: 'Agreed health goals are met', indicators: ['health-goals-met'] },
      { promise: 'Good health advice comes into EHC plans in time', indicators: ['ehc-advice-on-time'] },
      {
        promise: 'Better access to autism and ADHD diagnosis and support, above all from 18 to 25',
        indicators: ['number-waiting', 'percent-within-standard', 'median-wait', 'long-waiters'],
        queues: ['ASD', 'ADHD'],
        group: { cut: 'age', group: '18-25' },
      },
    ],
  },
];

/** The priorities of a place; none where its strategy is not here. */
export function prioritiesOf(place: string): readonly Priority[] {
  return priorities.filter((priority) => priority.place === place);
}
