/** Rows of an extract, for tests that say only what matters to them. */
import type { ImportField } from '../../../shared/domain/import/columns.ts';
import type { RawRow } from '../../../shared/domain/import/row.ts';

/** A row that is right in every way; cells given replace its own, and the empty one leaves a cell out. */
export function rowOf(cells: Partial<Record<ImportField, string>> = {}, record = 1): RawRow {
  const whole: RawRow['cells'] = {
    referralId: 'REF1',
    nhsNumber: '999 001 7336',
    localId: 'LP1',
    givenName: 'Máire',
    familyName: 'Ó Súilleabháin',
    birthDate: '29/02/2016',
    postcode: 'l1 8jq',
    ethnicCategory: 'Z',
    gpPractice: 'N82001',
    service: 'S&LT',
    receivedOn: '2026-06-01',
    source: 'GP',
    priority: 'Routine',
    ...cells,
  };
  return { record, line: record + 1, cells: whole };
}

/** Rows in the order of a file. */
export function rowsOf(...all: readonly Partial<Record<ImportField, string>>[]): readonly RawRow[] {
  return all.map((cells, at) => rowOf(cells, at + 1));
}
