/** Reads the cells of one row of a file by our names for its columns, and gathers everything that is wrong with them. */
import type { LocalDate } from '../calendar/local-date.ts';
import { dateFaultText, parseDate } from '../calendar/parse-date.ts';
import { parseNhsNumber } from '../identifiers/nhs-number.ts';
import type { FileColumns } from './file-columns.ts';
import { restored } from './formula.ts';

export interface FileFault<C extends string, F extends string> {
  readonly code: C;
  readonly field: F;
  /** What stood in the cell: told to whoever sends the file, kept nowhere. */
  readonly found: string;
  /** What to do about it, one plain sentence. */
  readonly fix: string;
}

/** The faults that a cell of any file can have. */
export const cellFaultCodes = [
  'required-missing',
  'number-missing',
  'nhs-number-format',
  'nhs-number-check-digit',
  'date-invalid',
  'date-in-future',
  'before-birth',
  'value-not-known',
] as const;
type CellFaultCode = (typeof cellFaultCodes)[number];

export class FileRow<F extends string, C extends string> {
  readonly faults: FileFault<C | CellFaultCode, F>[] = [];
  readonly #columns: FileColumns<F>;
  readonly #cells: Partial<Record<F, string>>;

  /** A required cell that is empty is a fault at once. */
  constructor(columns: FileColumns<F>, cells: Partial<Record<F, string>>) {
    this.#columns = columns;
    this.#cells = cells;
    for (const field of Object.keys(columns) as F[]) {
      if (columns[field].required && this.text(field) === '')
        this.wrong('required-missing', field, `Fill in the column ${columns[field].heading}`);
    }
  }

  text(field: F): string {
    return restored((this.#cells[field] ?? '').trim())
      .replaceAll(/\s+/g, ' ')
      .trim();
  }

  wrong(code: C | CellFaultCode, field: F, fix: string): void {
    this.faults.push({ code, field, found: this.text(field), fix });
  }

  /** What a word means; a word that is not known is a fault that names those that are. */
  word<T extends string>(field: F, meanings: Readonly<Record<string, T>>): T | undefined {
    const word = this.text(field)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
    if (meaning === undefined)
      this.wrong('value-not-known', field, `In this column write ${this.#columns[field].holds}`);
    return meaning;
  }

  /** The numbers that a person is known by; a fault where there is neither. @param stage says which NHS numbers may be used. */
  numbers(
    nhsField: F,
    localField: F,
    stage: string,
  ): { readonly nhsNumber: string | null; readonly localId: string | null } {
    const localId = this.text(localField) || null;
    const written = this.text(nhsField);
    if (written === '') {
      if (localId === null)
        this.wrong('number-missing', nhsField, 'Give the NHS number, or the local id where there is none');
      return { nhsNumber: null, localId };
    }
    const parsed = parseNhsNumber(written, stage);
    if ('number' in parsed) return { nhsNumber: parsed.number, localId };
    if (parsed.fault === 'check-digit')
      this.wrong('nhs-number-check-digit', nhsField, 'Check the number: one of its digits is wrong');
    else this.wrong('nhs-number-format', nhsField, 'Give the ten digits of an NHS number that is in use');
    return { nhsNumber: null, localId };
  }

  /**
   * The dates of the row; an empty cell has none. None may be before the birth, nor after the day of the file.
   * @param mayBeToCome fields that may be after it.
   */
  dates<D extends F>(
    fields: readonly D[],
    birthField: D,
    asAt: LocalDate,
    mayBeToCome: readonly D[] = [],
  ): Partial<Record<D, LocalDate>> {
    const dates: Partial<Record<D, LocalDate>> = {};
    for (const field of fields) {
      if (this.text(field) === '') continue;
      const parsed = parseDate(this.text(field));
      if ('date' in parsed) dates[field] = parsed.date;
      else this.wrong('date-invalid', field, dateFaultText[parsed.fault]);
    }
    const born = dates[birthField];
    for (const field of fields) {
      const date = dates[field];
      if (date === undefined) continue;
      if (born !== undefined && date < born)
        this.wrong('before-birth', field, 'Check this date and the date of birth: it is before the birth');
      if (date > asAt && !mayBeToCome.includes(field))
        this.wrong('date-in-future', field, `Check this date: it is after the day of the file, ${asAt}`);
    }
    return dates;
  }
}
