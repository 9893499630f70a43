/** Draws work that goes on in parts: how far it is, and the form that carries what is left. */
import { attributes } from '../../../../shared/http/html/attributes.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { hiddenField, postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { PART, partText, TOLD, type Worked } from './parts.ts';

/** Tells the server whether the page's script is there: the script writes `parts` into it. */
export const paceField: Html = html`<input type="hidden" name="pace" value="whole" ${attributes({ 'data-app-pace': 'parts' })}>`;

export interface PartsPageProps {
  readonly title: string;
  readonly caption: Content;
  /** What is counted: "Rows checked". */
  readonly label: string;
  /** What is safe to do meanwhile, and what is not. */
  readonly advice: Content;
  /** Where the form is sent. */
  readonly action: string;
  /** Facts that each part is sent with. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Facts that are only needed at the end. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Rows of the whole. */
  readonly rows: number;
}

/** The page between requests: 503 when the records were away, so that nothing takes it for done. */
export function partsPage(visit: ActingVisit, props: PartsPageProps, worked: Worked): PageAnswer {
  const { title, caption, action, hidden } = props;
  const content = html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${pageHeading(title, caption)}${
    worked.stopped !== null && stoppedView(worked.stopped.message)
  }${postForm({ action, csrfToken: visit.session.formToken, hidden, content: drawn(props, worked) })}</div></div>`;
  return page({ title, section: 'import', content }, worked.stopped === null ? 200 : 503);
}

function drawn({ label, advice, hidden, kept, rows }: PartsPageProps, { left, told }: Worked): Html {
  const done = rows - left.reduce((sum, part) => sum + part.rows, 0);
  return html`${Object.entries(kept ?? {}).map(([name, value]) => hiddenField(name, value))}${told.map((one) =>
    hiddenField(TOLD, one),
  )}${left.map((part) => hiddenField(PART, partText(part)))}<div class="app-progress" data-module="app-parts" data-with="${['csrf', ...Object.keys(hidden)].join(' ')}"><label class="app-progress__label" for="parts-bar">${label}</label><progress class="app-progress__bar" id="parts-bar" max="${rows}" value="${done}"></progress><p class="app-progress__text" role="status"><span class="app-progress__done">${done}</span> of ${rows}</p><p class="app-progress__fault nhsuk-error-message" role="alert" hidden>The service could not be reached. What is done is done: continue with the rest when you are ready.</p><p>${advice}</p><div class="app-progress__continue">${button(
    { text: 'Continue' },
  )}</div></div>`;
}

function stoppedView(message: string): Html {
  return warningCallout({
    heading: 'Not all rows are done yet',
    content: html`<p>${message}. Nothing has been lost: wait a minute, then continue with the rest.</p>`,
  });
}
