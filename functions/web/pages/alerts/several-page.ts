/** Several alerts taken up at once, and a report of each that was not, with what became of it meanwhile. */
import {
  type AlertChosen,
  type BulkAcknowledged,
  bulkAcknowledge,
} from '../../../../shared/application/alerts/bulk-acknowledge.ts';
import { type AlertView, readAlert } from '../../../../shared/application/alerts/read-alert.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { type DomainError, invalid, isDomainError } from '../../../../shared/domain/error.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { withReturn } from '../own-address.ts';
import { nameOf } from '../people/name.ts';
import { whoDid } from '../people/who.ts';
import { alertPath, alertsPath } from './addresses.ts';
import { queryOfList, returnList } from './alert-query.ts';
import { aboutWords, happenedWords, subjectName } from './alert-words.ts';
import { alertsContent } from './list-page.ts';

/** Nothing is at this address by itself: reloading it, or coming back to it, leads to the list. */
export async function severalAgain(): Promise<PageAnswer> {
  return goTo(alertsPath);
}

export async function acknowledgeSeveral(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const list = returnList(body.get('list'));
  try {
    const chosen = readChosen(body.all('alert'));
    const key = body.get('key') || visit.deps.ids.fresh();
    const outcome = await bulkAcknowledge(visit.deps, visit.call, chosen, {}, key);
    return await reportPage(visit, list, outcome, chosen);
  } catch (refusal) {
    if (!isDomainError(refusal, 'invalid')) throw refusal;
    return refusedPage(await alertsContent(visit, queryOfList(list), refusal.title));
  }
}

/** One alert that was not acknowledged: as it is now where it may still be read, and the version that was decided on. */
interface NotDone {
  readonly problem: DomainError;
  readonly view: AlertView | undefined;
  readonly seen: number;
}

async function reportPage(
  visit: ActingVisit,
  list: string,
  { done, refused }: BulkAcknowledged,
  chosen: readonly AlertChosen[],
): Promise<PageAnswer> {
  const notDone = await Promise.all(
    refused.map(async ({ id, problem }): Promise<NotDone> => {
      const seen = chosen.find((one) => one.id === id)?.seen ?? 0;
      return { problem, seen, view: await viewOf(visit, id) };
    }),
  );
  return page({
    title: 'Acknowledge alerts',
    section: 'alerts',
    beforeContent: backLink({ href: list, text: 'Back to the alerts' }),
    content: html`${
      done.length > 0 &&
      notificationBanner({ variant: 'success', heading: `${counted(done.length, 'alert')} acknowledged` })
    }${pageHeading('Acknowledge alerts')}${
      notDone.length === 0
        ? html`<p>All the alerts you chose are acknowledged.</p>`
        : html`<p><strong>${counted(notDone.length, 'alert')} could not be acknowledged.</strong> Nothing you sent has changed ${notDone.length === 1 ? 'it. Look at it' : 'them. Look at each'} and decide again.</p>${notDoneTable(visit, list, notDone)}`
    }<p><a href="${list}">Back to the alerts</a></p>`,
  });
}

async function viewOf({ deps, call }: ActingVisit, id: string): Promise<AlertView | undefined> {
  try {
    return await readAlert(deps, call, id);
  } catch (refusal) {
    if (!isDomainError(refusal)) throw refusal;
    return undefined;
  }
}

function notDoneTable(visit: ActingVisit, list: string, notDone: readonly NotDone[]): Html {
  return table<NotDone>({
    caption: 'Not acknowledged',
    captionSize: 'm',
    isCompact: true,
    isResponsive: true,
    rows: notDone,
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cell: ({ view }) =>
          view === undefined
            ? 'An alert that is not there'
            : html`<a href="${withReturn(alertPath(view.alert.id), list)}">${nameOf(view.person.details)}</a>`,
      },
      {
        heading: 'About',
        cell: ({ view }) =>
          view === undefined
            ? 'Not known'
            : html`${aboutWords(view.alert)}, ${subjectName(view.alert.subject, visit.policy)}`,
      },
      { heading: 'Why', cell: (one) => whyWords(visit, one) },
    ],
  });
}

/** What somebody else did to it since it was chosen; else the words of the refusal. */
function whyWords({ policy, actor }: ActingVisit, { problem, view, seen }: NotDone): string {
  const last = view?.alert.events.slice(seen).at(-1);
  if (last === undefined) return problem.title;
  const by = last.by.role === 'service' ? 'the service' : whoDid(last.by, actor);
  return `${happenedWords(last.facts, policy)} meanwhile, by ${by}`;
}

/** @throws `invalid` `row-unknown` for a value that no form of ours sends. */
function readChosen(values: readonly string[]): readonly AlertChosen[] {
  return [...new Set(values)].map((value) => {
    const [, id, version] = /^([\w-]{16})\.(\d{1,9})$/.exec(value) ?? [];
    if (id === undefined || version === undefined)
      throw invalid('row-unknown', 'This form names an alert that is none. Choose again');
    return { id, seen: Number(version) };
  });
}
