/** Every page for families. A page that is not here does not exist. */
import type { FamilyRoute } from '../../shared/http/family/family-route.ts';
import { calendarRoutes } from './pages/calendar-page.ts';
import { checkInRoutes } from './pages/check-in-page.ts';
import { childRoutes } from './pages/child-page.ts';
import { estimateRoutes } from './pages/estimates-page.ts';
import { eventRoutes } from './pages/event-page.ts';
import { feedbackRoutes } from './pages/feedback-page.ts';
import { goalRoutes } from './pages/goals-page.ts';
import { growingUpRoutes } from './pages/growing-up-page.ts';
import { helpRoutes } from './pages/help-page.ts';
import { homeRoutes } from './pages/home-page.ts';
import { invitedRoutes } from './pages/invited-page.ts';
import { joinRoutes } from './pages/join-page.ts';
import { lookedRoutes } from './pages/looked-page.ts';
import { orderRoutes } from './pages/order-page.ts';
import { privacyRoutes } from './pages/privacy-page.ts';
import { questionsRoutes } from './pages/questions-page.ts';
import { reachRoutes } from './pages/reach-pages.ts';
import { readingRoutes } from './pages/reading-page.ts';
import { saidRoutes } from './pages/said-page.ts';
import { sharingRoutes } from './pages/sharing-pages.ts';
import { takingPartRoutes } from './pages/taking-part-page.ts';
import { tellRoutes } from './pages/tell-page.ts';
import { urgentRoutes } from './pages/urgent-page.ts';
import { signInRoutes } from './sign-in.ts';

export const familyRoutes: readonly FamilyRoute[] = [
  ...homeRoutes,
  ...childRoutes,
  ...growingUpRoutes,
  ...checkInRoutes,
  ...tellRoutes,
  ...goalRoutes,
  ...feedbackRoutes,
  ...lookedRoutes,
  ...reachRoutes,
  ...sharingRoutes,
  ...joinRoutes,
  ...invitedRoutes,
  ...privacyRoutes,
  ...estimateRoutes,
  ...orderRoutes,
  ...calendarRoutes,
  ...helpRoutes,
  ...takingPartRoutes,
  ...eventRoutes,
  ...questionsRoutes,
  ...saidRoutes,
  ...readingRoutes,
  ...urgentRoutes,
  ...signInRoutes,
];
