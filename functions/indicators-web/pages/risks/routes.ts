/** Every page about risks. */
import type { FiguresWorld } from '../../../../shared/http/page/by-vouched.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { raiseRiskPath, riskPath, risksPath, riskWorkPath } from '../../addresses.ts';
import { decisionRoutes } from './decision-pages.ts';
import { registerPage } from './register-page.ts';
import { askChangePage, askRaisePage, saveChangePage, saveRaisePage } from './risk-form.ts';
import { riskPage } from './risk-page.ts';

export const riskRoutes: readonly PageRoute<FiguresWorld>[] = [
  actingPage<FiguresWorld>('GET', risksPath, 'indicator.read', registerPage),
  actingPage<FiguresWorld>('GET', raiseRiskPath, 'board.write', askRaisePage),
  actingPage<FiguresWorld>('POST', raiseRiskPath, 'board.write', saveRaisePage),
  actingPage<FiguresWorld>('GET', riskPath('{riskId}'), 'indicator.read', riskPage),
  actingPage<FiguresWorld>('GET', riskWorkPath('{riskId}', 'change'), 'board.write', askChangePage),
  actingPage<FiguresWorld>('POST', riskWorkPath('{riskId}', 'change'), 'board.write', saveChangePage),
  ...decisionRoutes,
];
