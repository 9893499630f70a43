/** The entries of one person's budgets from a file: put in the order of their days, judged one behind the other, saved in one write a budget. */

import { budgetCase } from '../../domain/budget/budget-case.ts';
import type { BudgetFacts } from '../../domain/budget/facts.ts';
import { afterEvent, foldBudget } from '../../domain/budget/fold.ts';
import { ledgerColumns } from '../../domain/budget/ledger-file/columns.ts';
import { entryFacts } from '../../domain/budget/ledger-file/entry-facts.ts';
import type { LedgerRowResult } from '../../domain/budget/ledger-file/ledger-row.ts';
import type { LedgerRowError, ReadEntry } from '../../domain/budget/ledger-file/read-row.ts';
import { planOf, stageOn } from '../../domain/budget/state.ts';
import type { Case, CaseEvent } from '../../domain/case/case.ts';
import type { CaseContext } from '../../domain/case/case-type.ts';
import { needsWhole } from '../../domain/case/checkpoint.ts';
import { type HappenedWith, recordEachOnCase, stateOfCase } from '../../domain/case/record-case.ts';
import { isDomainError } from '../../domain/error.ts';
import { can } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext, plannedCase } from '../case/case-entry.ts';
import { caseSubject } from '../case/case-subject.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import { toldAsAt } from '../case/told-as-at.ts';
import type { Deps } from '../deps.ts';
import { numberOf } from '../person/claim-numbers.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { PersonRecord } from '../ports/people.ts';

export interface LedgerEntryRow {
  readonly row: number;
  readonly entry: ReadEntry;
}

/** How a file is brought in. */
export interface LedgerImport {
  readonly policy: Policy;
  readonly system: string;
  readonly dryRun: boolean;
}

type EntryDeps = Pick<Deps, 'people' | 'cases' | 'caseTypes' | 'ids' | 'hash'>;

/** Whoever writes to the same budget at the same moment is let by, and the entries are judged again behind them. */
const MOST_TRIES = 6;

/** What became of the rows of a person; `looked` when the person is one whose budgets the caller may know of. */
export async function importEntriesOf(
  deps: EntryDeps,
  call: Call,
  how: LedgerImport,
  personId: string,
  rows: readonly LedgerEntryRow[],
): Promise<{ readonly results: readonly LedgerRowResult[]; readonly looked: boolean }> {
  const record = await deps.people.record(call.actor.place, personId);
  const budgets = record === undefined ? [] : recordable(record, call, how.policy);
  const [first] = rows;
  if (record === undefined || first === undefined || budgets.length === 0 || !carries(record, first.entry))
    return { results: rows.map(({ row }) => rejected(row, nobody)), looked: false };

  const rules = { types: deps.caseTypes, policy: how.policy };
  const today = todayOf(call);
  const context = caseContext(rules, record.person.details, today);
  const idOf = (reference: string) => ledgerEntryId(deps.ids, call.actor.place, how.system, reference);
  const results: LedgerRowResult[] = [];
  const ofBudget = new Map<string, LedgerEntryRow[]>();
  const candidates = await Promise.all(
    (await toldAsAt(deps.cases, budgets, today)).map(async (kept) => ({
      record: kept.record,
      known: await knownEvents(
        deps,
        kept,
        rows.flatMap(({ entry }) => idsNamed(entry, idOf)),
      ),
    })),
  );
  for (const one of rows.toSorted(inOrderOfDays)) {
    const budget = budgetOf(candidates, one.entry, context, idOf);
    if ('error' in budget) results.push(rejected(one.row, budget.error));
    else ofBudget.set(budget.id, [...(ofBudget.get(budget.id) ?? []), one]);
  }
  for (const [caseId, entries] of ofBudget) {
    results.push(...(await importOn(deps, call, how, { personId, kind: 'budget', caseId }, entries)));
  }
  return { results, looked: true };
}

