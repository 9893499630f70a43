/** The filters of a list: a GET form, so that a filtered list has an address of its own and "back" returns to it. */
import { attributes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';
import { button, buttonGroup } from './button.ts';
import { hiddenField } from './form.ts';

/** A filter that is on, and the same list without it. */
export interface ChosenFilter {
  readonly text: string;
  readonly removeHref: string;
}

export interface FilterPanelProps {
  readonly action: string;
  readonly chosen: readonly ChosenFilter[];
  readonly clearHref: string;
  /** Fields, laid out side by side where there is room. */
  readonly fields: readonly Content[];
  /** What the list keeps while filters change, e.g. its order. Never anything personal. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Opened at once: after a filter was wrong, or when nothing matched. */
  readonly isOpen: boolean;
}

export function filterPanel(props: FilterPanelProps): Html {
  const count = props.chosen.length;
  return html`<div class="app-filter app-no-print"><details class="app-filter__panel" ${attributes({ open: props.isOpen })}><summary class="app-filter__summary"><span class="app-filter__summary-text">Filter this list</span></summary><form class="app-filter__form" action="${props.action}" method="get" novalidate>${Object.entries(
    props.hidden,
  ).map(([name, value]) => hiddenField(name, value))}<div class="app-filter__fields">${props.fields.map(
    (field) => html`<div class="app-filter__field">${field}</div>`,
  )}</div>${buttonGroup(
    button({ text: 'Apply filters', variant: 'secondary', small: true }),
    html`<a class="nhsuk-link" href="${props.clearHref}">Clear filters</a>`,
  )}</form></details>${
    count === 0
      ? undefined
      : html`<div class="app-filter__chosen"><h2 class="nhsuk-u-visually-hidden">Filters that are on</h2><ul class="app-filter__chips">${props.chosen.map(
          (filter) =>
            html`<li><a class="app-filter__chip" href="${filter.removeHref}"><span class="nhsuk-u-visually-hidden">Remove filter </span>${filter.text}<span class="app-filter__cross" aria-hidden="true"></span></a></li>`,
        )}</ul><a class="nhsuk-link" href="${props.clearHref}">Clear all</a></div>`
  }</div>`;
}
