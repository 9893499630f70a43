/** Small files of invented referrals, for tests that need few rows. */
import { type ImportField, importColumns, importFields } from '../../../shared/domain/import/columns.ts';

export type SmallRow = Partial<Record<ImportField, string>>;

/** Numbers of the range that nobody has, check digits right. */
export const NUMBERS = ['9990017336', '9990034664', '9990051992', '9990069328', '9990086656'] as const;

/** A row that is right, of its own person. */
export function goodRow(at: number, more: SmallRow = {}): SmallRow {
  return {
    referralId: `SMALL${at}`,
    localId: `LP9${String(at).padStart(5, '0')}`,
    givenName: 'Wei',
    familyName: `Okafor${String.fromCharCode(97 + (at % 26))}`,
    birthDate: '16/10/2018',
    service: 'SALT',
    receivedOn: '06/07/2026',
    source: 'GP',
    priority: 'Routine',
    ...more,
  };
}

/** @param headings other names for columns, by the fact they hold. */
export function fileOf(rows: readonly SmallRow[], headings: Partial<Record<ImportField, string>> = {}): string {
  const used = importFields.filter((field) => rows.some((row) => row[field] !== undefined));
  const lines = [used.map((field) => headings[field] ?? importColumns[field].heading)];
  for (const row of rows) lines.push(used.map((field) => row[field] ?? ''));
  return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
