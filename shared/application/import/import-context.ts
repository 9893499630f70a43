import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { PersonRecorder } from '../../domain/person/record-person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Recorder } from '../../domain/referral/record.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';

/** What every row of a batch is worked with. */
export interface ImportContext {
  readonly deps: ImportDeps;
  readonly call: Call;
  readonly policy: Policy;
  readonly importId: string;
  readonly system: string;
  /** The day the file speaks of. */
  readonly asAt: LocalDate;
}

/** What working a row reaches the world through. */
export type ImportDeps = Pick<
  Deps,
  'people' | 'personNumbers' | 'referrals' | 'reviews' | 'policies' | 'ids' | 'hash' | 'stage'
>;

/**
 * The id of an event that a row of an import records: always the same, so that a row whose batch was cut short is
 * recognised as done when it comes again.
 */
export function rowEventId({ deps, importId }: ImportContext, record: number, what: string): string {
  return deps.ids.derived('import-event', importId, String(record), what);
}

/** Who records what a row says. */
export function rowRecorder(context: ImportContext, record: number, what: string): Recorder & PersonRecorder {
  const { deps, call, importId } = context;
  return {
    eventId: rowEventId(context, record, what),
    recordedAt: call.now,
    by: { actor: call.actor.id, role: call.actor.role },
    importId,
    hash: deps.hash,
  };
}

/** The id of the referral that a source system knows by an id of its own. */
export function referralIdOf(
  { deps, call, system }: Pick<ImportContext, 'call' | 'system'> & { readonly deps: Pick<Deps, 'ids'> },
  sourceId: string,
): string {
  return deps.ids.derived('referral', call.actor.place, system, sourceId);
}

/** The id of the review of a row: one for each referral of a source system, however often it comes. */
export function reviewIdOf({ deps, call, system }: ImportContext, sourceId: string): string {
  return deps.ids.derived('review', call.actor.place, system, sourceId);
}
