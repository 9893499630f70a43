import * as z from 'zod';
import { countCare } from '../../../shared/application/care-assessment/count-care.ts';
import {
  mostNotifications,
  notificationsSchema,
  workNotifications,
} from '../../../shared/application/care-assessment/work-notifications.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  careFiguresSchema,
  careFiguresWire,
  notificationAnswersSchema,
  notificationAnswersWire,
} from '../wire/care-assessment.ts';

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
  defineRoute({
    method: 'POST',
    path: '/v1/care-assessments/notifications/dry-run',
    id: 'rehearseCareNotifications',
    tag,
    summary: 'What a file of notifications would come to',
    description: `Writes nothing. Up to ${mostNotifications} rows.`,
    action: 'case.open',
    precondition: 'repeatable',
    body: notificationsSchema,
    response: notificationAnswersSchema,
    async handle({ body, call }, deps) {
      return { body: notificationAnswersWire(await workNotifications(deps, call, body, true)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/care-assessments/notifications',
    id: 'workCareNotifications',
    tag,
    summary: 'Bring in an authority’s list of children who became looked after',
    description:
      'Each row opens the health assessments of a period of care, or adds what is new. Sent again, it comes to the same and nothing is done twice.',
    action: 'case.open',
    precondition: 'repeatable',
    body: notificationsSchema,
    response: notificationAnswersSchema,
    async handle({ body, call }, deps) {
      return { body: notificationAnswersWire(await workNotifications(deps, call, body, false)) };
    },
  }),
];
