/** The rows of a list as a table: on a phone each row is a block that begins with the name. */
import type { QueueRow } from '../../../../shared/domain/queue/queue-row.ts';
import type { SortColumn } from '../../../../shared/domain/queue/sort.ts';
import { rowCheckbox } from '../../../../shared/http/html/components/multi-select.ts';
import { type Column, type ColumnSort, table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { nameOf } from '../people/name.ts';
import { ageFact, needsFact, nextStepFact, priorityFact, type RowContext, stageFact, waitFact } from './row-facts.ts';

/** How a chosen row is sent: person and referral, both opaque. */
export function rowValue({ personId, referralId }: Pick<QueueRow, 'personId' | 'referralId'>): string {
  return `${personId}.${referralId}`;
}

export interface RowTable {
  readonly rows: readonly QueueRow[];
  readonly context: RowContext;
  readonly caption: string;
  /** Where a row's record is. */
  readonly recordHref: (row: QueueRow) => string;
  /** The list of whoever a row is assigned to. */
  readonly assigneeHref: (name: string) => string;
  readonly sort: (column: SortColumn) => ColumnSort;
  /** Whether rows can be chosen: only for those who may change several at once. */
  readonly canChoose: boolean;
}

export function rowTable(props: RowTable): Html {
  const { context, sort } = props;
  const columns: readonly Column<QueueRow>[] = [
    ...(props.canChoose ? [chooseColumn] : []),
    {
      heading: 'Name',
      isRowHeader: true,
      sort: sort('name'),
      cellClass: 'app-queue__name',
      cell: (row) =>
        html`<a href="${props.recordHref(row)}">${nameOf(row)}</a>${ageFact(row, context)}${needsFact(row, context)}`,
    },
    { heading: 'Wait', sort: sort('wait'), cellClass: 'app-queue__wait', cell: (row) => waitFact(row, context) },
    { heading: 'Priority', sort: sort('tier'), cellClass: 'app-queue__tag', cell: (row) => priorityFact(row, context) },
    { heading: 'Status', sort: sort('stage'), cellClass: 'app-queue__tag', cell: (row) => stageFact(row, context) },
    { heading: 'Next step', sort: sort('next-step'), cell: (row) => nextStepFact(row, context) },
    { heading: 'Assigned to', sort: sort('assigned'), cell: (row) => assignedFact(row, props.assigneeHref) },
  ];
  return table<QueueRow>({
    caption: props.caption,
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-queue',
    rows: props.rows,
    columns,
  });
}

const chooseColumn: Column<QueueRow> = {
  heading: 'Choose',
  isHeadingHidden: true,
  cellClass: 'app-queue__choose',
  cell: (row) =>
    rowCheckbox({
      id: `choose-${row.referralId}`,
      name: 'referral',
      value: rowValue(row),
      label: nameOf(row),
      isChecked: false,
    }),
};

function assignedFact({ assignedTo }: QueueRow, href: (name: string) => string): Content {
  if (assignedTo === null) return html`<span class="app-secondary">Nobody</span>`;
  return html`<a href="${href(assignedTo)}"><bdi>${assignedTo}</bdi></a>`;
}
