import * as z from 'zod';
import { type AccessFacts, staffAccessFactsSchema } from '../../domain/access/access-event.ts';
import type { FamilyAccess } from '../../domain/access/family-access.ts';
import { recordedAccess } from '../../domain/access/record-access.ts';
import { type LocalDate, localDateSchema } from '../../domain/calendar/local-date.ts';
import { isDomainError, stale } from '../../domain/error.ts';
import type { Person } from '../../domain/person/person.ts';
import { type Call, todayOf } from '../call.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { accessOf, type FamilyAccessView, familyAccessView } from './read-family-access.ts';

/** What staff record about a child's access. */
export const accessRecordSchema = z.strictObject({
  facts: staffAccessFactsSchema,
  /** The day it concerns. */
  on: localDateSchema,
});
export type AccessRecord = z.output<typeof accessRecordSchema>;

/**
 * Records what staff decided or were told about who may see a child's record: one conditional write, in force with the next
 * request of anybody it is about. Sent twice with one key, it is recorded once.
 * @param seen the version that the caller decided on; 0 where there is none yet.
 * @throws `stale` `changed-since`; `invalid` with a pointer; `conflict`; `not-found`; `forbidden`.
 */
export async function recordFamilyAccess(
  deps: Pick<Deps, 'people' | 'policies' | 'familyAccesses' | 'ids' | 'hash'>,
  call: Call,
  personId: string,
  record: AccessRecord,
  seen: number,
  key: string,
): Promise<FamilyAccessView> {
  const command = commandIdentity(deps, call, ['record-family-access', personId], key, record);
  const { person, access } = await accessOf(deps, call, personId, 'family-access.manage');
  const kept = await keptAccess(deps, call, person, access, { ...record, seen, command });
  return familyAccessView(person, kept, call);
}

/** Decides and keeps a command on a child's access. */
export async function keptAccess(
  deps: Pick<Deps, 'hash'> & { readonly familyAccesses: Pick<Deps['familyAccesses'], 'get' | 'save'> },
  call: Call,
  person: Person,
  access: FamilyAccess,
  asked: {
    readonly facts: AccessFacts;
    readonly on: LocalDate;
    readonly seen: number;
    readonly command: CommandIdentity;
  },
): Promise<FamilyAccess> {
  const { facts, on, seen, command } = asked;
  if (recordedBefore(access.events, command) !== undefined) return access;
  if (access.version !== seen)
    throw stale('changed-since', 'Who may see this record has been changed since you read it', {
      currentVersion: access.version,
    });
  const { id: actor, role, place } = call.actor;
  const today = todayOf(call);
  const recorder = { ...command, recordedAt: call.now, by: { actor, role }, hash: deps.hash };
  const next = recordedAccess(access, { facts, on }, recorder, { person: person.details, today });
  try {
    await deps.familyAccesses.save(next);
    return next;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const current = await deps.familyAccesses.get(place, person.id);
    if (current !== undefined && recordedBefore(current.events, command) !== undefined) return current;
    throw refused;
  }
}
