/** Addresses of the pages about imports. They hold opaque ids and nothing of what a file says (promise P8). */

/** The list of imports, the form that begins one, and every step on the way to it: a step is a form, not an address. */
export const importPath = '/import';

export function reportPath(importId: string): string {
  return `/import/${importId}`;
}

/** How far a running import has come, as JSON. */
export function progressPath(importId: string): string {
  return `/import/${importId}/progress`;
}

/** What became of each row, as a file. */
export function rowsPath(importId: string): string {
  return `/import/${importId}/rows`;
}

export function undoPath(importId: string): string {
  return `/import/${importId}/undo`;
}
