/** Simple line pictures beside the sentences of an Easy Read sheet. They add nothing that the words do not say. */
import { type Html, html, raw } from '../../../../shared/http/html/html.ts';

export type Picture = 'heart' | 'paper' | 'speech' | 'hand' | 'calendar' | 'telephone';

const paths: Readonly<Record<Picture, Html>> = {
  heart: raw(
    '<path d="M24 41S6 30 6 17a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 13-18 24-18 24Z"/><path d="M8 22h9l3-6 5 12 4-6h11"/>',
  ),
  paper: raw('<path d="M11 5h18l8 8v30H11Z"/><path d="M29 5v8h8M17 21h14M17 28h14M17 35h9"/>'),
  speech: raw(
    '<path d="M6 8h36v24H22l-9 9v-9H6Z"/><path d="m24 13 2 5 5 .4-4 3.300 1.300 5.300-4.300-3-4.300 3 1.300-5.300-4-3.300 5-.4Z"/>',
  ),
  hand: raw('<circle cx="24" cy="24" r="18"/><path d="m15 24 7 7 12-14"/>'),
  calendar: raw('<path d="M7 10h34v32H7Z"/><path d="M7 19h34M16 5v9M32 5v9"/><path d="M21 26h6v8h-6Z"/>'),
  telephone: raw('<path d="M13 6h7l3 10-5 4c2 4 6 8 10 10l4-5 10 3v7c0 4-3 7-7 7C20 42 6 28 6 13c0-4 3-7 7-7Z"/>'),
};

export function picture(name: Picture): Html {
  return html`<svg class="app-easy-read__picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="72" height="72" fill="none" stroke="#005eb8" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round" focusable="false" aria-hidden="true">${paths[name]}</svg>`;
}
