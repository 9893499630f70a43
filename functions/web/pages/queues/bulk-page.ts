/**
 * One change to several referrals: choose on the list, answer what is asked, look at who will change and who cannot, confirm,
 * and read what was done. Everything travels in the forms; a key made for the confirmation makes sending it twice do it once.
 */

import { queueOf } from '../../../../shared/application/policy/place-policy.ts';
import { wholeQueue } from '../../../../shared/application/queue/whole-queue.ts';
import { bulkRecord, MOST_AT_ONCE, previewBulk } from '../../../../shared/application/referral/bulk-record.ts';
import type { NewEvent } from '../../../../shared/application/referral/record-referral-event.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { checkForm, type FormError } from '../../../../shared/http/page/form.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';
import {
  goTo,
  type PageAnswer,
  type PageContent,
  page,
  refusedPage,
} from '../../../../shared/http/page/page-answer.ts';
import { type Typed, typedIn } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { listAddress } from './addresses.ts';
import { askView, nobodyView, tooManyView } from './bulk-ask-view.ts';
import { type Chosen, readChosen } from './bulk-choice.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkKinds } from './bulk-kinds.ts';
import { previewView } from './bulk-preview-view.ts';
import { reportView, undoneView } from './bulk-report-view.ts';
import { assigneeOf, questionOf, readListQuery } from './list-query.ts';

/** Nothing is at this address by itself: reloading it, or coming back to it, leads to the list. */
export async function bulkAgain(visit: ActingVisit): Promise<PageAnswer> {
  return goTo(listAddress(queueOf(visit.policy, visit.params['queue'] ?? '').code));
}

export async function bulkPage(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const queue = queueOf(visit.policy, visit.params['queue'] ?? '');
  const kind = bulkKinds.find(({ code }) => code === body.get('action'));
  if (kind === undefined) throw invalid('action-unknown', 'Choose what to do on the list');
  const context: BulkContext = { visit, queue, kind, list: readListQuery(new URLSearchParams(body.get('list'))) };
  switch (body.get('step')) {
    case '':
      return ask(context, await chosenOn(context, body));
    case 'preview':
      return preview(context, body);
    case 'confirm':
      return confirm(context, body);
    case 'undo':
      return undo(context, body);
    default:
      throw invalid('step-unknown', 'Go back to the list and begin again');
  }
}

function framed(content: Pick<PageContent, 'content' | 'beforeContent'>, { kind, queue }: BulkContext): PageContent {
  return { title: `${kind.title}: ${queue.name}`, section: 'queues', ...content };
}

/** The rows that were ticked; or every row of the list, where that was ticked. */
async function chosenOn({ visit, queue, list }: BulkContext, body: FormBody): Promise<readonly Chosen[]> {
  if (body.get('everyone') !== 'yes') return readChosen(body.all('referral'));
  const assignee = assigneeOf(list, visit.deps.cursors, visit.staff.name);
  // One more than may be changed, so that a list that has grown since is refused and not cut.
  const { rows } = await wholeQueue(visit.deps, visit.call, questionOf(list, queue, assignee), MOST_AT_ONCE + 1);
  return rows.map(({ personId, referralId }) => ({ key: { personId, referralId } }));
}

function ask(context: BulkContext, chosen: readonly Chosen[]): PageAnswer {
  if (chosen.length === 0) return refusedPage(framed(nobodyView(context), context));
  if (chosen.length > MOST_AT_ONCE) return refusedPage(framed(tooManyView(context), context));
  const { visit, kind } = context;
  return page(framed(askView(context, chosen, kind.start(visit.today, visit.staff.name), []), context));
}

async function preview(context: BulkContext, body: FormBody): Promise<PageAnswer> {
  const chosen = readChosen(body.all('referral'));
  const answered = eventIn(context, body);
  if (body.get('change') === 'answers' || 'errors' in answered) {
    const errors = 'errors' in answered && body.get('change') === '' ? answered.errors : [];
    const content = framed(askView(context, chosen, answered.typed, errors), context);
    return errors.length > 0 ? refusedPage(content) : page(content);
  }
  const { visit, queue } = context;
  const found = await previewBulk(
    visit.deps,
    visit.call,
    queue.code,
    chosen.map(({ key }) => key),
    answered.event,
  );
  return page(framed(previewView(context, { ...found, ...answered, chosen, key: visit.deps.ids.fresh() }), context));
}

async function confirm(context: BulkContext, body: FormBody): Promise<PageAnswer> {
  const answered = eventIn(context, body);
  if ('errors' in answered) throw invalid('answers-lost', 'Go back to the list and begin again');
  const { visit, queue } = context;
  const chosen = readChosen(body.all('referral'));
  const key = keyIn(body);
  const report = await bulkRecord(
    visit.deps,
    visit.call,
    queue.code,
    chosen.map((one) => ({ key: one.key, event: answered.event, seen: versionOf(one) })),
    key,
  );
  return page(framed(reportView(context, { ...report, ...answered, chosen, key }), context));
}

/** Records in error the events that were just recorded, on referrals that nobody has touched since. */
async function undo(context: BulkContext, body: FormBody): Promise<PageAnswer> {
  const { visit, queue } = context;
  const reason = 'Undone straight after a change to several referrals';
  const changes = readChosen(body.all('referral')).map((one) => ({
    key: one.key,
    event: {
      facts: { kind: 'recorded-in-error', eventId: one.eventId ?? '', reason },
      on: visit.today,
    } satisfies NewEvent,
    seen: versionOf(one),
  }));
  const report = await bulkRecord(visit.deps, visit.call, queue.code, changes, `${keyIn(body)}-undo`);
  return page(framed(undoneView(context, report), context));
}

type Answered = { readonly typed: Typed } & ({ readonly event: NewEvent } | { readonly errors: readonly FormError[] });

function eventIn({ kind, visit }: BulkContext, body: FormBody): Answered {
  const form = kind.form(visit.today);
  const typed = typedIn(body, form.questions);
  const checked = checkForm(form, typed);
  return 'errors' in checked ? { typed, errors: checked.errors } : { typed, event: checked.value };
}

function versionOf({ version }: Chosen): number {
  if (version === undefined) throw invalid('row-unknown', 'Go back to the list and choose again');
  return version;
}

function keyIn(body: FormBody): string {
  const key = body.get('key');
  if (!/^[\w-]{16}$/.test(key)) throw invalid('key-missing', 'Go back to the list and begin again');
  return key;
}
