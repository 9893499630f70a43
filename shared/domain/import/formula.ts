/**
 * Cells that a spreadsheet would run. A file that leaves the service marks them with an apostrophe (OWASP, "CSV injection");
 * a file that comes back has the mark taken off again, so that what was exported reads as what is kept.
 */

// The full-width forms too: spreadsheets read them as the plain ones.
const runs = /^[=+\-@\t\r\n＝＋－＠]/u;
const marked = /^'[=+\-@\t\r\n＝＋－＠]/u;

/** The cell as it may leave: with an apostrophe before what a spreadsheet would run. */
export function neutralised(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}

/** The cell without that apostrophe. */
export function restored(cell: string): string {
  return marked.test(cell) ? cell.slice(1) : cell;
}
