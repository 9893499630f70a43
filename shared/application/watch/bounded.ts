/** Works through what comes, several at a time and never more, until it ends or there is no time left. */

/** @returns whether everything was begun: false when `hasTime` said no before the end. */
export async function workedThrough<T>(
  source: AsyncIterable<readonly T[]>,
  lanes: number,
  hasTime: () => boolean,
  work: (one: T) => Promise<void>,
): Promise<boolean> {
  for await (const page of source) {
    const waiting = page.values();
    await Promise.all(
      Array.from({ length: Math.min(lanes, page.length) }, async () => {
        for (const one of waiting) {
          if (!hasTime()) return;
          await work(one);
        }
      }),
    );
    if (!hasTime()) return false;
  }
  return true;
}

/** The same in parts of at most a size. */
export async function* inParts<T>(source: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<readonly T[][]> {
  for await (const page of source) {
    const parts: T[][] = [];
    for (let start = 0; start < page.length; start += size) parts.push(page.slice(start, start + size));
    yield parts;
  }
}
