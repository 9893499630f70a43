/**
 * What can be wrong with a row. A row that is wrong lists all its errors and counts once, under the first of them in this
 * order (the contract of the extract: a code's place in the list is its rank).
 */
export const rowErrorCodes = [
  'required-missing',
  'service-unknown',
  'nhs-number-format',
  'nhs-number-check-digit',
  'date-invalid',
  'before-birth',
  'date-in-future',
  'age-out-of-range',
  'date-order',
  // Beyond the contract of the extract, and so after all of its codes: what no record can hold.
  'too-long',
] as const;
export type RowErrorCode = (typeof rowErrorCodes)[number];

export interface RowError {
  readonly code: RowErrorCode;
  /** The heading of the column, as the contract names it. */
  readonly column: string;
  /** What stood in the cell: for the person who imports, never stored, logged or put into an event. */
  readonly found: string;
  /** What to do about it, one plain sentence. */
  readonly fix: string;
}

/** In the contract's order; errors of one code stay in the order of their columns. */
export function inRank(errors: readonly RowError[]): readonly RowError[] {
  return errors.toSorted((a, b) => rowErrorCodes.indexOf(a.code) - rowErrorCodes.indexOf(b.code));
}
