/** Draws what a bulk change did: who was changed, who was not and why, and the way to undo it. */
import type { BulkReport } from '../../../../shared/application/referral/bulk-record.ts';
import type { NewEvent } from '../../../../shared/application/referral/record-referral-event.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { button, linkButton } from '../../../../shared/http/html/components/button.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageContent } from '../../../../shared/http/page/page-answer.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';
import { nameOf } from '../people/name.ts';
import { referralPath } from '../referrals/addresses.ts';
import { listAddress } from './addresses.ts';
import { bulkFrame, peopleCount } from './bulk-ask-view.ts';
import type { Chosen } from './bulk-choice.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkForm } from './bulk-form.ts';
import { refusedTable } from './bulk-refused.ts';

type View = Pick<PageContent, 'content' | 'beforeContent'>;

export interface Reported extends BulkReport {
  readonly event: NewEvent;
  readonly typed: Typed;
  readonly chosen: readonly Chosen[];
  readonly key: string;
}

export function reportView(context: BulkContext, reported: Reported): View {
  const { kind } = context;
  const { done, refused, event, typed, chosen, key } = reported;
  const undoForm = bulkForm(context, {
    name: 'undo',
    chosen: done.map((one) => ({ key: one.key, version: one.version, eventId: one.eventId })),
    hidden: { key },
    content: button({ text: `Undo for ${peopleCount(done.length)}`, variant: 'secondary' }),
  });
  // The same key: what was done is answered as done, and only what could not be reached is tried anew.
  const retryForm = bulkForm(context, {
    name: 'confirm',
    chosen,
    typed,
    hidden: { key },
    content: button({ text: 'Try those that could not be reached again' }),
  });
  return bulkFrame(
    context,
    html`${outcome(done.length, refused.length, kind.did(event, done.length))}${pageHeading('What was done', kind.title)}${refused.length > 0 && refusedTable(`Not changed: ${refused.length}`, refused)}${
      refused.some(({ problem }) => problem.kind === 'unavailable') && retryForm
    }${changed('Changed', done)}${done.length > 0 && undoForm}${backToList(context)}`,
  );
}

export function undoneView(context: BulkContext, { done, refused }: BulkReport): View {
  const told = `${counted(done.length, 'change')} undone: recorded in error, and still to be seen in each history`;
  return bulkFrame(
    context,
    html`${outcome(done.length, refused.length, told)}${pageHeading('What was undone', context.kind.title)}${refused.length > 0 && refusedTable(`Not undone: ${refused.length}`, refused)}${changed('Undone', done)}${backToList(context)}`,
  );
}

function outcome(done: number, refused: number, told: string): Html {
  if (refused === 0) return notificationBanner({ variant: 'success', heading: told });
  return notificationBanner({
    variant: 'important',
    heading: done === 0 ? 'Nobody was changed' : `${told}; ${refused} of ${done + refused} not changed`,
  });
}

function changed(word: string, done: BulkReport['done']): Html | undefined {
  if (done.length === 0) return undefined;
  return details({
    summary: `${word}: ${done.length}`,
    open: done.length <= 10,
    content: html`<ul class="nhsuk-list app-columns">${done.map(
      ({ key, row }) => html`<li><a href="${referralPath(key)}">${nameOf(row)}</a></li>`,
    )}</ul>`,
  });
}

function backToList({ queue, list }: BulkContext): Html {
  return html`<p>${linkButton({ text: 'Go back to the list', href: listAddress(queue.code, list) })}</p>`;
}
