import type { LocalDate } from '../calendar/local-date.ts';

/** What the rules of the annual health check need to know of somebody (domain.md 3). All days; nothing of any order. */
export interface Tracked {
  readonly birthDate: LocalDate;
  /** The day they were put on the practice's learning-disability register; its latest spell, where there are several. */
  readonly registerFrom: LocalDate;
  /** The first day on which they are not on it any more; null while they are. */
  readonly registerTo: LocalDate | null;
  /** The days checks were done on. */
  readonly checks: readonly LocalDate[];
  /** The days health action plans were agreed on, as coded. */
  readonly plans: readonly LocalDate[];
  /** The days a check was declined on, capacity considered. */
  readonly declines: readonly LocalDate[];
}
