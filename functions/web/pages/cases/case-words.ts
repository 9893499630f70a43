/** Where a case stands, in the words of the pages. */
import type { CaseRow } from '../../../../shared/domain/case/case-row.ts';
import type { WaitingOn } from '../../../../shared/domain/case/case-type.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { CasePages } from './case-pages.ts';

/** The tag of a status. One whose opening was taken back is the same for every kind. */
export function statusOf({ statuses }: Pick<CasePages, 'statuses'>, status: string): Html {
  if (status === 'void') return tag({ text: 'Recorded in error', colour: 'white' });
  return tag(statuses[status] ?? { text: status.replaceAll('-', ' '), colour: 'grey' });
}

/** The words of a status, for filters and files. */
export function statusWords({ statuses }: Pick<CasePages, 'statuses'>, status: string): string {
  if (status === 'void') return 'Recorded in error';
  const known = statuses[status]?.text;
  return typeof known === 'string' ? known : status.replaceAll('-', ' ');
}

export const waitingNames: Readonly<Record<WaitingOn, string>> = {
  us: 'Waiting on us',
  family: 'Waiting on the family',
  'other-body': 'Waiting on another body',
};

export function waitingWords({ waitingOn }: Pick<CaseRow, 'waitingOn'>): Html | undefined {
  return waitingOn === null ? undefined : html`<span class="app-secondary">${waitingNames[waitingOn]}</span>`;
}
