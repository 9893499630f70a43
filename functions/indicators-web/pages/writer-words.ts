/** Who wrote something for the board, and when. */
import type { Writer } from '../../../shared/domain/board/writer.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { type Instant, localDateOf, localTimeOf } from '../../../shared/domain/calendar/instant.ts';
import { roleNames } from '../../../shared/domain/staff/role-names.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

type Named = Pick<Writer, 'name' | 'role'>;

export function writerWords({ name, role }: Named): Html {
  const names: Readonly<Record<string, string>> = roleNames;
  return html`<bdi>${name}</bdi>, ${(names[role] ?? role).toLowerCase()}`;
}

export function writtenWords({ by, at }: { readonly by: Named; readonly at: Instant }): Html {
  return html`${writerWords(by)}, ${formatDate(localDateOf(at))} at ${localTimeOf(at).time}`;
}
