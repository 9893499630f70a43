import type { Instant } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { WatchTally } from './watch-tally.ts';

/** What a run of the watch works by. */
export interface WatchRun {
  readonly policy: Policy;
  /** The day of the run, and the instant it was due: what it records is recorded as at then, however late it runs. */
  readonly day: LocalDate;
  readonly time: Instant;
  readonly tally: WatchTally;
  /** Told of whatever could not be done, for the log. */
  readonly onFailure: (failed: unknown) => void;
}
