/** Easy Read: short sentences, one idea each, large type, a picture beside each. */
import { type Content, type Html, html } from '../html/html.ts';
import { type Picture, picture } from './pictures.ts';

/** A picture and the sentences that it stands beside, each on a line of its own. */
export type EasyStep = readonly [Picture, ...sentences: readonly Content[]];

export function easySteps(steps: readonly (EasyStep | false)[]): Html {
  const shown = steps.filter((step) => step !== false);
  if (shown.length === 0) return html``;
  return html`<ol class="app-easy-read__steps">${shown.map(([name, ...sentences]) => html`<li class="app-easy-read__step">${picture(name)}<div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div></li>`)}</ol>`;
}