async function importOn(
  deps: EntryDeps,
  call: Call,
  how: LedgerImport,
  key: { readonly personId: string; readonly kind: 'budget'; readonly caseId: string },
  rows: readonly LedgerEntryRow[],
): Promise<readonly LedgerRowResult[]> {
  const { place } = call.actor;
  for (let tries = 1; ; tries += 1) {
    const [person, found] = await Promise.all([deps.people.get(place, key.personId), deps.cases.get(place, key)]);
    if (person === undefined || found === undefined) return rows.map(({ row }) => rejected(row, nobody));
    const today = todayOf(call);
    const rules = { types: deps.caseTypes, policy: how.policy };
    const now = { person: person.details, version: person.version };
    const context = caseContext(rules, person.details, today);
    const sent = rows.map((one) => sentEntry(deps, call, how, one));
    const known = await knownEvents(
      deps,
      found,
      sent.map(({ id }) => id),
    );
    const fresh = sent.filter(({ id }) => !known.has(id));
    const kept = reachBack(found.record, fresh) ? await deps.cases.whole(found) : found;
    const before = withMovedDues(rules, kept, now, call.now, deps.hash);
    const { record, refused } = withEntries(before, fresh, call, deps, context);
    const results = sent.map(({ row, id, requestHash }): LedgerRowResult => {
      const there = known.get(id);
      if (there !== undefined && there.requestHash !== requestHash) return rejected(row, changed);
      if (there !== undefined) return { row, outcome: 'known', errors: [] };
      const error = refused.get(id);
      return error === undefined ? { row, outcome: 'recorded', errors: [] } : rejected(row, error);
    });
    if (how.dryRun || results.every(({ outcome }) => outcome !== 'recorded')) return results;
    const { entry } = plannedCase(rules, record, person, today, kept.entry.alerted);
    try {
      await deps.cases.save({ record, entry }, kept.record.version);
      return results;
    } catch (refused) {
      if (!isDomainError(refused, 'stale') || tries >= MOST_TRIES) throw refused;
    }
  }
}

/** A row with what it is known by. */
interface SentEntry extends LedgerEntryRow {
  readonly id: string;
  readonly requestHash: string;
  readonly idOf: (reference: string) => string;
}

function sentEntry(
  { ids, hash }: EntryDeps,
  { actor }: Call,
  how: LedgerImport,
  { row, entry }: LedgerEntryRow,
): SentEntry {
  const idOf = (reference: string) => ledgerEntryId(ids, actor.place, how.system, reference);
  const { person: _person, ...said } = entry;
  return { row, entry, idOf, id: idOf(entry.reference), requestHash: hash(JSON.stringify(said)) };
}

