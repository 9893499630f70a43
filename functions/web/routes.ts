/** Every page of the site. A page that is not here does not exist; a test asks each of them for its accessibility. */
import type { PageRoute } from '../../shared/http/page/page-route.ts';
import { aboutRoutes } from './pages/about/about.ts';
import { alertRoutes } from './pages/alerts/routes.ts';
import { auditRoutes } from './pages/audit/routes.ts';
import { budgetRoutes } from './pages/budgets/routes.ts';
import { careAssessmentRoutes } from './pages/care-assessments/routes.ts';
import { caseRoutes } from './pages/cases/routes.ts';
import { communityRoutes } from './pages/community/routes.ts';
import { ehcRoutes } from './pages/ehc/routes.ts';
import { emergencyRoutes } from './pages/emergency/routes.ts';
import { familyAccessRoutes } from './pages/family-access/routes.ts';
import { healthCheckRoutes } from './pages/health-checks/routes.ts';
import { importRoutes } from './pages/imports/routes.ts';
import { myDayRoutes } from './pages/my-day/my-day-page.ts';
import { notificationRoutes } from './pages/notifications/routes.ts';
import { operationsRoutes } from './pages/operations/routes.ts';
import { peopleRoutes } from './pages/people/routes.ts';
import { queueRoutes } from './pages/queues/routes.ts';
import { referralRoutes } from './pages/referrals/routes.ts';
import { reviewRoutes } from './pages/reviews/routes.ts';
import { webhookRoutes } from './pages/webhooks/routes.ts';
import { signInRoutes } from './sign-in/sign-in.ts';
import { signOutRoutes } from './sign-in/sign-out.ts';

export const routes: readonly PageRoute[] = [
  ...aboutRoutes,
  ...peopleRoutes,
  ...referralRoutes,
  ...queueRoutes,
  ...caseRoutes,
  ...ehcRoutes,
  ...myDayRoutes,
  ...importRoutes,
  ...reviewRoutes,
  ...alertRoutes,
  ...budgetRoutes,
  ...healthCheckRoutes,
  ...careAssessmentRoutes,
  ...auditRoutes,
  ...emergencyRoutes,
  ...familyAccessRoutes,
  ...notificationRoutes,
  ...communityRoutes,
  ...webhookRoutes,
  ...operationsRoutes,
  ...signInRoutes,
  ...signOutRoutes,
];
