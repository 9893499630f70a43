/** The pages of imports. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { importPath, progressPath, reportPath, rowsPath, undoPath } from './addresses.ts';
import { progressPage, reportPage, rowsDownload } from './report-page.ts';
import { startPage } from './start-page.ts';
import { stepSent } from './steps.ts';
import { undoPage, undoSent } from './undo-page.ts';

export const importRoutes: readonly PageRoute[] = [
  actingPage('GET', importPath, 'import.run', startPage),
  actingPage('POST', importPath, 'import.run', stepSent),
  actingPage('GET', reportPath('{importId}'), 'import.run', reportPage),
  actingPage('GET', progressPath('{importId}'), 'import.run', progressPage),
  actingPage('GET', rowsPath('{importId}'), 'import.run', rowsDownload),
  actingPage('GET', undoPath('{importId}'), 'import.undo', undoPage),
  actingPage('POST', undoPath('{importId}'), 'import.undo', undoSent),
];
