/** Does something for each of some things, several at a time, and answers in their order. */
export async function atOnce<T, R>(
  things: readonly T[],
  workers: number,
  work: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  const waiting = things.entries();
  const worker = async (): Promise<void> => {
    for (const [at, thing] of waiting) done[at] = await work(thing);
  };
  await Promise.all(Array.from({ length: Math.min(workers, things.length) }, worker));
  return done;
}
