/** Draws a page of a waiting list, filled or empty. */

import type { Cursors } from '../../../../shared/application/ports/cursors.ts';
import { LIST_CEILING, PAGE_ROWS, type QueuePage } from '../../../../shared/application/queue/list-queue.ts';
import type { QueueAtAGlance } from '../../../../shared/application/queue/queue-at-a-glance.ts';
import { MOST_AT_ONCE } from '../../../../shared/application/referral/bulk-record.ts';
import type { Instant } from '../../../../shared/domain/calendar/instant.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { breadcrumbs } from '../../../../shared/http/html/components/breadcrumbs.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { actionBar } from '../../../../shared/http/html/components/multi-select.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageContent } from '../../../../shared/http/page/page-answer.ts';
import { withReturn } from '../own-address.ts';
import { referralPath } from '../referrals/addresses.ts';
import { bulkAddress, downloadAddress, figuresAddress, listAddress, printAddress } from './addresses.ts';
import { momentInWords } from './as-at.ts';
import { figuresStrip } from './figures-strip.ts';
import { chosenFilters, filterColumns } from './filter-form.ts';
import { columnSort, orderInWords } from './list-order.ts';
import {
  everybody,
  fromTheStart,
  isFiltered,
  type ListQuery,
  listSearch,
  sealedAssignee,
  sortText,
} from './list-query.ts';
import { listViews } from './list-views.ts';
import { standingFigures, waitFigures } from './queue-figures.ts';
import { rowTable } from './row-table.ts';

export interface ListViewProps {
  readonly query: ListQuery;
  /** The name behind the query's `assigned`. */
  readonly assignee: string | null | undefined;
  readonly rows: QueuePage;
  readonly glance: QueueAtAGlance;
  readonly policy: Policy;
  readonly now: Instant;
  readonly cursors: Cursors;
  readonly csrfToken: string;
  readonly canExport: boolean;
  readonly canRecord: boolean;
}

export function listView(props: ListViewProps): Pick<PageContent, 'content' | 'beforeContent'> {
  const { query, glance, now } = props;
  const { queue } = glance;
  return {
    beforeContent: breadcrumbs([{ text: 'Waiting lists', href: '/' }]),
    content: html`${pageHeading(queue.name, 'Waiting list')}${figuresStrip([
      ...standingFigures(glance, queue),
      ...waitFigures(glance),
    ])}<p class="app-list-moment">As at ${momentInWords(now)}. <a href="${figuresAddress(queue.code)}">All figures, and other days</a></p>${listViews(glance, query)}${filters(props)}${ceilingNotice(props)}${rowsOrWhy(props)}`,
  };
}

function filters({ query, glance, assignee }: ListViewProps): Html {
  const { queue } = glance;
  return filterPanel({
    action: listAddress(queue.code),
    chosen: chosenFilters(query, queue, assignee),
    clearHref: listAddress(queue.code, { ...everybody, sort: query.sort }),
    fields: filterColumns(query, queue, assignee),
    hidden: query.sort === null ? {} : { sort: sortText(query.sort) },
    // What is on shows above the list; opened, the fields would push the answer out of sight on a phone.
    isOpen: false,
  });
}

function ceilingNotice({ rows, glance }: ListViewProps): Html | undefined {
  if (rows.complete && glance.complete) return undefined;
  const most = LIST_CEILING.toLocaleString('en-GB');
  return insetText(
    `This list has more than ${most} rows. Filters, other orders and the figures take in the first ${most}, in the order of the policy. Without a filter every page can still be reached.`,
  );
}

function rowsOrWhy(props: ListViewProps): Html {
  const { query, rows, glance, now } = props;
  const { queue } = glance;
  if (rows.rows.length > 0) return filledList(props);
  if (query.cursor !== null)
    return why(
      'There is nobody further on',
      html`<p>You have come to the end of this list. <a href="${listAddress(queue.code, fromTheStart(query))}">Go to its first page</a></p>`,
    );
  if (isFiltered(query))
    return why(
      'Nobody on this list matches these filters',
      html`<p>Take a filter away, or <a href="${listAddress(queue.code, { ...everybody, sort: query.sort })}">see everybody who is waiting</a>.</p>`,
    );
  return why(
    'Nobody is waiting',
    html`<p>The records were read at ${momentInWords(now)}, and there is nobody on this list. <a href="/people/find">Find a person</a> to add a referral.</p>`,
  );
}

function why(heading: string, content: Html): Html {
  return html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">${heading}</h2>${content}</div>`;
}

