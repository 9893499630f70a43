/** The way to the page before and after of a list that is read with a cursor: it knows its neighbours, not its number. */
import type { Content, Html } from '../html.ts';
import { html } from '../html.ts';
import { icon } from './icon.ts';

/** A neighbouring page. `label` says what is there, e.g. "51 to 100 of 214". */
export interface Neighbour {
  readonly href: string;
  readonly label?: Content;
}

export interface PaginationProps {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** Needed where a page has more than one list. */
  readonly landmark?: string;
}

/** The links, or nothing when the list has one page. */
export function pagination(props: PaginationProps): Html {
  const { previous, next } = props;
  if (previous === null && next === null) return html``;
  return html`<nav class="nhsuk-pagination" role="navigation" aria-label="${props.landmark ?? 'Pagination'}"><ul class="nhsuk-list nhsuk-pagination__list">${
    previous === null
      ? undefined
      : html`<li class="nhsuk-pagination-item--previous"><a class="nhsuk-pagination__link nhsuk-pagination__link--prev" href="${previous.href}" rel="prev"><span class="nhsuk-pagination__title">Previous<span class="nhsuk-u-visually-hidden"> page</span></span>${label(previous)}${icon('arrow-left')}</a></li>`
  }${
    next === null
      ? undefined
      : html`<li class="nhsuk-pagination-item--next"><a class="nhsuk-pagination__link nhsuk-pagination__link--next" href="${next.href}" rel="next"><span class="nhsuk-pagination__title">Next<span class="nhsuk-u-visually-hidden"> page</span></span>${label(next)}${icon('arrow-right')}</a></li>`
  }</ul></nav>`;
}

function label(neighbour: Neighbour): Html | undefined {
  if (neighbour.label === undefined) return undefined;
  return html`<span class="nhsuk-u-visually-hidden">:</span><span class="nhsuk-pagination__page">${neighbour.label}</span>`;
}
