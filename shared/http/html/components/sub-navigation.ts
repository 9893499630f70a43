/** The views of one thing, one under way at a time: the parts of a person's record, the queues of a service. Each is a page of its own. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

export interface View {
  readonly text: Content;
  readonly href: string;
  readonly isCurrent: boolean;
  /** How many things wait there. */
  readonly count?: number;
}

/** @param props.landmark the name of this navigation, told apart from the page's others */
export function subNavigation(props: { readonly landmark: string; readonly views: readonly View[] }): Html {
  return html`<nav class="app-sub-navigation" aria-label="${props.landmark}"><ul class="app-sub-navigation__list">${props.views.map(
    (view) =>
      html`<li class="app-sub-navigation__item"><a class="${classes('app-sub-navigation__link', view.isCurrent && 'app-sub-navigation__link--current')}" href="${view.href}" ${attributes({ 'aria-current': view.isCurrent ? 'page' : undefined })}>${view.text}${
        view.count === undefined ? undefined : html` <span class="app-count">${view.count}</span>`
      }</a></li>`,
  )}</ul></nav>`;
}
