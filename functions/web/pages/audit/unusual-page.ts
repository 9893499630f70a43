/** Hours in which somebody looked at unusually much: a question worth asking, and no accusation. */
import { type StaffNames, staffNames } from '../../../../shared/application/audit/staff-names.ts';
import { type UnusualLookUps, unusualLookUps } from '../../../../shared/application/audit/unusual-look-ups.ts';
import { type UnusualHour, unusualRules, unusualTitle } from '../../../../shared/domain/audit/unusual.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { auditedStaffPath, auditPath, unusualPath } from './addresses.ts';
import { answered, daysAsked, daysFilter, daysInWords, withDays, wrongDays } from './days.ts';
import { roleInWords, staffName, whenInWords } from './words.ts';

const title = 'Unusual look-ups';
const about = { title, beforeContent: backLink({ href: auditPath, text: 'Back to the audit' }) };

export async function unusualPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call } = visit;
  const asked = daysAsked(visit);
  const found = await answered(asked, (question) => unusualLookUps(deps, call, question));
  if ('errors' in found) return refusedPage(wrongDays(about, unusualPath, asked.typed, found.errors));
  const names = await staffNames(deps);
  return page({
    ...about,
    section: 'audit',
    isWide: true,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>An hour is shown when more was looked at in it than ordinary work explains. There may be a good reason: ask.</p>${details({ summary: 'What counts as unusual', content: rules() })}${daysFilter(unusualPath, asked.typed)}${hoursView(found.answer, names)}`,
  });
}

function rules(): Html {
  return html`<ul class="nhsuk-list nhsuk-list--bullet">${unusualRules.map(
    ({ title: rule, over, counts }) =>
      html`<li>${rule}: more than ${over} ${counts === 'people' ? 'people' : 'look-ups'} in an hour</li>`,
  )}</ul>`;
}

function hoursView({ days, hours }: UnusualLookUps, names: StaffNames): Html {
  if (hours.length === 0) return insetText(html`<p role="status">Nothing unusual: ${daysInWords(days)}.</p>`);
  return html`<p role="status">${daysInWords(days)}, the newest first.</p>${table<UnusualHour>({
    caption: title,
    isCaptionHidden: true,
    isResponsive: true,
    rows: hours,
    columns: [
      {
        heading: 'Hour from',
        isRowHeader: true,
        cell: ({ hour }) => html`<time datetime="${hour}">${whenInWords(hour)}</time>`,
      },
      {
        heading: 'Who',
        cell: ({ actor, role, hour }) => {
          const day = localDateOf(hour);
          return html`<a href="${withDays(auditedStaffPath(actor), { from: day, to: day })}">${staffName(actor, names)}</a><br><span class="app-secondary">${roleInWords(role)}</span>`;
        },
      },
      { heading: 'What', cell: ({ rule }) => unusualTitle(rule) },
      { heading: 'How many', isNumeric: true, cell: ({ count }) => count },
      { heading: 'Usual, at most', isNumeric: true, cell: ({ over }) => over },
    ],
  })}`;
}
