/** The pages about assessments that not every case has. */
import type { PageRoute } from '../../../../shared/http/page/page-route.ts';
import { chasesPageRoutes } from './chases-page.ts';
import { familyPageRoutes } from './family-page.ts';
import { figuresPageRoutes } from './figures-page.ts';

export const ehcRoutes: readonly PageRoute[] = [...familyPageRoutes, ...chasesPageRoutes, ...figuresPageRoutes];
