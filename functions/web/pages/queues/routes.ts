/** The pages of waiting lists. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { bulkAgain, bulkPage } from './bulk-page.ts';
import { downloadPage } from './download-page.ts';
import { figuresPage } from './figures-page.ts';
import { homePage } from './home-page.ts';
import { listPage } from './list-page.ts';
import { printPage } from './print-page.ts';

export const queueRoutes: readonly PageRoute[] = [
  // Everybody who is signed in begins here: a role without lists is told so.
  actingPage('GET', '/', 'me.read', homePage),
  actingPage('GET', '/queues/{queue}', 'queue.read', listPage),
  actingPage('GET', '/queues/{queue}/figures', 'queue.summary', figuresPage),
  actingPage('GET', '/queues/{queue}/print', 'queue.read', printPage),
  actingPage('GET', '/queues/{queue}/download', 'queue.export', downloadPage),
  actingPage('GET', '/queues/{queue}/bulk', 'queue.read', bulkAgain),
  actingPage('POST', '/queues/{queue}/bulk', 'referral.record', bulkPage),
];
