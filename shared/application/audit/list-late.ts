import { startOfDay } from '../../domain/audit/days.ts';
import type { ViewEntry } from '../../domain/audit/view.ts';
import { epochMillisecondsOf, type Instant, instantOf, instantSchema } from '../../domain/calendar/instant.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import type { Deps } from '../deps.ts';
import { SETTLED_MILLISECONDS } from './verify-audit.ts';

export interface ListLateDeps {
  readonly audit: Pick<Deps['audit'], 'listed'>;
  readonly auditSearch: Pick<Deps['auditSearch'], 'viewers' | 'viewsByIn' | 'unlisted'>;
  readonly auditHeads: Pick<Deps['auditHeads'], 'last'>;
}

/** How far back before the last closed day entries are looked at again. */
const OVERLAP_DAYS = 3;
const BEGINNING = instantSchema.parse('2000-01-01T00:00:00.000Z');

/**
 * A view is claimed in the chain of whoever looks, and then listed under whom it shows. A process that dies between the two
 * gave nothing to see and leaves an entry that no list leads to: it is listed here, and counted.
 * @param now when the run was due: what is younger than a quarter of an hour may still be on its way.
 */
export async function listLate(deps: ListLateDeps, place: string, now: Instant): Promise<number> {
  const last = await deps.auditHeads.last(place);
  const span = {
    from: last === undefined ? BEGINNING : startOfDay(addDays(last.day, -OVERLAP_DAYS)),
    until: instantOf(epochMillisecondsOf(now) - SETTLED_MILLISECONDS),
  };
  let listed = 0;
  for await (const actor of deps.auditSearch.viewers(place)) {
    const views: ViewEntry[] = [];
    for await (const view of deps.auditSearch.viewsByIn(place, actor, span)) views.push(view);
    for (const view of await deps.auditSearch.unlisted(views)) {
      await deps.audit.listed(view);
      listed += 1;
    }
  }
  return listed;
}
