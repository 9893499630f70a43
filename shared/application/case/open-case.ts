import * as z from 'zod';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { type LocalDate, localDateSchema } from '../../domain/calendar/local-date.ts';
import type { Case, CaseFacts } from '../../domain/case/case.ts';
import type { CaseKind } from '../../domain/case/case-kinds.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import type { CaseType } from '../../domain/case/case-type.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import { openCase } from '../../domain/case/record-case.ts';
import { refuseReserved } from '../../domain/case/reserved.ts';
import { conflict, isDomainError } from '../../domain/error.ts';
import type { Action } from '../../domain/permission/grants.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise, subjectOfRecord } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { personNotFound } from '../person/read-person.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { type CaseRules, caseContext, plannedCase } from './case-entry.ts';
import { caseSubject } from './case-subject.ts';
import { type CaseView, caseView } from './case-view.ts';
import { followAtOnce, refuseFollowOn } from './follow-ons.ts';

/** What opens a case of a type, as a caller says it. */
export function openingSchemaOf(type: CaseType) {
  return z.strictObject({
    facts: type.facts,
    /** The local day it concerns. */
    on: localDateSchema,
  });
}
export interface Opening {
  readonly facts: CaseFacts;
  readonly on: LocalDate;
}

/** What is asked leave for: to know of the person, and to open the case. */
export interface OpeningLeave {
  readonly person: Action;
  readonly case: Action;
}
const usualLeave: OpeningLeave = { person: 'person.read', case: 'case.open' };

type OpeningDeps = Pick<Deps, 'people' | 'cases' | 'caseTypes' | 'policies' | 'ids' | 'hash'>;

/**
 * Opens a case for a person: one conditional write. Where a person may have only one of it, its id follows from what it is
 * the only one of, so that two at one moment ask for the same id, and one of them gets it. Sent twice with one key, it is
 * opened once.
 * @param leave what the caller needs leave for, where that is narrower than usual.
 * @throws `conflict` `case-exists` with its `caseId`, `person-merged`; `invalid`; `not-found` `person-not-found`; `forbidden`.
 */
export async function openCaseOf(
  deps: OpeningDeps,
  call: Call,
  personId: string,
  kind: CaseKind,
  opening: Opening,
  key: string,
  leave: OpeningLeave = usualLeave,
): Promise<CaseView> {
  const { place, id: actor, role } = call.actor;
  const command = commandIdentity(deps, call, ['open-case', kind, personId], key, opening);
  const [found, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (found === undefined) throw personNotFound();
  const { person } = found;
  // Whoever may not know of the person learns nothing of them by opening something.
  authorise(call, leave.person, subjectOfRecord(found, policy), personNotFound);
  const { services, overseers } = kindPolicyOf(policy, kind);
  authorise(call, leave.case, { place, services: [...services, ...overseers], restricted: false }, personNotFound);
  if (person.mergedInto !== null) throw conflict('person-merged', 'This record was merged into another');

  const type = caseTypeOf(deps.caseTypes, kind);
  refuseReserved(type, opening.facts);
  const rules: CaseRules = { types: deps.caseTypes, policy };
  const only = type.identity?.(opening.facts, opening.on);
  const id = deps.ids.derived('case', place, kind, personId, ...(only ?? ['key', actor, key]));
  const recorder = {
    ...command,
    recordedAt: call.now,
    by: { actor, role },
    hash: deps.hash,
  };
  const today = todayOf(call);
  const record = openCase(type, { id, place, personId }, opening, recorder, caseContext(rules, person.details, today));
  const { entry } = plannedCase(rules, record, person, today);
  authorise(call, leave.case, caseSubject(place, entry.row, policy), personNotFound);
  await refuseFollowOn(deps, rules, record, call.now);
  try {
    await deps.cases.create({ record, entry });
    await followAtOnce(deps, record, call.now);
    return caseView(rules, record, person, today);
  } catch (refused) {
    if (!isDomainError(refused, 'conflict') || refused.code !== 'already-there') throw refused;
    const kept = await deps.cases.get(place, { personId, kind, caseId: id });
    const before = kept && asOpened(rules, (await deps.cases.whole(kept)).record, person, command);
    if (before !== undefined) return before;
    throw conflict('case-exists', 'This person already has such a record', { caseId: id });
  }
}

/** The answer as it was given first: the opening alone, as at the day it was recorded. */
function asOpened(rules: CaseRules, record: Case, person: Person, command: CommandIdentity): CaseView | undefined {
  const events = record.events.slice(0, 1);
  const found = recordedBefore(events, command);
  if (found === undefined) return undefined;
  return caseView(rules, { ...record, version: 1, events }, person, localDateOf(found.event.recordedAt));
}
