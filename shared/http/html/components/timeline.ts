/** What happened, newest first unless the page says otherwise: state, contacts, letters, notes, and who. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

export interface TimelineEntry {
  readonly title: Content;
  /** Who did it, e.g. "Rosa Diaz, clinician". */
  readonly by: Content;
  /** The day it concerns, as read. */
  readonly when: Content;
  /** The same for machines: a date or an instant (ISO 8601). */
  readonly datetime: string;
  /** Details, in paragraphs or a list. */
  readonly content?: Content;
  /** Set right since: shown struck through with the words "recorded in error", never taken away. */
  readonly isRecordedInError?: boolean;
  /** So that a page can lead to this entry. */
  readonly id?: string;
}

export function timeline(props: { readonly headingLevel: 2 | 3; readonly entries: readonly TimelineEntry[] }): Html {
  return html`<ol class="app-timeline">${props.entries.map((entry) => drawEntry(entry, props.headingLevel))}</ol>`;
}

function drawEntry(entry: TimelineEntry, level: 2 | 3): Html {
  const wrong = entry.isRecordedInError ?? false;
  const title = wrong
    ? html`<s>${entry.title}</s> <strong class="nhsuk-tag nhsuk-tag--white">Recorded in error</strong>`
    : entry.title;
  const heading =
    level === 2
      ? html`<h2 class="app-timeline__title">${title}</h2>`
      : html`<h3 class="app-timeline__title">${title}</h3>`;
  return html`<li class="${classes('app-timeline__item', wrong && 'app-timeline__item--in-error')}" ${attributes({ id: entry.id })}><span class="app-timeline__dot" aria-hidden="true"></span>${heading}<p class="app-timeline__byline"><time datetime="${entry.datetime}">${entry.when}</time> · by ${entry.by}</p>${
    entry.content === undefined ? undefined : html`<div class="app-timeline__content">${entry.content}</div>`
  }</li>`;
}
