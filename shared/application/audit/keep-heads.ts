import { spanOfDays, startOfDay } from '../../domain/audit/days.ts';
import { type DayHead, type HeadLink, nextHead } from '../../domain/audit/head.ts';
import { unusualHours } from '../../domain/audit/unusual.ts';
import type { ViewEntry } from '../../domain/audit/view.ts';
import { type Instant, instantSchema, localDateOf } from '../../domain/calendar/instant.ts';
import { addDays, type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import type { Deps } from '../deps.ts';
import type { Span } from '../ports/audit-search.ts';

export type HeadKeepingDeps = Pick<Deps, 'auditSearch' | 'auditHeads' | 'unusualHours' | 'hash'>;

/** What a run did in one place. */
export interface KeptHeads {
  readonly place: string;
  /** The day that was closed. */
  readonly day: LocalDate;
  /** The head of the day; null when it had been kept before. */
  readonly head: DayHead | null;
  /** Hours found unusual. */
  readonly unusual: number;
}

/** How far back before the last head a chain is looked at again: copies that came late through the dead-letter queue. */
const OVERLAP_DAYS = 3;
/** The most days that are looked through for unusual hours at once, after an outage. */
const MOST_DAYS = 31;
const BEGINNING = instantSchema.parse('2000-01-01T00:00:00.000Z');

/**
 * Closes the day before for a place: keeps where each chain ended, and the hours that were unusual. Run twice, or after days
 * of silence, it leaves what one run on each day would have left.
 * @param now when the run was due.
 */
export async function keepAuditHeads(deps: HeadKeepingDeps, place: string, now: Instant): Promise<KeptHeads> {
  const day = addDays(localDateOf(now), -1);
  const last = await deps.auditHeads.last(place);
  if (last !== undefined && last.day >= day) return { place, day, head: null, unusual: 0 };
  const firstDay = last === undefined ? day : latest(addDays(last.day, 1), addDays(day, 1 - MOST_DAYS));
  const unusual = await keepUnusual(deps, place, spanOfDays(firstDay, day));
  const from = last === undefined ? BEGINNING : startOfDay(addDays(last.day, -OVERLAP_DAYS));
  const links = await ends(deps, place, { from, until: now });
  const kept = nextHead({ place, day, takenAt: now }, links, last, deps.hash);
  const isOurs = await deps.auditHeads.keep(kept);
  return { place, day, head: isOurs ? kept.head : null, unusual };
}

/** Where every chain ended that grew in a span. */
async function ends(deps: HeadKeepingDeps, place: string, span: Span): Promise<readonly HeadLink[]> {
  const links: HeadLink[] = [];
  for await (const actor of deps.auditSearch.viewers(place)) {
    for await (const { seq, hash } of deps.auditSearch.viewsByIn(place, actor, span)) {
      links.push(['views', actor, '', seq, hash]);
      break;
    }
  }
  const histories = new Map<string, HeadLink>();
  for await (const writer of deps.auditSearch.writers(place)) {
    for await (const { aggregateId, personId, seq, hash } of deps.auditSearch.writtenByIn(place, writer, span)) {
      const known = histories.get(aggregateId);
      if (known === undefined || known[3] < seq)
        histories.set(aggregateId, ['history', aggregateId, personId, seq, hash]);
    }
  }
  return [...links, ...histories.values()];
}

async function keepUnusual(deps: HeadKeepingDeps, place: string, span: Span): Promise<number> {
  let kept = 0;
  for await (const actor of deps.auditSearch.viewers(place)) {
    const views: ViewEntry[] = [];
    for await (const view of deps.auditSearch.viewsByIn(place, actor, span)) views.push(view);
    for (const hour of unusualHours(views)) {
      await deps.unusualHours.keep(place, hour);
      kept += 1;
    }
  }
  return kept;
}
