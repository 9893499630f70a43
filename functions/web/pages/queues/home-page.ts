/** The first page after signing in: every waiting list that the role may read, with what it asks of staff today. */
import { placePolicy } from '../../../../shared/application/policy/place-policy.ts';
import { queueAtAGlance } from '../../../../shared/application/queue/queue-at-a-glance.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { homeView, noListsView } from './home-view.ts';

export async function homePage(visit: ActingVisit): Promise<PageAnswer> {
  const { actor, call, deps, staff, now } = visit;
  const { queues } = await placePolicy(deps.policies, actor.place);
  const readable = queues.filter(
    ({ service }) =>
      can(actor, 'queue.read', { place: actor.place, services: [service], restricted: false }) === 'allowed',
  );
  const frame = { title: 'Waiting lists', section: 'queues' } as const;
  if (readable.length === 0) return page({ ...frame, content: noListsView(visit) });
  // One list that cannot be read fails the page: a list that is left out would look like one where nobody waits.
  const glances = await Promise.all(readable.map(({ code }) => queueAtAGlance(deps, call, code, staff.name)));
  return page({ ...frame, isWide: true, content: homeView({ glances, now, place: visit.policy.place.name, actor }) });
}
