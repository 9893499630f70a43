/** The little formatting that text for families may have: paragraphs, and lists of lines that begin with a hyphen. Nothing else is markup. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** The blocks of a text: an empty line ends a paragraph, and a line that begins with a hyphen is of a list. */
export function blocksOf(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const end = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join(' ') });
    if (items.length > 0) blocks.push({ kind: 'list', items });
    lines = [];
    items = [];
  };
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const item = /^[-•]\s+(.+)$/.exec(line)?.[1];
    if (line === '' || (item === undefined) !== (items.length === 0)) end();
    if (item !== undefined) items.push(item);
    else if (line !== '') lines.push(line);
  }
  end();
  return blocks;
}
