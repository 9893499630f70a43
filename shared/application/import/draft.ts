/** Makes what a row's plan asks for, without keeping it: the rules may still refuse it. */
import { isDomainError } from '../../domain/error.ts';
import { detailsOfRow } from '../../domain/import/person-facts.ts';
import type { RowPlan } from '../../domain/import/plan-row.ts';
import type { ParsedRow } from '../../domain/import/row.ts';
import { factsOf, type RowFact, rowSlots, slotOf } from '../../domain/import/row-events.ts';
import type { Person, PersonDetails } from '../../domain/person/person.ts';
import { changedPerson, newPerson } from '../../domain/person/record-person.ts';
import type { ReferralEvent } from '../../domain/referral/event.ts';
import { appendEvent, openReferral, recordEvents } from '../../domain/referral/record.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { standingEvents } from '../../domain/referral/standing-events.ts';
import { todayOf } from '../call.ts';
import { recordContextOf } from '../referral/referral-context.ts';
import { type ImportContext, rowRecorder } from './import-context.ts';

const NOT_SAID = 'The extract it came from says otherwise';

/** The row that is worked. */
export interface DraftedRow {
  readonly record: number;
  readonly row: ParsedRow;
  readonly contentHash: string;
}

export function draftPerson(context: ImportContext, { record, row }: DraftedRow, id: string): Person {
  const { place } = context.call.actor;
  const recorder = rowRecorder(context, record, 'person');
  return newPerson(
    { id, place, details: detailsOfRow(row.person), possibleDuplicateOf: [] },
    recorder,
    todayOf(context.call),
  );
}

/** The person with what the row changes of them; the same person when that is nothing. */
export function draftChange(
  context: ImportContext,
  { record }: DraftedRow,
  person: Person,
  changes: Partial<PersonDetails>,
): Person {
  if (Object.keys(changes).length === 0) return person;
  return changedPerson(person, changes, rowRecorder(context, record, 'person'), todayOf(context.call));
}

/** A new referral with its whole history. @throws `invalid` when the rules refuse a fact. */
export function draftReferral(
  context: ImportContext,
  drafted: DraftedRow,
  person: Person,
  id: string,
  facts: readonly RowFact[],
): Referral {
  const { record, row, contentHash } = drafted;
  const rules = recordContextOf(context.call, person, context.policy, row.queue);
  const [receipt, ...others] = facts;
  if (receipt?.facts.kind !== 'received') throw new TypeError('The first fact of a row is its receipt');
  const origin = { system: context.system, id: row.referralId, contentHash };
  const opening = { id, personId: person.id, origin, on: receipt.on, facts: receipt.facts };
  let referral = openReferral(opening, rowRecorder(context, record, receipt.slot), rules);
  for (const { slot, on, facts: said } of others)
    referral = appendEvent(referral, { on, facts: said }, rowRecorder(context, record, slot), rules);
  return referral;
}

/**
 * The referral with what the row adds and corrects. Where the rules refuse the steps between, although what comes out may
 * be right, everything that imports wrote is recorded in error and said anew.
 * @throws `invalid` when the rules refuse that too.
 */
export function draftUpdate(
  context: ImportContext,
  drafted: DraftedRow,
  plan: Extract<RowPlan, { readonly kept: unknown }>,
): Referral {
  const { referral, person } = plan.kept;
  try {
    return updated(context, drafted, plan.kept, plan.inError, plan.append);
  } catch (refused) {
    if (!isDomainError(refused, 'invalid')) throw refused;
    const imported = standingEvents(referral.events).filter(
      (event) => event.importId !== undefined && slotOf(event) !== undefined,
    );
    return updated(context, drafted, { referral, person }, imported, factsOf(drafted.row));
  }
}

function updated(
  context: ImportContext,
  { record, row, contentHash }: DraftedRow,
  { referral, person }: { readonly referral: Referral; readonly person: Person },
  inError: readonly ReferralEvent[],
  append: readonly RowFact[],
): Referral {
  const rules = recordContextOf(context.call, person, context.policy, row.queue);
  // What came last is taken back first, so that no step is left without the one it stands on.
  const back = inError.toSorted((a, b) => rank(b) - rank(a));
  const entries = [
    ...back.map(({ id }) => ({
      happened: { on: rules.today, facts: { kind: 'recorded-in-error' as const, eventId: id, reason: NOT_SAID } },
      recorder: rowRecorder(context, record, `in-error ${id}`),
    })),
    ...append.map(({ slot, on, facts }) => ({
      happened: { on, facts },
      recorder: rowRecorder(context, record, slot),
    })),
  ];
  const grown = recordEvents(referral, entries, rules);
  return grown === referral || grown.origin === null ? grown : { ...grown, origin: { ...grown.origin, contentHash } };
}

function rank(event: ReferralEvent): number {
  const slot = slotOf(event);
  return slot === undefined ? -1 : rowSlots.indexOf(slot);
}
