import type { Instant } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';

/** What one run of a schedule found and did: for operators, nothing about anybody. */
export interface ScheduleRun {
  /** The function that ran: `watch-deadlines`. */
  readonly schedule: string;
  /** The day it ran for, and the instant at which it was due. */
  readonly day: LocalDate;
  readonly time: Instant;
  /** The invocation that ran. */
  readonly requestId: string;
  /** False when it ran out of time; the next run goes on from there. */
  readonly complete: boolean;
  /** How many of what, by name: `examined`, `raised`, `already-had`, `failed`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The runs of the schedules, kept for operators. */
export interface ScheduleRuns {
  keep(run: ScheduleRun): Promise<void>;
  /** Whether a run of a day is kept. */
  has(schedule: string, day: LocalDate): Promise<boolean>;
  /** The latest runs, newest first. */
  latest(schedule: string, limit: number): Promise<readonly ScheduleRun[]>;
}
