/** When something is due, as a cell of a list: the day, how far off, and what it is. */
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { CaseRow } from '../../../../shared/domain/case/case-row.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

export function dueFact(
  { due }: Pick<CaseRow, 'due'>,
  words: Readonly<Record<string, string>>,
  today: LocalDate,
): Html {
  if (due === null) return html`<span class="app-secondary">Nothing due</span>`;
  const left = daysBetween(today, due.on);
  const far = left < 0 ? `${counted(-left, 'day')} late` : left === 0 ? 'today' : `in ${counted(left, 'day')}`;
  return html`<span class="app-nowrap">${formatDateShort(due.on)}</span>${left < 0 && html` ${tag({ text: 'Late', colour: 'red' })}`}<br><span class="app-secondary">${words[due.what] ?? due.what}, ${far}</span>`;
}
