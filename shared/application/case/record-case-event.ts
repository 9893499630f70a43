import * as z from 'zod';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseType } from '../../domain/case/case-type.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import { needsWhole } from '../../domain/case/checkpoint.ts';
import { recordableFactsSchema } from '../../domain/case/generic-facts.ts';
import { type HappenedToCase, recordOnCase } from '../../domain/case/record-case.ts';
import { refuseReserved } from '../../domain/case/reserved.ts';
import { isDomainError } from '../../domain/error.ts';
import type { Action } from '../../domain/permission/grants.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { changedSince } from '../changed-since.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { CaseKey, KeptCase } from '../ports/cases.ts';
import { type CaseRules, caseContext, plannedCase } from './case-entry.ts';
import { caseNotFound, caseSubject } from './case-subject.ts';
import { type CaseView, caseView } from './case-view.ts';
import { followAtOnce, refuseFollowOn } from './follow-ons.ts';
import { withMovedDues } from './moved-dues.ts';

/** What happened to a case of a type, as a caller says it. */
export function newCaseEventSchemaOf(type: CaseType) {
  return z.strictObject({
    facts: recordableFactsSchema(type.facts),
    /** The local day it concerns. */
    on: localDateSchema,
  });
}

type RecordingDeps = Pick<Deps, 'people' | 'cases' | 'caseTypes' | 'policies' | 'ids' | 'hash'>;

/**
 * Records any event of a case: one conditional write. Sent twice with one key, it is recorded once, and answered as it was
 * answered first.
 * @param seen the version that the caller decided on.
 * @param action what the caller needs leave for, where that is narrower than usual.
 * @throws `stale` `changed-since` with what changed; `invalid` with a pointer; `conflict`; `not-found` `case-not-found`; `forbidden`.
 */
export async function recordCaseEvent(
  deps: RecordingDeps,
  call: Call,
  key: CaseKey,
  happened: HappenedToCase,
  seen: number,
  idempotencyKey: string,
  action: Action = 'case.record',
): Promise<CaseView> {
  const { place, id: actor, role } = call.actor;
  const command = commandIdentity(deps, call, ['record-case-event', key.caseId], idempotencyKey, happened);
  const [person, found, policy] = await Promise.all([
    deps.people.get(place, key.personId),
    deps.cases.get(place, key),
    placePolicy(deps.policies, place),
  ]);
  if (person === undefined || found === undefined) throw caseNotFound();
  authorise(call, action, caseSubject(place, found.entry.row, policy), caseNotFound);
  const rules: CaseRules = { types: deps.caseTypes, policy };
  const type = caseTypeOf(deps.caseTypes, key.kind);
  const isNew = await isUnknown(deps, found, command);
  const kept = isNew && !needsWhole(type, found.record, happened) ? found : await deps.cases.whole(found);
  const before = asRecorded(rules, kept.record, person, command);
  if (before !== undefined) {
    // Whoever sends it again may do so because the first time ended half way.
    await followAtOnce(deps, kept.record, call.now);
    return before;
  }
  if (kept.record.version !== seen) throw caseChangedSince(kept.record, seen);

  const today = todayOf(call);
  const recorder = {
    ...command,
    recordedAt: call.now,
    by: { actor, role },
    hash: deps.hash,
  };
  const now = { person: person.details, version: person.version };
  // A due date that the rules moved since it was planned is told before what is recorded moves it again.
  const moved = withMovedDues(rules, kept, now, call.now, deps.hash);
  refuseReserved(type, happened.facts, kept.record.events);
  const record = recordOnCase(type, moved, happened, recorder, caseContext(rules, person.details, today));
  const { entry } = plannedCase(rules, record, person, today, kept.entry.alerted);
  await refuseFollowOn(deps, rules, record, call.now);
  try {
    await deps.cases.save({ record, entry }, seen);
    await followAtOnce(deps, record, call.now);
    return caseView(rules, record, person, today);
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    // Another writer was first; or this command was, and the answer of its write was lost on the way.
    const current = await deps.cases.get(place, key);
    if (current === undefined) throw caseNotFound();
    const { record: whole } = await deps.cases.whole(current);
    const after = asRecorded(rules, whole, person, command);
    if (after === undefined) throw caseChangedSince(whole, seen);
    await followAtOnce(deps, whole, call.now);
    return after;
  }
}

/** Whether a command was not recorded before: neither at hand nor archived. */
async function isUnknown(
  { cases }: Pick<RecordingDeps, 'cases'>,
  { record }: KeptCase,
  { eventId }: CommandIdentity,
): Promise<boolean> {
  const { place, personId, kind, id: caseId, events, checkpoint } = record;
  if (events.some(({ id }) => id === eventId)) return false;
  if (checkpoint === undefined) return true;
  return (await cases.archived(place, { personId, kind, caseId }, [eventId])).length === 0;
}

/** The case, which is whole, as this command left it when it was sent before. An event is a version. */
function asRecorded(rules: CaseRules, record: Case, person: Person, command: CommandIdentity): CaseView | undefined {
  const found = recordedBefore(record.events, command);
  if (found === undefined) return undefined;
  const then = { ...record, version: found.at + 1, events: record.events.slice(0, found.at + 1) };
  return caseView(rules, then, person, localDateOf(found.event.recordedAt));
}

function caseChangedSince(record: Case, seen: number) {
  const events = record.events.filter(({ seq }) => seq >= seen);
  return changedSince(
    'This record has been changed since you read it',
    { ...record, events },
    seen,
    ({ facts, on }) => ({
      kind: facts.kind,
      on,
    }),
  );
}
