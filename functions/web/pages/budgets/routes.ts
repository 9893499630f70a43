/** Every page about personal health budgets. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import {
  budgetPath,
  budgetsCsvPath,
  budgetsPath,
  collectionCsvPath,
  collectionPath,
  ledgerFilePath,
  statementCsvPath,
  statementPath,
} from './addresses.ts';
import { budgetPage } from './budget-page.ts';
import { collectionDownload, collectionPage } from './collection-page.ts';
import { ledgerFilePage, ledgerFileSent } from './ledger-file-page.ts';
import { budgetsDownload, budgetsPage } from './list-page.ts';
import { openBudgetRoutes } from './open-page.ts';
import { recordOnBudgetRoutes } from './record-event.ts';
import { statementDownload, statementPage } from './statement-page.ts';

const address = { personId: '{personId}', caseId: '{caseId}' };

export const budgetRoutes: readonly PageRoute[] = [
  actingPage('GET', budgetsPath, 'case.list', budgetsPage),
  actingPage('GET', budgetsCsvPath, 'case.export', budgetsDownload),
  actingPage('GET', collectionPath, 'case.list', collectionPage),
  actingPage('GET', collectionCsvPath, 'case.list', collectionDownload),
  actingPage('GET', ledgerFilePath, 'case.record', ledgerFilePage),
  actingPage('POST', ledgerFilePath, 'case.record', ledgerFileSent),
  ...openBudgetRoutes,
  actingPage('GET', budgetPath(address), 'case.read', budgetPage),
  actingPage('GET', statementPath(address), 'case.read', statementPage),
  actingPage('GET', statementCsvPath(address), 'case.read', statementDownload),
  ...recordOnBudgetRoutes,
];
