/** Risks in a table: in the register, on the first page of figures and in the board pack. */
import type { Risk } from '../../../../shared/domain/board/risk.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { riskPath } from '../../addresses.ts';
import { overdueTag, scoreView } from './risk-words.ts';

type Listed = Pick<Risk, 'id' | 'isOpen' | 'details'>;

/** @param today the day by which an owner's date is judged. */
export function riskTable(caption: string, risks: readonly Listed[], today: LocalDate, isCaptionHidden = false): Html {
  return table<Listed>({
    caption,
    captionSize: 'm',
    isCaptionHidden,
    isResponsive: true,
    rows: risks,
    columns: [
      {
        heading: 'Risk',
        isRowHeader: true,
        cell: ({ id, details }) => html`<a href="${riskPath(id)}"><bdi>${details.title}</bdi></a>`,
      },
      { heading: 'Score', cell: ({ details }) => scoreView(details) },
      { heading: 'Owner', cell: ({ details }) => html`<bdi>${details.owner}</bdi>` },
      { heading: 'Due', cell: (risk) => html`${formatDate(risk.details.dueOn)} ${overdueTag(risk, today)}` },
      {
        heading: 'What is being done',
        cell: ({ details }) => html`<span class="app-typed">${details.mitigations}</span>`,
      },
    ],
  });
}
