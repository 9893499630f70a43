/** Referrals of a report by name, each leading to its record. */
import { MOST_NAMED, type NamedReferral } from '../../../../shared/application/import/name-referrals.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { nameOf } from '../people/name.ts';
import { referralPath } from '../referrals/addresses.ts';

/** Some referrals of a list, named, with where they stand in it. */
export interface NamedPart {
  readonly named: readonly NamedReferral[];
  /** Position of the first, from 0. */
  readonly from: number;
  readonly total: number;
}

export interface NamedReferralsProps {
  readonly caption: string;
  /** The address of the same list from another place on. */
  readonly turn: (from: number) => string;
}

export function namedReferrals({ named, from, total }: NamedPart, { caption, turn }: NamedReferralsProps): Html {
  const list = table<NamedReferral>({
    caption,
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-blocks',
    rows: named,
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: (one) => html`<a href="${referralPath(one.key)}">${nameOf(one)}</a>`,
      },
      { heading: 'Born', cell: ({ birthDate }) => html`<span class="app-nowrap">${formatDateShort(birthDate)}</span>` },
      { heading: 'Waiting list', cell: ({ queue }) => queue },
    ],
  });
  const neighbour = (start: number) => ({
    href: turn(start),
    label: `${start + 1} to ${Math.min(start + MOST_NAMED, total)} of ${total}`,
  });
  return html`${list}${pagination({
    landmark: caption,
    previous: from > 0 ? neighbour(Math.max(0, from - MOST_NAMED)) : null,
    next: from + MOST_NAMED < total ? neighbour(from + MOST_NAMED) : null,
  })}`;
}
