/** Every page about a referral. */
import type { PageRoute } from '../../../../shared/http/page/page-route.ts';
import { addReferralRoutes } from './add-referral.ts';
import { recordEventRoutes } from './record-event.ts';
import { referralPageRoutes } from './referral-page.ts';
import { whyRoutes } from './why-page.ts';

export const referralRoutes: readonly PageRoute[] = [
  ...addReferralRoutes,
  ...referralPageRoutes,
  ...whyRoutes,
  ...recordEventRoutes,
];
