/** Names and values: a record, or the answers to check before saving. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html, isEmpty } from '../html.ts';

/** A link to change or see more of one value. */
export interface SummaryAction {
  readonly text: string;
  /** Read aloud after the text, so that ten links named "Change" are ten different links. */
  readonly hidden: string;
  readonly href: string;
}

export interface SummaryRow {
  readonly key: Content;
  readonly value: Content;
  readonly actions?: readonly SummaryAction[];
}

export interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly hasBorders?: boolean;
  readonly id?: string;
}

/** A row without a value says "Not recorded" rather than nothing. */
export function summaryList(props: SummaryListProps): Html {
  const hasActions = props.rows.some((row) => row.actions !== undefined && row.actions.length > 0);
  const className = classes('nhsuk-summary-list', props.hasBorders === false && 'nhsuk-summary-list--no-border');
  return html`<dl class="${className}" ${attributes({ id: props.id })}>${props.rows.map((row) => drawRow(row, hasActions))}</dl>`;
}

function drawRow(row: SummaryRow, hasActions: boolean): Html {
  const actions = row.actions ?? [];
  const className = classes(
    'nhsuk-summary-list__row',
    hasActions && actions.length === 0 && 'nhsuk-summary-list__row--no-actions',
  );
  const value = isEmpty(row.value) ? html`<span class="app-secondary">Not recorded</span>` : row.value;
  return html`<div class="${className}"><dt class="nhsuk-summary-list__key">${row.key}</dt><dd class="nhsuk-summary-list__value">${value}</dd>${drawActions(actions)}</div>`;
}

function drawActions(actions: readonly SummaryAction[]): Html | undefined {
  const [only, ...others] = actions;
  if (only === undefined) return undefined;
  return html`<dd class="nhsuk-summary-list__actions">${
    others.length === 0
      ? link(only)
      : html`<ul class="nhsuk-summary-list__actions-list">${actions.map(
          (action) => html`<li class="nhsuk-summary-list__actions-list-item">${link(action)}</li>`,
        )}</ul>`
  }</dd>`;
}

function link(action: SummaryAction): Html {
  return html`<a class="nhsuk-link" href="${action.href}">${action.text}<span class="nhsuk-u-visually-hidden"> ${action.hidden}</span></a>`;
}
