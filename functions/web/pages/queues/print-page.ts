/** A clinic list: the rows of a list on one sheet, for paper. */
import { queueOf } from '../../../../shared/application/policy/place-policy.ts';
import { type WholeQueue, wholeQueue } from '../../../../shared/application/queue/whole-queue.ts';
import type { QueueRow } from '../../../../shared/domain/queue/queue-row.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { nameOf } from '../people/name.ts';
import { listAddress } from './addresses.ts';
import { momentInWords } from './as-at.ts';
import { chosenFilters } from './filter-form.ts';
import { orderInWords } from './list-order.ts';
import { assigneeOf, type ListQuery, questionOf, readListQuery } from './list-query.ts';
import { ageFact, needsFact, nextStepFact, priorityFact, type RowContext, stageFact, waitFact } from './row-facts.ts';

/** About twenty sheets: whoever needs more filters the list, or takes the file. */
export const MOST_PRINTED = 500;

export async function printPage(visit: ActingVisit): Promise<PageAnswer> {
  const query = readListQuery(visit.query);
  const queue = queueOf(visit.policy, visit.params['queue'] ?? '');
  const assignee = assigneeOf(query, visit.deps.cursors, visit.staff.name);
  const list = await wholeQueue(visit.deps, visit.call, questionOf(query, queue, assignee), MOST_PRINTED);
  const filters = chosenFilters(query, queue, assignee).map(({ text }) => text);
  const context = { policy: visit.policy, queue, today: visit.today };
  return page({
    title: `${queue.name} clinic list`,
    section: 'queues',
    isWide: true,
    beforeContent: backLink({ href: listAddress(queue.code, query), text: 'Back to the list' }),
    content: html`${pageHeading(queue.name, 'Clinic list')}<p>${told(list, filters, query)}. As at ${momentInWords(visit.now)}.</p>${shortened(list)}${
      list.rows.length === 0 ? html`<p>There is nobody on this list.</p>` : sheet(list, context)
    }<p class="app-print-only">Printed for ${visit.staff.name}. Holds personal information: keep it safe and destroy it when done.</p>`,
  });
}

function told({ rows, total }: WholeQueue, filters: readonly string[], query: ListQuery): Html {
  const people = rows.length === total ? `${total}` : `The first ${rows.length} of ${total}`;
  const only = filters.length === 0 ? 'everybody waiting' : filters.join('; ');
  return html`<strong>${people}</strong>: ${only}. Order: ${orderInWords(query)}`;
}

function shortened({ rows, total, complete }: WholeQueue): Html | undefined {
  if (rows.length === total && complete) return undefined;
  return insetText(
    'Not everybody is on this sheet: the list is longer. Filter the list to print a part of it, or download it as a file.',
  );
}

function sheet({ rows, queue }: WholeQueue, context: RowContext): Html {
  return table<QueueRow>({
    caption: `${queue.name} clinic list`,
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-queue app-clinic-list',
    rows,
    columns: [
      {
        heading: 'Name',
        isRowHeader: true,
        cellClass: 'app-queue__name',
        cell: (row) => html`<strong>${nameOf(row)}</strong>${ageFact(row, context)}${needsFact(row, context)}`,
      },
      { heading: 'Wait', cellClass: 'app-queue__wait', cell: (row) => waitFact(row, context) },
      { heading: 'Priority', cellClass: 'app-queue__tag', cell: (row) => priorityFact(row, context) },
      { heading: 'Status', cellClass: 'app-queue__tag', cell: (row) => stageFact(row, context) },
      { heading: 'Next step', cell: (row) => nextStepFact(row, context) },
      { heading: 'Assigned to', cell: (row) => html`<bdi>${row.assignedTo ?? 'Nobody'}</bdi>` },
    ],
  });
}
