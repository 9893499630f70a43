/** Every page about who in a family may see a record. */
import type { PageRoute } from '../../../../shared/http/page/page-route.ts';
import { accessPageRoutes } from './access-page.ts';
import { contactRoutes } from './contact-page.ts';
import { inviteRoutes } from './invite-page.ts';
import { letterRoutes } from './letter-page.ts';
import { linkRoutes } from './link-page.ts';
import { recordAccessRoutes } from './record-page.ts';

export const familyAccessRoutes: readonly PageRoute[] = [
  ...accessPageRoutes,
  ...inviteRoutes,
  ...letterRoutes,
  ...linkRoutes,
  ...recordAccessRoutes,
  ...contactRoutes,
];
