/** What one member of staff saw and changed in the place: on a page, and whole as a file. */
import { staffNames } from '../../../../shared/application/audit/staff-names.ts';
import { whatStaffSaw, whatStaffSawWhole } from '../../../../shared/application/audit/what-staff-saw.ts';
import { auditCsv } from '../../../../shared/http/csv/audit-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { auditedStaffPath, auditPath } from './addresses.ts';
import { answered, daysAsked, daysFilter, wrongDays } from './days.ts';
import { linesView } from './lines-view.ts';
import { rolesIn } from './words.ts';

const title = 'What a member of staff looked at';
const about = { title, beforeContent: backLink({ href: auditPath, text: 'Back to the audit' }) };

export async function auditedStaffPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, actor } = visit;
  const staffId = params['staffId'] ?? '';
  const path = auditedStaffPath(staffId);
  const asked = daysAsked(visit);
  const found = await answered(asked, (question) => whatStaffSaw(deps, call, staffId, question));
  if ('errors' in found) return refusedPage(wrongDays(about, path, asked.typed, found.errors));
  const names = await staffNames(deps);
  const { staff, ...rest } = found.answer;
  const rows = [
    { key: 'Name', value: staff.name },
    { key: 'Role', value: rolesIn(actor.place, staff) },
  ];
  return page({
    ...about,
    section: 'audit',
    isWide: true,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1>${summaryList({ rows })}<p>People are not named here. Follow a link to see who one of them is: that is recorded.</p>${daysFilter(path, asked.typed)}${linesView({ page: rest, names, path, columns: 'whom', caption: title })}`,
  });
}

export async function auditedStaffFile(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, today } = visit;
  const staffId = params['staffId'] ?? '';
  const asked = daysAsked(visit);
  const found = await answered(asked, (question) => whatStaffSawWhole(deps, call, staffId, question));
  if ('errors' in found) return refusedPage(wrongDays(about, auditedStaffPath(staffId), asked.typed, found.errors));
  const body = auditCsv(found.answer.lines, await staffNames(deps));
  return fileAnswer(`audit-of-staff-${today}.csv`, 'text/csv; charset=utf-8', body);
}
