import type { LocalDate } from '../calendar/local-date.ts';
import type { Policy } from '../policy/policy.ts';

/** What reading a row needs besides the row. */
export interface ReadingContext {
  /** The day the file speaks of: no fact may lie after it. */
  readonly asAt: LocalDate;
  readonly policy: Policy;
  /** The deployment's name: which NHS numbers may be used here (domain.md 8.1, environment guard). */
  readonly stage: string;
}
