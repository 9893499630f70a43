import * as z from 'zod';
import { countCare } from '../../../shared/application/care-assessment/count-care.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { careFiguresSchema, careFiguresWire } from '../wire/care-assessment.ts';

const tag = 'Health assessments in care';

export const careAssessmentRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/care-assessments/counts',
    id: 'countCareAssessments',
    tag,
    summary: 'Raw counts of the health assessments due in a period',
    description:
      'Initial and review, whole and by placing authority, folded from every record. Small numbers stand as they are: for staff only.',
    action: 'case.list',
    query: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    response: careFiguresSchema,
    async handle({ query, call }, deps) {
      return { body: careFiguresWire(await countCare(deps, call, query)) };
    },
  }),
];
