/** The columns of a file whose headings we name ourselves: found by any of their names, compared without case, spaces or punctuation. */

export interface FileColumn {
  readonly heading: string;
  readonly otherHeadings: readonly string[];
  readonly required: boolean;
  /** What the cell holds, for whoever makes the file. */
  readonly holds: string;
}

export type FileColumns<F extends string> = Readonly<Record<F, FileColumn>>;

/** Where each field stands among a file's headings, the required fields that stand nowhere, and headings that are not read. */
export interface FileMapping<F extends string> {
  readonly places: Partial<Record<F, number>>;
  readonly missing: readonly F[];
  readonly unread: readonly string[];
}

export function fileColumn(
  heading: string,
  otherHeadings: readonly string[],
  holds: string,
  required = false,
): FileColumn {
  return { heading, otherHeadings, required, holds };
}

export function fileMapping<F extends string>(columns: FileColumns<F>, headings: readonly string[]): FileMapping<F> {
  const fields = Object.keys(columns) as F[];
  const places: Partial<Record<F, number>> = {};
  for (const field of fields) {
    const { heading, otherHeadings } = columns[field];
    const names = [heading, ...otherHeadings].map(bare);
    const at = headings.findIndex((found) => names.includes(bare(found)));
    if (at >= 0) places[field] = at;
  }
  const read = new Set(Object.values(places));
  return {
    places,
    missing: fields.filter((field) => columns[field].required && places[field] === undefined),
    unread: headings.filter((heading, at) => heading !== '' && !read.has(at)),
  };
}

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
