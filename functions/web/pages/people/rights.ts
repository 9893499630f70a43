/** The days on which who decides and who may see changes, and what each means for staff. */
import { rightsTimeline } from '../../../../shared/domain/calendar/age.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

export function rightsView(birthDate: LocalDate, today: LocalDate): Html {
  const rights = rightsTimeline(birthDate);
  const rows: readonly (readonly [key: string, on: LocalDate, meaning: string])[] = [
    [
      '16th birthday',
      rights.healthConsentFrom,
      'Presumed able to consent to health care, and decides who sees the record',
    ],
    ['School leaving date', rights.schoolLeaving, 'From the day after, SEND rights are the young person’s own'],
    ['18th birthday', rights.eighteenth, 'Adult pathway, with the same start of the wait'],
  ];
  return summaryList({
    rows: rows.map(([key, on, meaning]) => ({
      key,
      value: html`${formatDate(on)}${on <= today && html` ${tag({ text: 'Passed', colour: 'grey' })}`}<br><span class="app-secondary">${meaning}</span>`,
    })),
  });
}
