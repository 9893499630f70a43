/** How far something long has come. With JavaScript it keeps itself up to date; without, the page has a link to look again. */
import { type Html, html } from '../html.ts';

export interface ProgressProps {
  readonly id: string;
  /** What is under way, e.g. "Rows read". */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /**
   * Answers JSON `{ done, total, finished }`; read every two seconds. When `finished` is true the page is loaded again and shows the
   * report.
   */
  readonly statusUrl: string;
  /** This page. */
  readonly refreshHref: string;
}

export function progress(props: ProgressProps): Html {
  return html`<div class="app-progress" id="${props.id}" data-module="app-progress" data-status-url="${props.statusUrl}"><label class="app-progress__label" for="${props.id}-bar">${props.label}</label><progress class="app-progress__bar" id="${props.id}-bar" max="${props.total}" value="${props.done}"></progress><p class="app-progress__text" role="status"><span class="app-progress__done">${props.done}</span> of <span class="app-progress__total">${props.total}</span></p><p class="app-progress__refresh"><a class="nhsuk-link" href="${props.refreshHref}">Look again</a></p></div>`;
}
