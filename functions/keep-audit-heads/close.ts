import { type CloseDayDeps, closeDay } from '../../shared/application/audit/close-day.ts';
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import { type ScheduledWork, scheduleBundle } from '../../shared/http/events/schedule-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** The handler of the nightly closing of the audit, over every place the service is set up with. */
export function closeHandler(deps: CloseDayDeps, log: Log): ReturnType<typeof scheduleBundle> {
  const work: ScheduledWork = async ({ time, requestId, hasTime }) => {
    const onFailure = (caught: unknown) => log.error('audit not closed', { requestId }, caught);
    const run = await closeDay(deps, { places: initialPolicies.keys(), time, requestId, hasTime, onFailure });
    const { failed = 0, findings = 0, heads = 0 } = run.counts;
    // Something wrong with the audit ends the run as failed: its alarm rings, and the event waits to be looked into.
    return { complete: run.complete, failed: failed + findings, done: heads };
  };
  return scheduleBundle(work, log);
}
