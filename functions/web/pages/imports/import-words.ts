/** An import in a few words. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { Import } from '../../../../shared/domain/import/import.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

/** `3200 rows from RiO as at 1 November 2026`: above the heading of pages about it. */
export function importInWords({ rows, system, asAt }: Import): Html {
  return html`${counted(rows, 'row')} from <bdi>${system}</bdi> as at ${formatDate(asAt)}`;
}