function filledList(props: ListViewProps): Html {
  const { query, rows, glance, policy, cursors } = props;
  const { queue, asAt } = glance;
  const back = listAddress(queue.code, query);
  const assigneeHrefs = new Map<string, string>();
  const assigneeHref = (name: string): string => {
    // Sealed once a page: a seal is never the same twice, and the same address is one a browser has seen.
    const href =
      assigneeHrefs.get(name) ??
      listAddress(queue.code, fromTheStart(everybody, { assigned: sealedAssignee(cursors, name) }));
    assigneeHrefs.set(name, href);
    return href;
  };
  const rowsTable = rowTable({
    rows: rows.rows,
    context: { policy, queue, today: asAt },
    caption: `${queue.name} waiting list`,
    recordHref: (row) => withReturn(referralPath(row), back),
    assigneeHref,
    sort: (column) => columnSort(query, queue, column),
    canChoose: props.canRecord,
  });
  return html`${countLine(props)}${props.canRecord ? bulkForm(props, rowsTable) : rowsTable}${pages(props)}`;
}

/** Where the page stands in its list: the number of its first row, from 1, where it can be told; and of all rows. */
function standing({ rows, glance }: ListViewProps): { readonly first: number | undefined; readonly all: number } {
  const all = rows.total ?? glance.order.length;
  if (rows.before !== null) return { first: rows.before + 1, all };
  const at = glance.order.indexOf(rows.rows[0]?.referralId ?? '');
  return { first: at < 0 ? undefined : at + 1, all };
}

function countLine(props: ListViewProps): Html {
  const { query, rows, glance } = props;
  const { first, all } = standing(props);
  const { queue } = glance;
  const range = first === undefined ? `${rows.rows.length}` : `${first} to ${first + rows.rows.length - 1}`;
  return html`<div class="app-list-head"><p class="app-list-count"><strong>${range} of ${rows.complete && glance.complete ? all : `more than ${LIST_CEILING}`}</strong>${isFiltered(query) && ' that match'}. Order: ${orderInWords(query)}${
    query.sort !== null &&
    html`. <a class="app-no-print" href="${listAddress(queue.code, fromTheStart(query, { sort: null }))}">Use the order of the policy</a>`
  }</p><ul class="app-list-ways app-no-print"><li><a href="${printAddress(queue.code, query)}">Clinic list to print</a></li>${
    props.canExport && html`<li><a href="${downloadAddress(queue.code, query)}">Download (CSV)</a></li>`
  }</ul></div>`;
}

function bulkForm(props: ListViewProps, rowsTable: Html): Html {
  const { query, rows, glance, csrfToken } = props;
  const { all } = standing(props);
  const wholeList = all > rows.rows.length && all <= MOST_AT_ONCE;
  return postForm({
    action: bulkAddress(glance.queue.code),
    csrfToken,
    choosesRows: true,
    hidden: { list: listSearch(query) },
    content: html`${actionBar({
      label: 'With the people chosen',
      ...(wholeList && { field: everyoneBox(all) }),
      actions: [
        { text: 'Assign', name: 'action', value: 'assign' },
        { text: 'Record place still needed', name: 'action', value: 'validate' },
      ],
    })}${rowsTable}`,
  });
}

function everyoneBox(all: number): Html {
  return html`<div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item"><input class="nhsuk-checkboxes__input" id="everyone" name="everyone" type="checkbox" value="yes"><label class="nhsuk-label nhsuk-checkboxes__label" for="everyone">All ${all}, every page</label></div></div>`;
}

function pages(props: ListViewProps): Html {
  const { query, rows, glance } = props;
  const { queue } = glance;
  const { first, all } = standing(props);
  const last = first === undefined ? undefined : first + rows.rows.length - 1;
  // In the policy's order the store cannot tell a full last page from one with more behind it: the order can.
  const atEnd =
    rows.before === null || rows.total === null ? glance.order.at(-1) === rows.rows.at(-1)?.referralId : false;
  const href = (cursor: string): string => listAddress(queue.code, { ...query, cursor });
  return pagination({
    landmark: 'Pages of this list',
    previous:
      rows.previous === undefined || first === 1
        ? null
        : {
            href: href(rows.previous),
            ...(first !== undefined && { label: `${Math.max(1, first - PAGE_ROWS)} to ${first - 1} of ${all}` }),
          },
    next:
      rows.next === undefined || atEnd
        ? null
        : {
            href: href(rows.next),
            ...(last !== undefined && { label: `${last + 1} to ${Math.min(all, last + PAGE_ROWS)} of ${all}` }),
          },
  });
}
