/** Who cannot be, or was not, changed, each with the reason. */
import type { BulkRefusal } from '../../../../shared/application/referral/bulk-record.ts';
import type { DomainError } from '../../../../shared/domain/error.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { nameOf } from '../people/name.ts';
import { referralPath } from '../referrals/addresses.ts';

export function refusedTable(caption: string, refused: readonly BulkRefusal[]): Html {
  return table<BulkRefusal>({
    caption,
    captionSize: 'm',
    isCompact: true,
    isResponsive: true,
    rows: refused,
    columns: [
      { heading: 'Name', isRowHeader: true, cell: who },
      { heading: 'Why', cell: ({ problem }) => reason(problem) },
    ],
  });
}

function who({ key, row }: BulkRefusal): Content {
  return row === undefined ? 'A record that is not there' : html`<a href="${referralPath(key)}">${nameOf(row)}</a>`;
}

/** The rule's own words; what a failure means for the person who reads it. */
function reason(problem: DomainError): string {
  switch (problem.kind) {
    case 'stale':
      return 'Somebody has changed this referral since you looked. Look at it and decide again';
    case 'unavailable':
      return 'The record could not be reached. Nothing was recorded for it';
    case 'forbidden':
      return 'The role that you act in does not allow it';
    case 'not-found':
      return 'It is not on this list, or belongs to another service or place';
    case 'invalid':
    case 'conflict':
      return problem.message;
  }
}
