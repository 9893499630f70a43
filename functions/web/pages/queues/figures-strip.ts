/** A few figures side by side, each with what it counts. */
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';

export interface Figure {
  readonly name: string;
  readonly value: Content;
  /** The rows behind it. */
  readonly href?: string;
  /** What makes the figure: read with it. */
  readonly note?: Content;
}

export function figuresStrip(figures: readonly Figure[]): Html {
  return html`<dl class="app-figures">${figures.map(
    (figure) =>
      html`<div class="app-figures__figure"><dt class="app-figures__name">${figure.name}</dt><dd class="app-figures__value">${
        figure.href === undefined ? figure.value : html`<a href="${figure.href}">${figure.value}</a>`
      }${figure.note !== undefined && html`<span class="app-figures__note">${figure.note}</span>`}</dd></div>`,
  )}</dl>`;
}
