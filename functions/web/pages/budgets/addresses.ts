/** Addresses of the pages about budgets. They hold opaque ids, codes and days, and nothing that says who it is (promise P8). */
import { caseDownloadPath, caseListPath, casePath, openCasePath, recordOnCasePath } from '../cases/addresses.ts';

export const budgetsPath = caseListPath('budget');
export const budgetsCsvPath = caseDownloadPath('budget');
/** The counts of a quarter for the national collection. */
export const collectionPath = `${budgetsPath}/collection`;
export const collectionCsvPath = `${collectionPath}/counts.csv`;
/** Where a ledger that another system keeps is brought in. */
export const ledgerFilePath = `${budgetsPath}/ledger-file`;

export interface BudgetAddress {
  readonly personId: string;
  readonly caseId: string;
}

export function budgetPath({ personId, caseId }: BudgetAddress): string {
  return casePath({ personId, kind: 'budget', caseId });
}

/** Where a request for a budget is recorded. */
export function openBudgetPath(personId: string): string {
  return openCasePath(personId, 'budget');
}

export function recordOnBudgetPath(address: BudgetAddress, kind: string): string {
  return recordOnCasePath({ ...address, kind: 'budget' }, kind);
}

/** The form that says that an entry was a mistake. */
export function correctBudgetPath(address: BudgetAddress, eventId: string): string {
  return `${recordOnBudgetPath(address, 'recorded-in-error')}?event=${eventId}`;
}

export function statementPath(address: BudgetAddress): string {
  return `${budgetPath(address)}/statement`;
}

export function statementCsvPath(address: BudgetAddress): string {
  return `${statementPath(address)}/statement.csv`;
}
