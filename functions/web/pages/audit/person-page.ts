/** Who saw or changed one person: on a page, and whole as a file. */
import { staffNames } from '../../../../shared/application/audit/staff-names.ts';
import { whoSaw, whoSawWhole } from '../../../../shared/application/audit/who-saw.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { auditCsv } from '../../../../shared/http/csv/audit-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { nhsNumber } from '../../../../shared/http/html/components/nhs-number.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { nameOf } from '../people/name.ts';
import { auditedPersonPath, auditPath } from './addresses.ts';
import { answered, daysAsked, daysFilter, wrongDays } from './days.ts';
import { linesView } from './lines-view.ts';

const title = 'Who saw or changed this person';
const about = { title, beforeContent: backLink({ href: auditPath, text: 'Back to the audit' }) };

export async function auditedPersonPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params } = visit;
  const personId = params['personId'] ?? '';
  const path = auditedPersonPath(personId);
  const asked = daysAsked(visit);
  const found = await answered(asked, (question) => whoSaw(deps, call, personId, question));
  if ('errors' in found) return refusedPage(wrongDays(about, path, asked.typed, found.errors));
  const names = await staffNames(deps);
  const { person, ...rest } = found.answer;
  return page({
    ...about,
    section: 'audit',
    isWide: true,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1>${whoItIs(person)}${daysFilter(path, asked.typed)}${linesView({ page: rest, names, path, columns: 'who', caption: title })}`,
  });
}

export async function auditedPersonFile(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, today } = visit;
  const personId = params['personId'] ?? '';
  const asked = daysAsked(visit);
  const found = await answered(asked, (question) => whoSawWhole(deps, call, personId, question));
  if ('errors' in found) return refusedPage(wrongDays(about, auditedPersonPath(personId), asked.typed, found.errors));
  const body = auditCsv(found.answer.lines, await staffNames(deps));
  return fileAnswer(`audit-of-a-person-${today}.csv`, 'text/csv; charset=utf-8', body);
}

/** Enough to see that it is the right person, and no more. */
function whoItIs({ details }: Person): Html {
  return summaryList({
    rows: [
      { key: 'Name', value: nameOf(details) },
      { key: 'Born', value: formatDate(details.birthDate) },
      { key: 'NHS number', value: nhsNumber(details.nhsNumber) },
      ...(details.flags.includes('restricted') ? [{ key: 'Notice', value: statusTag.flag('restricted') }] : []),
    ],
  });
}
