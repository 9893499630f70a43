/**
 * Cells that a spreadsheet would run. A file that leaves the service marks them with an apostrophe (OWASP, "CSV injection");
 * a file that comes back has the mark taken off again, so that what was exported reads as what is kept.
 */

// The full-width forms too: spreadsheets read them as the plain ones.
const marked = /^'[=+\-@\t\r\n＝＋－＠]/u;

/** The cell without the apostrophe that kept a spreadsheet from running it. */
export function restored(cell: string): string {
  return marked.test(cell) ? cell.slice(1) : cell;
}
