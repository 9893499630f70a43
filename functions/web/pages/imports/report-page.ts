/** The report of an import: what became of its rows, who is missing from it, and the way to undo it. */
import { MOST_NAMED, nameReferrals } from '../../../../shared/application/import/name-referrals.ts';
import { type ImportReport, readImport } from '../../../../shared/application/import/read-import.ts';
import type { ReferralKey } from '../../../../shared/application/ports/referrals.ts';
import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { NamedPart } from './named-referrals.ts';
import { backToImports, reportView } from './report-view.ts';
import { reportCsv } from './rows-csv.ts';

export async function reportPage(visit: ActingVisit): Promise<PageAnswer> {
  const report = await reportOf(visit);
  const absent = await part(visit, report.absent, 'absent');
  const kept = await part(visit, report.kept, 'kept');
  const alike = await part(visit, possiblyDuplicate(report), 'alike');
  return page({
    title: 'Import report',
    section: 'import',
    beforeContent: backToImports,
    content: reportView(visit, { report, absent, kept, alike }),
  });
}

/** How far it has come, for the bar of the report's page. */
export async function progressPage(visit: ActingVisit): Promise<PageAnswer> {
  const { import: told, results } = await reportOf(visit);
  const status = { done: results.length, total: told.rows, finished: told.state !== 'running' };
  return {
    kind: 'ready',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(status),
    isBase64Encoded: false,
  };
}

export async function rowsDownload(visit: ActingVisit): Promise<PageAnswer> {
  const { import: told, results } = await reportOf(visit);
  return fileAnswer(`import-${told.asAt}.csv`, 'text/csv; charset=utf-8', reportCsv(results));
}

function reportOf({ deps, call, params }: ActingVisit): Promise<ImportReport> {
  return readImport(deps, call, params['importId'] ?? '');
}

/** @param list whose beginning is shown, unless the address says where somebody turned to in it. */
async function part(
  visit: ActingVisit,
  keys: readonly ReferralKey[],
  list: 'absent' | 'kept' | 'alike',
): Promise<NamedPart> {
  const wanted = Number(visit.query.get(list) ?? 0);
  const from = Number.isInteger(wanted) && wanted > 0 && wanted < keys.length ? wanted : 0;
  const named = await nameReferrals(visit.deps, visit.call, keys.slice(from, from + MOST_NAMED));
  return { named, from, total: keys.length };
}

/** Referrals of people who may be somebody else: one of each person. */
function possiblyDuplicate({ results }: ImportReport): readonly ReferralKey[] {
  const found = new Map<string, ReferralKey>();
  for (const { personId, referralId, flags } of results) {
    if (personId === null || referralId === null || !flags.includes('possible-duplicate')) continue;
    if (!found.has(personId)) found.set(personId, { personId, referralId });
  }
  return [...found.values()];
}
