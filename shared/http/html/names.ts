/** Names of people, in any script, that can neither change the page nor reorder the text around them (promise P29). */
import { type Html, html } from './html.ts';

/** A person's name as a page shows it: isolated, so that an Arabic name beside a number leaves both readable. */
export function personName(name: string): Html {
  return html`<bdi class="app-name">${name}</bdi>`;
}

// FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE: what <bdi> does, for places that hold no markup.
const ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A person's name for an attribute or an option, where no element can stand. */
export function plainPersonName(name: string): string {
  return `${ISOLATE}${name}${POP_ISOLATE}`;
}
