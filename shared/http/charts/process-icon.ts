/**
 * The icons of "Making Data Count": how a process varies, and whether it keeps its target. Each stands beside a sentence that says the same, and
 * is hidden from screen readers. Its letter is drawn, so that no font and no colour alone carries it.
 */
import { type Html, html, raw } from '../html/html.ts';

export type ProcessIcon =
  | 'common-cause'
  | 'improving-high'
  | 'improving-low'
  | 'worsening-high'
  | 'worsening-low'
  | 'passes'
  | 'fails'
  | 'hit-and-miss';

const GREY = '#4c6272';
const BLUE = '#005eb8';
const ORANGE = '#ba5200';

const letters = {
  wave: raw('<path d="M7 18l4-4 4 5 4-6 4 4"/>'),
  H: raw('<path d="M11 10v12M21 10v12M11 16h10"/>'),
  L: raw('<path d="M12 10v12h9"/>'),
  P: raw('<path d="M12 22V10h5a3.5 3.5 0 0 1 0 7h-5"/>'),
  F: raw('<path d="M21 10h-9v12M12 16h7"/>'),
  question: raw('<path d="M12 13a4 4 0 1 1 6 3.5c-1.3.8-2 1.5-2 3M16 21.5v2.5"/>'),
} satisfies Record<string, Html>;

const drawn: Readonly<Record<ProcessIcon, { readonly colour: string; readonly letter: Html }>> = {
  'common-cause': { colour: GREY, letter: letters.wave },
  'improving-high': { colour: BLUE, letter: letters.H },
  'improving-low': { colour: BLUE, letter: letters.L },
  'worsening-high': { colour: ORANGE, letter: letters.H },
  'worsening-low': { colour: ORANGE, letter: letters.L },
  passes: { colour: BLUE, letter: letters.P },
  fails: { colour: ORANGE, letter: letters.F },
  'hit-and-miss': { colour: GREY, letter: letters.question },
};

export function processIcon(name: ProcessIcon): Html {
  const { colour, letter } = drawn[name];
  return html`<svg class="app-process-icon" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" fill="none" stroke="${colour}" stroke-width="2.5" focusable="false" aria-hidden="true"><circle cx="16" cy="16" r="14" fill="#fff"/>${letter}</svg>`;
}
