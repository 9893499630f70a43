/** Who wrote something for the board. */
import type { Writer } from '../../../shared/domain/board/writer.ts';
import { roleNames } from '../../../shared/domain/staff/role-names.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

export function writerWords({ name, role }: Writer): Html {
  const names: Readonly<Record<string, string>> = roleNames;
  return html`<bdi>${name}</bdi>, ${(names[role] ?? role).toLowerCase()}`;
}
