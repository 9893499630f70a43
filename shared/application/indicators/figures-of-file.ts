/**
 * The figures of a plain file, by the same rules as those of the service: its rows are read as an import reads them, and each
 * referral that an import would create is folded to the day and counted. Nothing is stored and nothing is asked of anybody.
 */
import { ageOn } from '../../domain/calendar/age.ts';
import { instantOf } from '../../domain/calendar/instant.ts';
import { daysBetween, type LocalDate } from '../../domain/calendar/local-date.ts';
import { districtOf } from '../../domain/identifiers/postcode.ts';
import { detailsOfRow } from '../../domain/import/person-facts.ts';
import { readRow } from '../../domain/import/read-row.ts';
import type { ParsedRow, RawRow } from '../../domain/import/row.ts';
import type { RowErrorCode } from '../../domain/import/row-error.ts';
import { factsOf } from '../../domain/import/row-events.ts';
import { completenessOf } from '../../domain/indicator/completeness.ts';
import type { Counted } from '../../domain/indicator/cut/counted.ts';
import { type DeprivationTable, decileOf } from '../../domain/indicator/deprivation/deprivation.ts';
import { fullFigures } from '../../domain/indicator/full-figures.ts';
import type { QueueFigures } from '../../domain/indicator/queue-figures.ts';
import { RULES_VERSION, type Stamp } from '../../domain/indicator/stamp.ts';
import { tallyQueue } from '../../domain/indicator/tally.ts';
import type { Policy, QueuePolicy } from '../../domain/policy/policy.ts';
import { type QueueSummary, queueSummary } from '../../domain/queue/summary.ts';
import type { ReferralEvent } from '../../domain/referral/event.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { FileReferrals } from './file-referrals.ts';

export interface FileQuestion {
  readonly policy: Policy;
  readonly asAt: LocalDate;
  readonly deprivation: DeprivationTable;
  /** The deployment's name: which NHS numbers may be used. */
  readonly stage: string;
}

export interface FileFigures {
  readonly asAt: LocalDate;
  readonly rows: number;
  readonly counted: number;
  /** Rows that say nothing new, that a person would have to decide on, and that cannot be read, by the first thing wrong. */
  readonly unchanged: number;
  readonly review: number;
  readonly rejected: Readonly<Partial<Record<RowErrorCode, number>>>;
  readonly queues: readonly { readonly figures: QueueFigures; readonly summary: QueueSummary }[];
}

export function figuresOfFile(rows: readonly RawRow[], question: FileQuestion): FileFigures {
  const { policy, asAt, stage } = question;
  const kept = new FileReferrals();
  const rejected: Partial<Record<RowErrorCode, number>> = {};
  for (const raw of rows) {
    const reading = readRow(raw, { policy, asAt, stage });
    if ('row' in reading) kept.take(reading.row);
    else rejected[reading.errors[0].code] = (rejected[reading.errors[0].code] ?? 0) + 1;
  }
  const byQueue = Map.groupBy(kept.rows, ({ queue }) => queue);
  return {
    asAt,
    rows: rows.length,
    counted: kept.rows.length,
    unchanged: kept.unchanged,
    review: kept.review,
    rejected,
    queues: policy.queues.map((queue) => queueOfFile(byQueue.get(queue.code) ?? [], queue, question)),
  };
}

function queueOfFile(rows: readonly ParsedRow[], queue: QueuePolicy, question: FileQuestion) {
  const { policy, asAt, deprivation } = question;
  const states: ReferralState[] = [];
  const people: Counted[] = [];
  for (const row of rows) {
    const state = stateOf(row, queue, question);
    states.push(state);
    if (state.running === undefined) continue;
    const { ethnicCategory, postcode, flags, interpreterLanguage, birthDate } = detailsOfRow(row.person);
    people.push({
      waitDays: daysBetween(state.running.startOn, asAt),
      age: ageOn(birthDate, asAt),
      ethnicCategory,
      decile: decileOf(districtOf(postcode), deprivation),
      flags,
      needsInterpreter: interpreterLanguage !== null,
    });
  }
  const stamp: Stamp = {
    asAt,
    takenAt: NEVER,
    rules: RULES_VERSION,
    policy: policy.version,
    deprivation: deprivation.edition,
    suppression: 'none',
  };
  const context = { queue, stamp, completeness: completenessOf(people) };
  return {
    figures: fullFigures(tallyQueue(people, queue.standard.days), context),
    summary: queueSummary(states, queue, asAt),
  };
}

/** A file is counted at no instant that the figures could be known by. */
const NEVER = instantOf(0);

function stateOf(row: ParsedRow, queue: QueuePolicy, { policy, asAt }: FileQuestion): ReferralState {
  const { birthDate, flags } = detailsOfRow(row.person);
  const events = factsOf(row).map(
    ({ on, facts }, seq): ReferralEvent => ({
      id: String(seq),
      on,
      recordedAt: NEVER,
      seq,
      by: { actor: 'file', role: 'file' },
      previousHash: '',
      hash: '',
      facts,
    }),
  );
  return foldReferral(events, { policy, queue, birthDate, flags, asAt }).state;
}