/** The events of a budget that have one of these ids, however long ago they were recorded. */
async function knownEvents(
  { cases }: Pick<EntryDeps, 'cases'>,
  { record }: KeptCase,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, CaseEvent>> {
  const { place, personId, kind, id: caseId, events, checkpoint } = record;
  const wanted = new Set(eventIds);
  const archived = checkpoint === undefined ? [] : await cases.archived(place, { personId, kind, caseId }, eventIds);
  return new Map([...archived, ...events.filter(({ id }) => wanted.has(id))].map((event) => [event.id, event]));
}

/** Whether an entry is of an earlier day than the budget at hand begins with, or takes out an entry that is not at hand. */
function reachBack(record: Case, entries: readonly SentEntry[]): boolean {
  if (record.checkpoint === undefined) return false;
  const sent = new Set(entries.map(({ id }) => id));
  return entries.some(({ entry: { on, corrects }, idOf }) => {
    const entryId = corrects === null ? undefined : idOf(corrects);
    const isThere = entryId === undefined || sent.has(entryId);
    return needsWhole(budgetCase, record, { on, facts: isThere ? { kind: 'spent' } : reversalOf(entryId) });
  });
}

function reversalOf(entryId: string): BudgetFacts {
  return { kind: 'entry-reversed', entryId, reason: 'Reversed in the ledger it came from' };
}

/** The budget with the entries that fit, and why the others do not, by their ids. */
function withEntries(
  before: Case,
  entries: readonly SentEntry[],
  { now, actor }: Call,
  { hash }: EntryDeps,
  context: CaseContext,
): { readonly record: Case; readonly refused: ReadonlyMap<string, LedgerRowError> } {
  const refused = new Map<string, LedgerRowError>();
  if (entries.length === 0) return { record: before, refused };
  const by = { actor: actor.id, role: actor.role };
  let state = stateOfCase(budgetCase, before, context) ?? foldBudget([]);
  const fitting = entries.flatMap(({ entry, id, requestHash, idOf }): readonly HappenedWith[] => {
    const read = entryFacts(entry, state, idOf);
    if ('error' in read) {
      refused.set(id, read.error);
      return [];
    }
    const happened = { facts: read.facts, on: entry.on };
    // A reversal finds an entry of the same file.
    state = afterEvent(state, { id, ...happened });
    return [{ happened, recorder: { eventId: id, requestHash, recordedAt: now, by, hash } }];
  });
  const recorded = recordEachOnCase(budgetCase, before, fitting, context);
  for (const [id, { code, message, issues }] of recorded.refused)
    refused.set(id, { column: columnOf(issues[0]?.pointer ?? ''), code, message });
  return { record: recorded.record, refused };
}

/** The id of an entry follows from where it came from: whoever brings it again finds it there. */
function ledgerEntryId(ids: Pick<Deps['ids'], 'derived'>, place: string, system: string, reference: string): string {
  return ids.derived('ledger-entry', place, system, reference);
}

function recordable({ cases }: PersonRecord, call: Call, policy: Policy): readonly KeptCase[] {
  return cases.filter(
    ({ record, entry }) =>
      record.kind === 'budget' &&
      can(call.actor, 'case.record', caseSubject(call.actor.place, entry.row, policy)) === 'allowed',
  );
}

function carries({ person }: PersonRecord, { person: by }: ReadEntry): boolean {
  if (person.mergedInto !== null) return false;
  return 'nhsNumber' in by
    ? numberOf(person.details, 'nhs-number') === by.nhsNumber
    : person.details.localId === by.localId;
}

/** The ids of the entries that a row names: its own, and that which it takes out. */
function idsNamed({ reference, corrects }: ReadEntry, idOf: (reference: string) => string): readonly string[] {
  return [reference, corrects].flatMap((one) => (one === null ? [] : [idOf(one)]));
}

/** The budget that has the entry already, or the one that an entry of that day can be of. */
function budgetOf(
  budgets: readonly { readonly record: Case; readonly known: ReadonlyMap<string, CaseEvent> }[],
  entry: ReadEntry,
  context: CaseContext,
  idOf: (reference: string) => string,
): { readonly id: string } | { readonly error: LedgerRowError } {
  const has = budgets.find(({ known }) => idsNamed(entry, idOf).some((id) => known.has(id)));
  if (has !== undefined) return { id: has.record.id };
  const [only, ...others] = budgets.filter(({ record }) => isRunning(record, entry, context));
  if (only === undefined) return { error: noBudget };
  return others.length === 0 ? { id: only.record.id } : { error: severalBudgets };
}

/** Whether money of a budget could move on the day of an entry. What has ended can still pay what was promised. */
function isRunning(record: Case, { on }: ReadEntry, context: CaseContext): boolean {
  const state = stateOfCase(budgetCase, record, context);
  if (state === undefined || planOf(state) === undefined) return false;
  const stage = stageOn(state, on);
  return stage === 'agreed' || stage === 'live' || stage === 'suspended' || stage === 'ended';
}

const ranks: Readonly<Record<ReadEntry['what'], number>> = { payment: 0, reversal: 1, spent: 2, returned: 3 };

/** A file may be in any order. On one day what comes in is taken before what goes out. */
function inOrderOfDays(a: LedgerEntryRow, b: LedgerEntryRow): number {
  if (a.entry.on !== b.entry.on) return a.entry.on < b.entry.on ? -1 : 1;
  return ranks[a.entry.what] - ranks[b.entry.what] || a.row - b.row;
}

function rejected(row: number, error: LedgerRowError): LedgerRowResult {
  return { row, outcome: 'rejected', errors: [error] };
}

/** The same for nobody and for somebody whose budgets the caller may not know of. */
const nobody: LedgerRowError = {
  column: ledgerColumns.nhsNumber.heading,
  code: 'budget-unknown',
  message: 'Nobody with this number has a budget here. Check the number, or record the budget first',
};
const noBudget: LedgerRowError = {
  column: ledgerColumns.date.heading,
  code: 'no-budget-then',
  message: 'The person had no agreed budget on this day. Check the date',
};
const severalBudgets: LedgerRowError = {
  column: ledgerColumns.date.heading,
  code: 'several-budgets',
  message: 'The person has several budgets on this day. Record this entry on the page of its budget',
};
const changed: LedgerRowError = {
  column: ledgerColumns.reference.heading,
  code: 'reference-changed',
  message:
    'This reference was recorded with something else. Reverse that entry, and give this one a reference of its own',
};

const columns: Readonly<Record<string, keyof typeof ledgerColumns>> = {
  '/on': 'date',
  '/facts/type': 'heldAs',
  '/facts/amountPence': 'amount',
  '/facts/category': 'purpose',
  '/facts/payee': 'paidTo',
  '/facts/entryId': 'corrects',
};

/** The column that a refusal by the rules is about; that of the kind of entry where it is about the whole of it. */
function columnOf(pointer: string): string {
  return ledgerColumns[columns[pointer] ?? 'entry'].heading;
}
