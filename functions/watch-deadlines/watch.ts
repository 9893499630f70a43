import { watchDeadlines } from '../../shared/application/watch/watch-deadlines.ts';
import type { WatchDeps } from '../../shared/application/watch/watch-deps.ts';
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import { type ScheduledWork, scheduleBundle } from '../../shared/http/events/schedule-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** The handler of the daily watch, over every place the service is set up with. */
export function watchHandler(deps: WatchDeps, log: Log): ReturnType<typeof scheduleBundle> {
  const work: ScheduledWork = async ({ time, requestId, hasTime }) => {
    const onFailure = (caught: unknown) => log.error('not watched', { requestId }, caught);
    const run = await watchDeadlines(deps, { places: initialPolicies.keys(), time, requestId, hasTime, onFailure });
    return { complete: run.complete, failed: run.counts['failed'] ?? 0, done: run.counts['raised'] ?? 0 };
  };
  return scheduleBundle(work, log);
}
