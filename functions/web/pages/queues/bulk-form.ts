/** What every form of a bulk change carries: the list it began at, what is done, to whom, and the answers so far. */
import { hiddenField, postForm } from '../../../../shared/http/html/components/form.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';
import { bulkAddress } from './addresses.ts';
import { type Chosen, chosenValue } from './bulk-choice.ts';
import type { BulkContext } from './bulk-context.ts';
import { listSearch } from './list-query.ts';

export function bulkForm(
  { visit, queue, kind, list }: BulkContext,
  step: {
    readonly name: 'preview' | 'confirm' | 'undo';
    readonly chosen: readonly Chosen[];
    readonly typed?: Typed;
    readonly hidden?: Readonly<Record<string, string>>;
    readonly content: Content;
  },
): Html {
  return postForm({
    action: bulkAddress(queue.code),
    csrfToken: visit.session.formToken,
    hidden: { list: listSearch(list), action: kind.code, step: step.name, ...step.hidden },
    content: html`${step.chosen.map((one) => hiddenField('referral', chosenValue(one)))}${Object.entries(
      step.typed ?? {},
    ).flatMap(([name, values]) => values.map((value) => hiddenField(name, value)))}${step.content}`,
  });
}
