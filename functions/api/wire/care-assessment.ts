/** Health assessments in care as the API tells them. */
import * as z from 'zod';
import type { CareCounts, CareFigures } from '../../../shared/application/care-assessment/count-care.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';

const count = z.int().min(0);

const careCountsSchema = {
  initial: z.strictObject({
    denominator: count,
    seen: count,
    returned: count.meta({ description: 'The headline: report and plan with the social worker in 20 working days' }),
    seenStretch: count,
    returnedStretch: count.meta({ description: 'Within 20 days by the calendar, as the strategy says' }),
    excluded: z.strictObject({ 'short-breaks': count, 'assessed-before': count, 'care-ended': count }),
    refused: count,
    lateBy: z
      .strictObject({
        'local-authority': count,
        provider: count,
        placement: count,
        family: count,
        'not-recorded': count,
      })
      .meta({ description: 'Of those not returned in time, who caused the delay' }),
  }),
  reviews: z.strictObject({
    denominator: count,
    seen: count.meta({ description: 'Seen by the day it was due' }),
    seenLate: count,
    notSeen: count,
    careEnded: count,
    refused: count,
  }),
};

export const careFiguresSchema = z.strictObject({
  from: localDateSchema,
  to: localDateSchema.meta({ description: 'The last day counted: that of the period, or today' }),
  policyVersion: z.int().min(1),
  ...careCountsSchema,
  authorities: z.array(z.strictObject({ authority: z.string(), ...careCountsSchema })),
});

export function careFiguresWire({
  period,
  whole,
  authorities,
  policyVersion,
}: CareFigures): z.output<typeof careFiguresSchema> {
  const told = ({ initial, reviews }: CareCounts) => ({
    initial: { ...initial, excluded: { ...initial.excluded }, lateBy: { ...initial.lateBy } },
    reviews: { ...reviews },
  });
  return {
    ...{ from: period.from, to: period.to, policyVersion },
    ...told(whole),
    authorities: authorities.map(({ authority, counts }) => ({ authority, ...told(counts) })),
  };
}
