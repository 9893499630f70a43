/** Health assessments in care as the API tells them. */
import * as z from 'zod';
import type { CareCounts, CareFigures } from '../../../shared/application/care-assessment/count-care.ts';
import type { NotificationAnswers } from '../../../shared/application/care-assessment/work-notifications.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import {
  type NotificationField,
  notificationColumns,
  notificationFields,
} from '../../../shared/domain/care-assessment/notification-file/columns.ts';
import {
  notificationFaultCodes,
  notificationFlags,
  notificationOutcomes,
  notificationReviewCodes,
} from '../../../shared/domain/care-assessment/notification-file/row-outcome.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';

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

const heading = z.enum(notificationFields.map((field) => notificationColumns[field].heading));

export const notificationAnswersSchema = z.strictObject({
  asAt: localDateSchema,
  rows: z.array(
    z.strictObject({
      record: z.int(),
      line: z.int(),
      outcome: z.enum(notificationOutcomes),
      personId: opaqueIdSchema.nullable(),
      caseId: opaqueIdSchema
        .nullable()
        .meta({ description: 'The record of the period of care; null where there is none yet' }),
      isNewcomer: z.boolean().meta({ description: 'The child was not known, and is added with the row' }),
      added: z.array(z.strictObject({ kind: z.string(), on: localDateSchema })),
      flags: z.array(z.enum(notificationFlags)),
      review: z
        .strictObject({ code: z.enum(notificationReviewCodes), column: heading, fix: z.string() })
        .nullable()
        .meta({ description: 'Why somebody has to decide. Nothing of such a row is taken' }),
      faults: z.array(
        z.strictObject({
          code: z.enum(notificationFaultCodes),
          column: heading,
          found: z.string().meta({ description: 'What stood in the cell. It is told here and kept nowhere' }),
          fix: z.string(),
        }),
      ),
    }),
  ),
});

export function notificationAnswersWire({
  asAt,
  rows,
}: NotificationAnswers): z.output<typeof notificationAnswersSchema> {
  const column = (field: NotificationField) => notificationColumns[field].heading;
  return {
    asAt,
    rows: rows.map(({ added, flags, review, faults, ...row }) => ({
      ...row,
      added: [...added],
      flags: [...flags],
      review: review === null ? null : { code: review.code, column: column(review.field), fix: review.fix },
      faults: faults.map(({ field, ...fault }) => ({ ...fault, column: column(field) })),
    })),
  };
}
