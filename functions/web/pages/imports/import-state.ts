/** How an import stands, as a tag. */
import type { Import } from '../../../../shared/domain/import/import.ts';
import { type TagProps, tag } from '../../../../shared/http/html/components/tag.ts';
import type { Html } from '../../../../shared/http/html/html.ts';

const tags: Readonly<Record<Import['state'], TagProps>> = {
  running: { text: 'Not finished', colour: 'yellow' },
  complete: { text: 'Complete', colour: 'green' },
  undone: { text: 'Undone', colour: 'grey' },
};

export function importStateTag(state: Import['state']): Html {
  return tag(tags[state]);
}
