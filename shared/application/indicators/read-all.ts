/** Reading the figures of every queue of a place at once, for files. */
import type { Call } from '../call.ts';
import type { MonthOfQueue } from '../ports/published-figures.ts';
import type { FigureDeps } from './figure-deps.ts';
import { figuresNotFound, viewFor } from './figure-view.ts';

/** A month of every queue, in the policy's order; those of which it was not published are left out. @throws `forbidden`; `not-found`. */
export async function allMonths(
  { figures }: FigureDeps,
  call: Call,
  month: string | undefined,
): Promise<readonly MonthOfQueue[]> {
  const view = viewFor(call);
  const { place } = call.actor;
  const facts = await figures.facts(place);
  if (facts === undefined) throw figuresNotFound();
  const months: MonthOfQueue[] = [];
  for (const { code } of facts.queues) {
    const found = await figures.month(place, code, view, month);
    if (found !== undefined) months.push(found);
  }
  if (months.length === 0) throw figuresNotFound();
  return months;
}
