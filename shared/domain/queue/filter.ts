/** Which rows of a queue to show. Every criterion given must hold; within one, any of its values will do. */

import { ageBands } from '../bands/age-bands.ts';
import { type Band, bandOf } from '../bands/band.ts';
import { communityBands } from '../bands/waiting-bands.ts';
import { ageOn } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonFlag } from '../person/person.ts';
import type { Tier } from '../policy/tier.ts';
import type { ReferralStage } from '../referral/state.ts';
import { nameMatches, searchWords } from './name-search.ts';
import { needsAction } from './next-step.ts';
import type { QueueRow } from './queue-row.ts';
import { stageOf, waitDaysOf } from './row.ts';

export interface QueueFilter {
  readonly stages?: readonly ReferralStage[];
  readonly tiers?: readonly Tier[];
  /** Codes of waiting bands; a row without a running clock is in none. */
  readonly waitBands?: readonly string[];
  /** Waited more than this many days: over the standard when it is the standard's. */
  readonly overDays?: number;
  /** Codes of age bands, by the age on the day. */
  readonly ageBands?: readonly string[];
  readonly needsAction?: boolean;
  /** The row has every one of these. */
  readonly flags?: readonly PersonFlag[];
  readonly hasAdjustments?: boolean;
  readonly needsInterpreter?: boolean;
  /** Null is for rows that nobody has. */
  readonly assignedTo?: string | null;
  /** Words that begin words of the name. */
  readonly text?: string;
}

/** The bands a filter's codes belong to. */
export interface FilterBands {
  readonly wait: readonly Band[];
  readonly age: readonly Band[];
}

/** The rows that a filter keeps on a day, in the order they came. */
export function filterRows(
  rows: readonly QueueRow[],
  filter: QueueFilter,
  asAt: LocalDate,
  bands: FilterBands = { wait: communityBands, age: ageBands },
): QueueRow[] {
  const words = searchWords(filter.text ?? '');
  return rows.filter(
    (row) =>
      isAny(filter.stages, stageOf(row, asAt)) &&
      isAny(filter.tiers, row.tier) &&
      waitMatches(row, filter, asAt, bands.wait) &&
      isAny(filter.ageBands, filter.ageBands && bandOf(bands.age, ageOn(row.birthDate, asAt))?.code) &&
      is(filter.needsAction, () => needsAction(row, asAt)) &&
      (filter.flags ?? []).every((flag) => row.flags.includes(flag)) &&
      is(filter.hasAdjustments, () => row.hasAdjustments) &&
      is(filter.needsInterpreter, () => row.needsInterpreter) &&
      is(filter.assignedTo, () => row.assignedTo) &&
      (words.length === 0 || nameMatches(words, searchWords(`${row.givenName} ${row.familyName}`))),
  );
}

function waitMatches(row: QueueRow, filter: QueueFilter, asAt: LocalDate, bands: readonly Band[]): boolean {
  const days = waitDaysOf(row, asAt);
  const over = filter.overDays === undefined || (days !== null && days > filter.overDays);
  return over && isAny(filter.waitBands, days === null ? undefined : bandOf(bands, days)?.code);
}

/** An empty list asks for nothing, like an absent one: a form with no box ticked. */
function isAny<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

function is<T>(wanted: T | undefined, value: () => T): boolean {
  return wanted === undefined || wanted === value();
}
