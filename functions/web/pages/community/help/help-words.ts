/** What help while waiting is called where staff read it. */

import type { LocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import {
  type Help,
  type HelpEvent,
  type HelpKind,
  isReviewOverdue,
} from '../../../../../shared/domain/community/help.ts';
import { tag } from '../../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { historyOf } from '../parts.ts';

export const helpKindNames: Readonly<Record<HelpKind, string>> = {
  crisis: 'Help in a crisis',
  sendiass: 'SENDIASS',
  'local-offer': 'Local Offer',
  'parent-carer-forum': 'Parent carer forum',
  'addvanced-solutions': 'ADDvanced Solutions',
  school: 'Help at school',
  other: 'Something else',
};

export const helpHistory = historyOf<HelpEvent>(
  {
    written: 'Draft written',
    published: 'Published',
    reviewed: 'Looked at: still right',
    withdrawn: 'Withdrawn',
    restored: 'Taken back into the draft',
  },
  ({ edition }) => edition !== null && html`<p>Edition ${edition}</p>`,
);

export function helpTags(help: Help, today: LocalDate): Html {
  const standing = help.isShown
    ? tag({ text: 'Published', colour: 'green' })
    : tag(help.editions.length === 0 ? { text: 'Draft', colour: 'yellow' } : { text: 'Withdrawn', colour: 'grey' });
  return html`${standing}${help.isShown && help.draft !== null && html` ${tag({ text: 'Changed since', colour: 'yellow' })}`}${isReviewOverdue(help, today) && html` ${tag({ text: 'Overdue for review', colour: 'red' })}`}`;
}
