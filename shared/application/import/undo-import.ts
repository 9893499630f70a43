import { conflict, isDomainError, unavailable } from '../../domain/error.ts';
import type { Import } from '../../domain/import/import.ts';
import type { RowResult } from '../../domain/import/report.ts';
import type { Person } from '../../domain/person/person.ts';
import { recordEvents } from '../../domain/referral/record.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { mistakenEventIds } from '../../domain/referral/standing-events.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ImportBatch } from '../ports/imports.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { queueEntryOf } from '../queue/queue-entry.ts';
import { recordContextOf } from '../referral/referral-context.ts';
import { atOnce } from './at-once.ts';
import type { ImportContext, ImportDeps } from './import-context.ts';
import { importNotFound, importOf } from './start-import.ts';

/** Batches undone in one call: it is answered well inside the gateway's 30 seconds. */
const BATCHES_A_CALL = 5;
const WORKERS = 16;
const TRIES = 3;
const WHY = 'The import that recorded it was undone';

/** How far an undo has come. */
export interface UndoProgress {
  readonly import: Import;
  /** Batches that are still to be undone: ask again until there are none. */
  readonly remaining: number;
  /** Referrals left as they are, because somebody recorded on them after the import did. */
  readonly kept: readonly ReferralKey[];
}

type UndoingDeps = ImportDeps & Pick<Deps, 'imports'>;

/**
 * Undoes an import: whatever it recorded on referrals that nobody has touched since is recorded in error, so that every
 * figure is what it was; rows that wait for a decision are withdrawn. Nothing is deleted. A few batches a call.
 * @throws `not-found`; `forbidden`; `unavailable` `import-busy`.
 */
export async function undoImport(deps: UndoingDeps, call: Call, importId: string): Promise<UndoProgress> {
  const { place } = call.actor;
  authorise(call, 'import.undo', placeSubject(place), importNotFound);
  const found = await importOf(deps, call, importId);
  const [policy, batches, undone] = await Promise.all([
    placePolicy(deps.policies, place),
    deps.imports.batches(place, importId),
    deps.imports.findings(place, importId, 'kept'),
  ]);
  const context: ImportContext = { deps, call, policy, importId, system: found.system, asAt: found.asAt };
  // The last batch first: a later row may stand on what an earlier one recorded.
  const left = batches.filter(({ first }) => !undone.has(first)).toReversed();
  const kept = [...undone.values()].flat();
  for (const batch of left.slice(0, BATCHES_A_CALL)) kept.push(...(await undoBatch(context, deps, batch)));
  const remaining = Math.max(0, left.length - BATCHES_A_CALL);
  return { import: remaining === 0 ? await ended(deps, found) : found, remaining, kept };
}

async function ended(deps: UndoingDeps, found: Import): Promise<Import> {
  if (found.state === 'undone') return found;
  const undone: Import = { ...found, version: found.version + 1, state: 'undone' };
  try {
    await deps.imports.save(undone);
    return undone;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    throw conflict('import-changed', 'The import went on while it was undone: undo it again');
  }
}

async function undoBatch(
  context: ImportContext,
  { imports }: UndoingDeps,
  { first, results }: ImportBatch,
): Promise<readonly ReferralKey[]> {
  const { deps, call, importId } = context;
  const written = results.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').flatMap(keyOf);
  const unlike = [...new Map(written.map((key) => [key.referralId, key])).values()];
  const touched = await atOnce(unlike, WORKERS, (key) => undoReferral(context, key));
  const reviewIds = results.flatMap(({ outcome, reviewId }) =>
    outcome === 'review' && reviewId !== null ? [reviewId] : [],
  );
  const held = await deps.reviews.many(call.actor.place, reviewIds);
  await atOnce(held, WORKERS, async (review) => {
    if (review.importId !== importId || review.state !== 'open') return;
    await deps.reviews.save({ ...review, version: review.version + 1, state: 'withdrawn' });
  });
  const kept = unlike.filter((_, at) => touched[at] === 'touched');
  await imports.keepFinding(call.actor.place, importId, 'kept', first, kept);
  return kept;
}

async function undoReferral(context: ImportContext, key: ReferralKey): Promise<'undone' | 'touched'> {
  const { deps, call } = context;
  for (let round = 1; round <= TRIES; round += 1) {
    const [kept, person] = await Promise.all([
      deps.referrals.get(call.actor.place, key),
      deps.people.get(call.actor.place, key.personId),
    ]);
    if (kept === undefined || person === undefined)
      throw new Error(`What an import wrote is not there: ${key.referralId}`);
    const undone = withoutImport(context, kept.referral, person);
    if (undone === 'touched' || undone === kept.referral) return undone === 'touched' ? 'touched' : 'undone';
    try {
      await deps.referrals.save(
        undone,
        queueEntryOf(undone, person, context.policy, todayOf(call), kept.entry.alerted),
        kept.referral.version,
      );
      return 'undone';
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
  throw unavailable('import-busy', 'Others are changing the same records: undo again in a minute');
}

/** The referral with all that the import recorded taken back, its corrections included; `touched` when others came after. */
function withoutImport(context: ImportContext, referral: Referral, person: Person): Referral | 'touched' {
  const { importId, call, deps, policy } = context;
  const mistaken = mistakenEventIds(referral.events) ?? new Set();
  const ours = referral.events.filter((event) => event.importId === importId && !mistaken.has(event.id));
  const [first] = ours;
  if (first === undefined) return referral;
  if (referral.events.some((event) => event.seq > first.seq && event.importId !== importId)) return 'touched';
  const rules = recordContextOf(call, person, policy, referral.queue);
  const entries = ours.toReversed().map(({ id }) => ({
    happened: { on: rules.today, facts: { kind: 'recorded-in-error' as const, eventId: id, reason: WHY } },
    recorder: {
      eventId: deps.ids.derived('undo-import', importId, id),
      recordedAt: call.now,
      by: { actor: call.actor.id, role: call.actor.role },
      hash: deps.hash,
    },
  }));
  const undone = recordEvents(referral, entries, rules);
  // Whatever the file said, it is not what is kept any more: the same row again is news.
  return { ...undone, origin: undone.origin === null ? null : { ...undone.origin, contentHash: '' } };
}

function keyOf({ personId, referralId }: RowResult): readonly ReferralKey[] {
  return personId === null || referralId === null ? [] : [{ personId, referralId }];
}
