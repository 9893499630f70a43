import type { Alerted } from '../../domain/alert/watch-plan.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Case, CaseEvent } from '../../domain/case/case.ts';
import type { CaseKind } from '../../domain/case/case-kinds.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import type { WatchEntry } from './referrals.ts';

/** Where one case is kept. */
export interface CaseKey {
  readonly personId: string;
  readonly kind: CaseKind;
  readonly caseId: string;
}

/** A due date as it was last worked out. */
export interface PlannedDue {
  readonly deadline: string;
  readonly start: LocalDate;
  readonly due: LocalDate;
}

/** Due dates with what they were worked out by: told anew by other rules, a date that differs was moved by the rules. */
export interface PlannedDues {
  readonly asAt: LocalDate;
  /** Version of the policy, and of the list of bank holidays. */
  readonly policy: number;
  readonly holidays: string;
  readonly dues: readonly PlannedDue[];
}

/** What is kept beside a case so that it is listed and watched without reading it. Derived: it can be made again. */
export interface CaseEntry {
  readonly row: CaseRow;
  /** Version of the person whose facts the row copies: a lower one than the person's means that the row is out of date. */
  readonly personVersion: number;
  readonly planned: PlannedDues;
  /** How far its alerts have come. */
  readonly alerted: readonly Alerted[];
  /** When the watch is next to look at it; null when nothing is left to watch. */
  readonly watch: WatchEntry | null;
}

/** A case with the entry kept beside it. */
export interface KeptCase {
  readonly record: Case;
  readonly entry: CaseEntry;
}

/** Which of a kind's lists: what is open, the first due first; or what has ended, the last ended first. */
export type CaseList = 'open' | 'closed';

export interface CaseRows {
  readonly rows: readonly CaseRow[];
  /** False when there are more than were asked for. */
  readonly complete: boolean;
}

/** Cases of a place. */
export interface Cases {
  /**
   * One case, its history and its entry, in one request; undefined when there is none. Of one that has grown heavy a checkpoint
   * stands for the early events, where its type has checkpoints.
   */
  get(place: string, key: CaseKey): Promise<KeptCase | undefined>;
  /** Several cases, in no order. Keys that nothing has are left out. */
  many(place: string, keys: readonly CaseKey[]): Promise<readonly KeptCase[]>;
  /** The same case with every event and no checkpoint; no request where they are at hand. */
  whole<K extends Pick<KeptCase, 'record'>>(kept: K): Promise<K>;
  /** The archived events that have some ids, in no order: whether a command or an entry was recorded is known for ever. */
  archived(place: string, key: CaseKey, eventIds: readonly string[]): Promise<readonly CaseEvent[]>;
  /** Keeps a new case. @throws `conflict` `already-there` when the id is taken. */
  create(kept: KeptCase): Promise<void>;
  /** Keeps a command's result over the version it was decided on, and archives early events of what has grown heavy. @throws `stale` `changed-since` when that has changed. */
  save(kept: KeptCase, decidedOn: number): Promise<void>;
  /** A list of a kind, up to `ceiling` rows. */
  list(place: string, kind: CaseKind, list: CaseList, ceiling: number): Promise<CaseRows>;
  /** Every row of a list, a page of the store at a time, however many there are. */
  each(place: string, kind: CaseKind, list: CaseList): AsyncIterable<readonly CaseRow[]>;
  /** What is due of a service, of every kind, the first due first: up to and with a day, and up to `ceiling` rows. */
  due(place: string, service: string, upTo: LocalDate, ceiling: number): Promise<CaseRows>;
}
