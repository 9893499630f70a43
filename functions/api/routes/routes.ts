import { staffApi } from '../../../shared/http/api/described-apis.ts';
import { descriptionRoutes } from '../../../shared/http/api/description-routes.ts';
import type { Route } from '../../../shared/http/api/route.ts';
import { alertRoutes } from './alerts.ts';
import { auditRoutes } from './audit.ts';
import { budgetRoutes } from './budgets.ts';
import { careAssessmentRoutes } from './care-assessments.ts';
import { caseRoutes } from './cases.ts';
import { ehcRoutes } from './ehc.ts';
import { emergencyAccessRoutes } from './emergency-access.ts';
import { eventRoutes } from './events.ts';
import { familyAccessRoutes } from './family-access.ts';
import { healthRoute } from './health.ts';
import { healthCheckRoutes } from './health-checks.ts';
import { helpRoutes } from './help.ts';
import { importRoutes } from './imports.ts';
import { meRoutes } from './me.ts';
import { myDayRoutes } from './my-day.ts';
import { noticeRoutes } from './notices.ts';
import { notificationRoutes } from './notifications.ts';
import { operationsRoutes } from './operations.ts';
import { peopleRoutes } from './people.ts';
import { policyRoutes } from './policy.ts';
import { questionnaireRoutes } from './questionnaires.ts';
import { queueRoutes } from './queues.ts';
import { referralRoutes } from './referrals.ts';
import { reviewRoutes } from './reviews.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every route of the API. A resource adds its file here, and is routed, guarded and described. */
export function apiRoutes(stage: string): readonly Route[] {
  const routes = [
    ...meRoutes,
    ...notificationRoutes,
    ...peopleRoutes,
    ...referralRoutes,
    ...queueRoutes,
    ...caseRoutes,
    ...myDayRoutes,
    ...alertRoutes,
    ...healthCheckRoutes,
    ...budgetRoutes,
    ...careAssessmentRoutes,
    ...ehcRoutes,
    ...importRoutes,
    ...reviewRoutes,
    ...policyRoutes,
    ...auditRoutes,
    ...emergencyAccessRoutes,
    ...helpRoutes,
    ...noticeRoutes,
    ...eventRoutes,
    ...questionnaireRoutes,
    ...webhookRoutes,
    ...operationsRoutes,
    ...familyAccessRoutes,
    healthRoute(stage),
  ];
  return [...routes, ...descriptionRoutes(routes, staffApi)];
}
