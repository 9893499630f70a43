/** Simple line pictures beside the sentences of Easy Read. They add nothing that the words do not say. */
import { type Html, html, raw } from '../html/html.ts';

const paths = {
  heart: raw(
    '<path d="M24 41S6 30 6 17a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 13-18 24-18 24Z"/><path d="M8 22h9l3-6 5 12 4-6h11"/>',
  ),
  paper: raw('<path d="M11 5h18l8 8v30H11Z"/><path d="M29 5v8h8M17 21h14M17 28h14M17 35h9"/>'),
  speech: raw(
    '<path d="M6 8h36v24H22l-9 9v-9H6Z"/><path d="m24 13 2 5 5 .4-4 3.300 1.300 5.300-4.300-3-4.300 3 1.300-5.300-4-3.300 5-.4Z"/>',
  ),
  hand: raw('<circle cx="24" cy="24" r="18"/><path d="m15 24 7 7 12-14"/>'),
  press: raw(
    '<path d="M19 29V14a4 4 0 0 1 8 0v9l11 3a4 4 0 0 1 3 5l-3 13H21L11 33a3.500 3.500 0 0 1 5-5Z"/><path d="M13 14a10 10 0 0 1 20 0"/>',
  ),
  calendar: raw('<path d="M7 10h34v32H7Z"/><path d="M7 19h34M16 5v9M32 5v9"/><path d="M21 26h6v8h-6Z"/>'),
  telephone: raw('<path d="M13 6h7l3 10-5 4c2 4 6 8 10 10l4-5 10 3v7c0 4-3 7-7 7C20 42 6 28 6 13c0-4 3-7 7-7Z"/>'),
  clock: raw('<circle cx="24" cy="24" r="18"/><path d="M24 12v12l8 6"/>'),
  list: raw(
    '<path d="M19 12h23M19 24h23M19 36h23"/><path d="m5 12 3 3 5-6M5 24l3 3 5-6"/><circle cx="9" cy="36" r="3"/>',
  ),
  person: raw('<circle cx="24" cy="14" r="8"/><path d="M8 43c0-10 6-17 16-17s16 7 16 17Z"/>'),
  team: raw(
    '<circle cx="24" cy="13" r="6"/><circle cx="9" cy="18" r="4.500"/><circle cx="39" cy="18" r="4.500"/><path d="M13 41c0-9 4-15 11-15s11 6 11 15Z"/><path d="M10 40H3c0-8 2-12 8-13M38 40h7c0-8-2-12-8-13"/>',
  ),
  eye: raw('<path d="M4 24s7-13 20-13 20 13 20 13-7 13-20 13S4 24 4 24Z"/><circle cx="24" cy="24" r="6"/>'),
  lock: raw('<path d="M10 22h28v20H10Z"/><path d="M16 22v-7a8 8 0 0 1 16 0v7"/><path d="M24 29v6"/>'),
  letter: raw('<path d="M5 11h38v27H5Z"/><path d="m5 13 19 14 19-14"/>'),
  arrow: raw('<path d="M6 24h34"/><path d="m28 11 13 13-13 13"/>'),
  help: raw('<circle cx="24" cy="24" r="18"/><path d="M18 19c0-8 13-8 13 0 0 5-7 5-7 10"/><path d="M24 35v1"/>'),
} as const satisfies Readonly<Record<string, Html>>;

export type Picture = keyof typeof paths;

export function picture(name: Picture): Html {
  return html`<svg class="app-easy-read__picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="72" height="72" fill="none" stroke="#005eb8" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round" focusable="false" aria-hidden="true">${paths[name]}</svg>`;
}
