/** The pages of the dated duties. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { caseDownloadPath, caseListPath, casePath, openCasePath, recordOnCasePath } from './addresses.ts';
import { casePage } from './case-page.ts';
import { dutiesPage } from './home-page.ts';
import { caseDownload, caseListPage } from './list-page.ts';
import { openCaseAnswer, openCaseForm, recordOnCaseAnswer, recordOnCaseForm } from './record-page.ts';

const one = { personId: '{personId}', kind: '{kind}', caseId: '{caseId}' };

export const caseRoutes: readonly PageRoute[] = [
  actingPage('GET', '/cases', 'case.list', dutiesPage),
  actingPage('GET', caseListPath('{kind}'), 'case.list', caseListPage),
  actingPage('GET', caseDownloadPath('{kind}'), 'case.export', caseDownload),
  actingPage('GET', openCasePath('{personId}', '{kind}'), 'case.open', openCaseForm),
  actingPage('POST', openCasePath('{personId}', '{kind}'), 'case.open', openCaseAnswer),
  actingPage('GET', casePath(one), 'case.read', casePage),
  actingPage('GET', recordOnCasePath(one, '{happened}'), 'case.record', recordOnCaseForm),
  actingPage('POST', recordOnCasePath(one, '{happened}'), 'case.record', recordOnCaseAnswer),
];
