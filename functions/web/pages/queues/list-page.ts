/** A waiting list, a page of 50 at a time: who waits, how long, what comes next. */

import { queueOf } from '../../../../shared/application/policy/place-policy.ts';
import { listQueue } from '../../../../shared/application/queue/list-queue.ts';
import { queueAtAGlance } from '../../../../shared/application/queue/queue-at-a-glance.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import type { Action } from '../../../../shared/domain/permission/grants.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { assigneeOf, questionOf, readListQuery } from './list-query.ts';
import { listView } from './list-view.ts';
import { readOnce } from './read-once.ts';

export async function listPage(visit: ActingVisit): Promise<PageAnswer> {
  const query = readListQuery(visit.query);
  const queue = queueOf(visit.policy, visit.params['queue'] ?? '');
  const assignee = assigneeOf(query, visit.deps.cursors, visit.staff.name);
  const deps = { ...visit.deps, queues: readOnce(visit.deps.queues) };
  // The rows are asked for first: they decide whether the list may be read at all.
  const rows = await listQueue(deps, visit.call, {
    ...questionOf(query, queue, assignee),
    cursor: query.cursor ?? undefined,
    total: false,
  });
  const glance = await queueAtAGlance(deps, visit.call, queue.code, visit.staff.name);
  const may = (action: Action): boolean =>
    can(visit.actor, action, { place: visit.actor.place, services: [queue.service], restricted: false }) === 'allowed';
  const view = listView({
    query,
    assignee,
    rows,
    glance,
    policy: visit.policy,
    now: visit.now,
    cursors: visit.deps.cursors,
    csrfToken: visit.session.formToken,
    canExport: may('queue.export'),
    canRecord: may('referral.record'),
  });
  return page({ title: `${queue.name} waiting list`, section: 'queues', isWide: true, ...view });
}
