import type { Alert, AlertState } from '../../domain/alert/alert.ts';
import type { AlertSubject } from '../../domain/alert/alert-subject.ts';
import type { DeadlineKind } from '../../domain/alert/deadline-kinds.ts';
import type { AlertSeverity } from '../../domain/alert/severity.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';

/** An alert with the day on which the watch has to look at it; null when it has not. */
export interface KeptAlert {
  readonly alert: Alert;
  readonly watchOn: LocalDate | null;
}

/** What a list of alerts shows without reading each: opaque ids, dates, where it stands. */
export interface AlertRow {
  readonly id: string;
  readonly personId: string;
  readonly subject: AlertSubject;
  readonly kind: DeadlineKind;
  readonly severity: AlertSeverity;
  readonly threshold: string;
  readonly start: LocalDate;
  readonly due: LocalDate;
  /** The first day on which the threshold was crossed. */
  readonly on: LocalDate;
  readonly team: string;
  readonly state: AlertState;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly escalatedTo: string | null;
  readonly version: number;
  /** Place in its list, as text that sorts. */
  readonly order: string;
}

/** Which of a team's lists: what is open, only what was passed on because nobody took it up, or what has ended. */
export type AlertList = 'open' | 'escalated' | 'resolved';

/** Alerts of a place, each under an id that follows from what it is about. */
export interface Alerts {
  get(place: string, alertId: string): Promise<Alert | undefined>;
  /** Several, in no order; ids that nothing has are left out. */
  many(place: string, alertIds: readonly string[]): Promise<readonly Alert[]>;
  /** Keeps a new alert, unless there is one under its id: answers whether it is new. */
  raise(kept: KeptAlert): Promise<boolean>;
  /** Keeps a result over the version it was decided on. @throws `stale` `changed-since` when that has changed. */
  save(kept: KeptAlert, decidedOn: number): Promise<void>;
  /**
   * A team's list, up to `ceiling` rows: passed on first, then raised, acknowledged, snoozed; the most serious of each
   * first, then the longest overdue. What has ended comes last ended first. `complete` is false when there are more.
   */
  list(
    place: string,
    team: string,
    list: AlertList,
    ceiling: number,
  ): Promise<{ readonly rows: readonly AlertRow[]; readonly complete: boolean }>;
}
