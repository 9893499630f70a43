/** Every page about board packs. */
import type { FiguresWorld } from '../../../../shared/http/page/by-vouched.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import {
  beginPackPath,
  commentPath,
  editionFilePath,
  editionPath,
  packPath,
  packsPath,
  reopenPackPath,
  signPackPath,
} from '../../addresses.ts';
import { askBeginPage, saveBeginPage } from './begin-page.ts';
import { editionFilePage, editionPage } from './edition-page.ts';
import { packsPage } from './list-page.ts';
import { packPage } from './pack-page.ts';
import { commentPages, reopenPages, signPages } from './work-pages.ts';

const period = '{period}';

export const packRoutes: readonly PageRoute<FiguresWorld>[] = [
  actingPage<FiguresWorld>('GET', packsPath, 'indicator.read', packsPage),
  actingPage<FiguresWorld>('GET', beginPackPath, 'board.write', askBeginPage),
  actingPage<FiguresWorld>('POST', beginPackPath, 'board.write', saveBeginPage),
  actingPage<FiguresWorld>('GET', packPath(period), 'indicator.read', packPage),
  actingPage<FiguresWorld>('GET', editionPath(period, '{edition}'), 'indicator.read', editionPage),
  actingPage<FiguresWorld>('GET', editionFilePath(period, '{edition}'), 'indicator.read', editionFilePage),
  actingPage<FiguresWorld>('GET', commentPath(period, '{section}'), 'board.write', commentPages.ask),
  actingPage<FiguresWorld>('POST', commentPath(period, '{section}'), 'board.write', commentPages.save),
  actingPage<FiguresWorld>('GET', signPackPath(period), 'board.sign', signPages.ask),
  actingPage<FiguresWorld>('POST', signPackPath(period), 'board.sign', signPages.save),
  actingPage<FiguresWorld>('GET', reopenPackPath(period), 'board.write', reopenPages.ask),
  actingPage<FiguresWorld>('POST', reopenPackPath(period), 'board.write', reopenPages.save),
];
