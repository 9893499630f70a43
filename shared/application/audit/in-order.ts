/**
 * The ids of a sorted stream and those of a set, each once and in order, behind one of them.
 * @param ids sorted.
 * @param others in any order.
 */
export async function* inOrder(
  ids: AsyncIterable<string>,
  others: Iterable<string>,
  after: string,
): AsyncGenerator<string> {
  const left = [...new Set(others)].filter((id) => id > after).sort();
  for await (const id of ids) {
    while (left[0] !== undefined && left[0] < id) yield left.shift() ?? id;
    if (left[0] === id) left.shift();
    yield id;
  }
  yield* left;
}
