/** Draws the question of a bulk change; and the answer when nobody, or too many, were chosen. */
import { MOST_AT_ONCE } from '../../../../shared/application/referral/bulk-record.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button, linkButton } from '../../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import type { FormError } from '../../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import type { PageContent } from '../../../../shared/http/page/page-answer.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';
import { listAddress } from './addresses.ts';
import type { Chosen } from './bulk-choice.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkForm } from './bulk-form.ts';

type View = Pick<PageContent, 'content' | 'beforeContent'>;

export function askView(
  context: BulkContext,
  chosen: readonly Chosen[],
  typed: Typed,
  errors: readonly FormError[],
): View {
  const { kind, queue, visit } = context;
  const { questions } = kind.form(visit.today);
  return bulkFrame(
    context,
    html`${errorsView(questions, errors)}${pageHeading(kind.title, queue.name)}<p><strong>${peopleCount(chosen.length)} chosen.</strong> Nothing changes until you have seen who will change and confirmed it.</p>${insetText(kind.intro)}${bulkForm(
      context,
      {
        name: 'preview',
        chosen,
        content: html`${questionsView(questions, typed, errors)}${button({ text: 'Continue' })}`,
      },
    )}`,
  );
}

export function nobodyView(context: BulkContext): View {
  return refused(context, 'Choose at least one person on the list first');
}

export function tooManyView(context: BulkContext): View {
  return refused(context, `Choose at most ${MOST_AT_ONCE} people at a time: filter the list, or take it page by page`);
}

function refused(context: BulkContext, text: string): View {
  const { kind, queue, list } = context;
  return bulkFrame(
    context,
    html`${errorSummary([{ text, href: null }])}${pageHeading(kind.title, queue.name)}${linkButton({ text: 'Go back to the list', href: listAddress(queue.code, list) })}`,
  );
}

/** `1 person`, `8 people`. */
export function peopleCount(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}

/** The frame of every step: the way back to the list as it was. */
export function bulkFrame({ queue, list }: BulkContext, content: Content): View {
  const framed: Html = html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${content}</div></div>`;
  return {
    beforeContent: backLink({ href: listAddress(queue.code, list), text: 'Back to the list' }),
    content: framed,
  };
}
