/**
 * What somebody of a family says is kept as a case of the child: once, however often it is sent, under the id that follows from who
 * sent it and its key. Permission is asked of the very child, for the part that messages are.
 */
import type { CaseFacts } from '../../domain/case/case.ts';
import type { CaseKind } from '../../domain/case/case-kinds.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import { openCase, recordOnCase } from '../../domain/case/record-case.ts';
import { conflict, isDomainError } from '../../domain/error.ts';
import { caseContext, plannedCase } from '../case/case-entry.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { FamilyDeps } from '../deps.ts';
import type { KeptCase } from '../ports/cases.ts';
import { callIn, type FamilyCall } from './family-call.ts';
import type { OpenedChild } from './read-children.ts';

export type SayingDeps = Pick<
  FamilyDeps,
  | 'people'
  | 'policies'
  | 'familyAccesses'
  | 'audit'
  | 'estimates'
  | 'community'
  | 'cases'
  | 'caseTypes'
  | 'ids'
  | 'hash'
>;

/** Rounds of writing where staff write at the same moment. */
const ROUNDS = 3;

/** Opens a case with what was said. @throws `conflict` `said-already` when another key said the same, `invalid`. */
export async function sayAnew(
  deps: SayingDeps,
  call: FamilyCall,
  { record, policy, context: { today } }: OpenedChild,
  { kind, facts }: { readonly kind: CaseKind; readonly facts: CaseFacts },
  key: string,
): Promise<string> {
  const { person } = record;
  const { place } = person;
  const command = commandIdentity(deps, callIn(place, call), ['say', kind, person.id], key, facts);
  const type = caseTypeOf(deps.caseTypes, kind);
  const only = type.identity?.(facts, today);
  const id = deps.ids.derived('case', place, kind, person.id, ...(only ?? ['key', call.account.id, key]));
  const rules = { types: deps.caseTypes, policy };
  const recorder = {
    ...command,
    recordedAt: call.now,
    by: { actor: call.account.id, role: 'family' },
    hash: deps.hash,
  };
  const said = openCase(
    type,
    { id, place, personId: person.id },
    { facts, on: today },
    recorder,
    caseContext(rules, person.details, today),
  );
  try {
    await deps.cases.create({ record: said, entry: plannedCase(rules, said, person, today).entry });
    return id;
  } catch (refused) {
    if (!isDomainError(refused, 'conflict') || refused.code !== 'already-there') throw refused;
    const kept = await deps.cases.get(place, { personId: person.id, kind, caseId: id });
    if (kept !== undefined && recordedBefore(kept.record.events, command) !== undefined) return id;
    throw conflict('said-already', 'You have told us this already');
  }
}

/** Records what was said on a case that is there. @throws `invalid`; `conflict` `busy`. */
export async function sayOn(
  deps: SayingDeps,
  call: FamilyCall,
  { record, policy, context: { today } }: OpenedChild,
  found: KeptCase,
  facts: CaseFacts,
  key: string,
): Promise<void> {
  const { person } = record;
  const { place } = person;
  const { id: caseId, kind } = found.record;
  const command = commandIdentity(deps, callIn(place, call), ['say-on', caseId], key, facts);
  const type = caseTypeOf(deps.caseTypes, kind);
  const rules = { types: deps.caseTypes, policy };
  const recorder = {
    ...command,
    recordedAt: call.now,
    by: { actor: call.account.id, role: 'family' },
    hash: deps.hash,
  };
  let kept: KeptCase | undefined = found;
  for (let round = 0; round < ROUNDS && kept !== undefined; round += 1) {
    if (recordedBefore(kept.record.events, command) !== undefined) return;
    const context = caseContext(rules, person.details, today);
    const said = recordOnCase(type, kept.record, { facts, on: today }, recorder, context);
    const { entry } = plannedCase(rules, said, person, today, kept.entry.alerted);
    try {
      return await deps.cases.save({ record: said, entry }, kept.record.version);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      kept = await deps.cases.get(place, { personId: person.id, kind, caseId });
    }
  }
  throw conflict('busy', 'Somebody else is changing this at the same moment. Send it again');
}
