import type { Instant } from '../../domain/calendar/instant.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placeNotFound } from '../policy/read-policy.ts';
import { CLOSE_SCHEDULE } from './close-day.ts';

/** What the last nightly verification made of the audit of every place. */
export interface LastNight {
  /** When it was due. */
  readonly at: Instant;
  /** Everything was proved: nothing found wrong, no place left unfinished. */
  readonly isWhole: boolean;
  /** Entries found wrong, over all places. */
  readonly findings: number;
}

/** The last nightly verification; undefined where there was none. @throws `forbidden`. */
export async function lastNight(deps: Pick<Deps, 'scheduleRuns'>, call: Call): Promise<LastNight | undefined> {
  authorise(call, 'audit.verify', placeSubject(call.actor.place), placeNotFound);
  const [run] = await deps.scheduleRuns.latest(CLOSE_SCHEDULE, 1);
  if (run === undefined) return undefined;
  const { findings = 0, unproved = 0, failed = 0 } = run.counts;
  return { at: run.time, findings, isWhole: run.complete && findings + unproved + failed === 0 };
}
