import { type ImportField, importColumns } from './columns.ts';
import { restored } from './formula.ts';
import type { RawRow, RowFlag } from './row.ts';
import type { RowError, RowErrorCode } from './row-error.ts';

/** The cells of a row while it is read, with what was found wrong or worth a look on the way. */
export class RowCells {
  readonly errors: RowError[] = [];
  readonly flags: RowFlag[] = [];
  readonly #cells: RawRow['cells'];

  constructor(raw: RawRow) {
    this.#cells = raw.cells;
  }

  /** A cell as one line: space at its ends left out, and inside as one space. */
  text(field: ImportField): string {
    return this.lines(field).replaceAll(/\s+/g, ' ');
  }

  /** A cell with its lines, each ending in one line feed. */
  lines(field: ImportField): string {
    return linesOf(this.#cells[field] ?? '');
  }

  wrong(code: RowErrorCode, field: ImportField, fix: string): void {
    this.errors.push({ code, column: importColumns[field].heading, found: this.text(field), fix });
  }

  flag(flag: RowFlag): void {
    if (!this.flags.includes(flag)) this.flags.push(flag);
  }

  /** What a coded cell means; what is neither blank nor known is flagged and taken as `otherwise`. */
  known<T>(field: ImportField, meaning: (cell: string) => T | undefined, otherwise: T): T {
    const cell = this.text(field);
    const value = meaning(cell);
    if (value === undefined && cell !== '') this.flag('value-not-known');
    return value ?? otherwise;
  }

  /** A cell cut to what can be kept; null when it is blank. */
  atMost(field: ImportField, most: number): string | null {
    const cell = this.text(field);
    if (cell.length > most) this.flag('value-cut');
    return cell.slice(0, most).trim() || null;
  }
}

/** Text of several lines as a row says it: how lines end and what stands around them is not part of it. */
export function linesOf(text: string): string {
  return restored(text.trim()).replaceAll(/\r\n?/g, '\n').trim();
}
