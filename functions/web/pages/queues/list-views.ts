/** The ways into one queue that are used every day, each an address of its own with its number. */
import type { QueueAtAGlance } from '../../../../shared/application/queue/queue-at-a-glance.ts';
import { subNavigation } from '../../../../shared/http/html/components/sub-navigation.ts';
import type { Html } from '../../../../shared/http/html/html.ts';
import { listAddress } from './addresses.ts';
import { everybody, filterFields, type ListQuery } from './list-query.ts';

type Chosen = ListQuery['chosen'];

function only(chosen: Partial<Chosen>, assigned: string | null = null): ListQuery {
  return { ...everybody, chosen: { ...everybody.chosen, ...chosen }, assigned };
}

export const needsActionView = only({ only: ['needs-action'] });
export const overStandardView = only({ only: ['over-standard'] });
export const mineView = only({}, 'me');
export const unassignedView = only({}, 'nobody');
export const onPathwayView = only({ stage: ['seen', 'monitored'] });
export const onPathwayNeedsActionView = only({ stage: ['seen', 'monitored'], only: ['needs-action'] });

/** @param current the list being shown; null on a page that is none of them. */
export function listViews(glance: QueueAtAGlance, current: ListQuery | null): Html {
  const { queue } = glance;
  const views: readonly (readonly [string, ListQuery, number])[] = [
    ['Everybody waiting', everybody, glance.order.length],
    ['Needs action', needsActionView, glance.needsAction],
    [`Over ${queue.standard.name}`, overStandardView, glance.breached],
    ['Mine', mineView, glance.assignedToMe],
    ['Assigned to nobody', unassignedView, glance.unassigned],
    ['Seen, still on the pathway', onPathwayView, glance.onPathway],
  ];
  return subNavigation({
    landmark: 'Views of this list',
    views: views.map(([text, query, count]) => ({
      text,
      count,
      href: listAddress(queue.code, query),
      isCurrent: current !== null && sameFilters(current, query),
    })),
  });
}

function sameFilters(a: ListQuery, b: ListQuery): boolean {
  return JSON.stringify(filterFields(a)) === JSON.stringify(filterFields(b));
}
