/** Rows and columns. Sorting is the server's: a heading is a link to the same list in another order, so it needs no JavaScript. */
import { attributes, classes } from '../attributes.ts';
import { type Content, Html, html } from '../html.ts';

/** How a list is ordered by a column, and where the heading leads: the same list, sorted by it or the other way round. */
export interface ColumnSort {
  readonly direction: 'ascending' | 'descending' | 'none';
  readonly href: string;
}

export interface Column<Row> {
  readonly heading: Content;
  /** The heading is read aloud only: for a column of checkboxes or links whose purpose is plain to see. */
  readonly isHeadingHidden?: boolean;
  /** What a row has in this column: text, or markup that may stand inside a line. */
  readonly cell: (row: Row) => Content;
  /** Right-aligned figures. */
  readonly isNumeric?: boolean;
  /** The cells of this column name their row to a screen reader. At most one column. */
  readonly isRowHeader?: boolean;
  readonly sort?: ColumnSort | undefined;
  /** More class names for the column's cells, e.g. `app-nowrap`. */
  readonly cellClass?: string;
}

export interface TableProps<Row> {
  readonly caption: Content;
  readonly captionSize?: 's' | 'm' | 'l' | 'xl';
  /** The heading above says the same: the caption is then read aloud only. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** On a phone every row becomes a block of "heading: value" lines. */
  readonly isResponsive?: boolean;
  /** Less space around each cell, for long lists. */
  readonly isCompact?: boolean;
  readonly id?: string;
  /** More class names for the table, e.g. `app-queue`. */
  readonly tableClass?: string;
}

export function table<Row>(props: TableProps<Row>): Html {
  const responsive = props.isResponsive ?? false;
  const isSortable = props.columns.some((column) => column.sort !== undefined);
  const className = classes(
    'nhsuk-table',
    props.isCompact && 'nhsuk-table--compact',
    responsive && 'nhsuk-table--responsive',
    isSortable && 'nhsuk-table--sortable',
    props.tableClass,
  );
  const rowRole = attributes({ role: responsive ? 'row' : undefined });
  const drawCell = props.columns.map((column) => cellOf(column, responsive));
  return html`<table class="${className}" ${attributes({ id: props.id, role: responsive ? 'table' : undefined })}>${caption(props, isSortable)}<thead class="nhsuk-table__head" ${attributes({ role: responsive ? 'rowgroup' : undefined })}><tr class="nhsuk-table__row" ${rowRole}>${props.columns.map(
    (column) => columnHeading(column, responsive),
  )}</tr></thead><tbody class="nhsuk-table__body">${props.rows.map(
    (row) => html`<tr class="nhsuk-table__row" ${rowRole}>${drawCell.map((draw) => draw(row))}</tr>`,
  )}</tbody></table>`;
}

function caption<Row>(props: TableProps<Row>, isSortable: boolean): Html {
  const className = classes(
    'nhsuk-table__caption',
    props.captionSize !== undefined && `nhsuk-table__caption--${props.captionSize}`,
    props.isCaptionHidden && 'nhsuk-u-visually-hidden',
  );
  const note = isSortable
    ? html`<span class="nhsuk-u-visually-hidden"> (Column headers are sortable)</span>`
    : undefined;
  return html`<caption class="${className}">${props.caption}${note}</caption>`;
}

function columnHeading<Row>(column: Column<Row>, responsive: boolean): Html {
  const { sort } = column;
  const text = column.isHeadingHidden
    ? html`<span class="nhsuk-u-visually-hidden">${column.heading}</span>`
    : column.heading;
  const inside = sort === undefined ? text : html`<a class="nhsuk-link" href="${sort.href}">${text}</a>`;
  const className = classes('nhsuk-table__header', column.isNumeric && 'nhsuk-table__header--numeric');
  return html`<th class="${className}" scope="col" ${attributes({
    role: responsive ? 'columnheader' : undefined,
    'data-sort': sort !== undefined,
    'aria-sort': sort === undefined || sort.direction === 'none' ? undefined : sort.direction,
  })}>${inside}</th>`;
}

/** Everything about a column's cells that is the same in every row is worked out once. */
function cellOf<Row>(column: Column<Row>, responsive: boolean): (row: Row) => Html {
  const isHeader = column.isRowHeader ?? false;
  const base = isHeader ? 'nhsuk-table__header' : 'nhsuk-table__cell';
  const className = classes(base, column.isNumeric && `${base}--numeric`, column.cellClass);
  const role = responsive ? (isHeader ? 'rowheader' : 'cell') : undefined;
  const rest = attributes({ scope: isHeader ? 'row' : undefined, role });
  const narrowHeading =
    responsive && !column.isHeadingHidden
      ? html`<span class="nhsuk-table__heading" aria-hidden="true">${column.heading} </span>`
      : undefined;
  const inside = (row: Row): Content => {
    const content = column.cell(row);
    if (narrowHeading === undefined) return content;
    return html`${narrowHeading}${content instanceof Html || Array.isArray(content) ? html`<span>${content}</span>` : content}`;
  };
  return isHeader
    ? (row) => html`<th class="${className}" ${rest}>${inside(row)}</th>`
    : (row) => html`<td class="${className}" ${rest}>${inside(row)}</td>`;
}
