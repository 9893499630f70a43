import { type PlanningDeps, planMessages } from '../../shared/application/messages/plan-messages.ts';
import { queueBundle } from '../../shared/http/events/queue-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** The handler of what the bus puts into the queue: one event of an alert in each record. */
export function notifyHandler(deps: PlanningDeps, log: Log): ReturnType<typeof queueBundle> {
  return queueBundle(async ({ detail, sentAt }) => {
    await planMessages(deps, detail, sentAt);
  }, log);
}
