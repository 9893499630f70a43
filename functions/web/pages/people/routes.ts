/** Every page about people. */
import type { PageRoute } from '../../../../shared/http/page/page-route.ts';
import { addPersonRoutes } from './add-person.ts';
import { editPersonRoutes } from './edit-person.ts';
import { findRoutes } from './find.ts';
import { personPageRoutes } from './person-page.ts';

export const peopleRoutes: readonly PageRoute[] = [
  ...findRoutes,
  ...addPersonRoutes,
  ...personPageRoutes,
  ...editPersonRoutes,
];
