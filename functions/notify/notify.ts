import * as z from 'zod';
import { type FamilyPlanningDeps, planFamilyMessages } from '../../shared/application/messages/plan-family-messages.ts';
import { isOfAlert, type PlanningDeps, planMessages } from '../../shared/application/messages/plan-messages.ts';
import { queueBundle } from '../../shared/http/events/queue-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** What the bus puts into the queue. */
const envelopeSchema = z.object({ detail: z.unknown() });

/** The handler of what the bus puts into the queue: one event in each record. */
export function notifyHandler(deps: PlanningDeps & FamilyPlanningDeps, log: Log): ReturnType<typeof queueBundle> {
  return queueBundle(async ({ body, sentAt }) => {
    const { detail } = envelopeSchema.parse(JSON.parse(body));
    if (isOfAlert(detail)) await planMessages(deps, detail, sentAt);
    await planFamilyMessages(deps, detail, sentAt);
  }, log);
}
