import * as z from 'zod';
import type { CensusDeps } from '../../shared/application/indicators/census/census-deps.ts';
import { takeCensus } from '../../shared/application/indicators/census/take-census.ts';
import { monthSchema } from '../../shared/domain/indicator/month/month-figures.ts';
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import { type ScheduledWork, scheduleBundle } from '../../shared/http/events/schedule-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** What somebody who asks for a census may say beside when it is due. */
const askedSchema = z.object({ month: monthSchema.optional(), from: monthSchema.optional() });

/** The handler of the census, over every place the service is set up with. */
export function censusHandler(deps: CensusDeps, log: Log): ReturnType<typeof scheduleBundle> {
  const work: ScheduledWork = async ({ time, requestId, hasTime, event }) => {
    const { month, from } = askedSchema.parse(event);
    const onFailure = (caught: unknown) => log.error('not counted', { requestId }, caught);
    const question = { places: initialPolicies.keys(), time, requestId, hasTime, onFailure };
    const run = await takeCensus(deps, {
      ...question,
      ...(month === undefined ? {} : { month }),
      ...(from === undefined ? {} : { from }),
    });
    return { complete: run.complete, failed: run.counts['failed'] ?? 0, done: run.counts['censuses'] ?? 0 };
  };
  return scheduleBundle(work, log);
}
