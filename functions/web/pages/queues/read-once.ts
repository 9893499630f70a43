/** A page shows a list and counts it: both read the same slim rows, and read them once. */
import type { Queues } from '../../../../shared/application/ports/queues.ts';

/** The same queues, whose whole lists are each read once: for the length of one request, so that its figures agree. */
export function readOnce(queues: Queues): Queues {
  const lists = new Map<string, ReturnType<Queues['all']>>();
  return {
    page: (...question) => queues.page(...question),
    count: (...question) => queues.count(...question),
    each: (...question) => queues.each(...question),
    all(place, queue, list, ceiling) {
      const key = JSON.stringify([place, queue, list, ceiling]);
      const reading = lists.get(key) ?? queues.all(place, queue, list, ceiling);
      lists.set(key, reading);
      return reading;
    },
  };
}
