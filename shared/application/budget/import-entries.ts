/** The entries of one person's budgets from a file: put in the order of their days, judged one behind the other, saved in one write a budget. */

import { budgetCase } from '../../domain/budget/budget-case.ts';
import { foldBudget } from '../../domain/budget/fold.ts';
import { ledgerColumns } from '../../domain/budget/ledger-file/columns.ts';
import { entryFacts } from '../../domain/budget/ledger-file/entry-facts.ts';
import type { LedgerRowResult } from '../../domain/budget/ledger-file/ledger-row.ts';
import type { LedgerRowError, ReadEntry } from '../../domain/budget/ledger-file/read-row.ts';
import { planOf, stageOn } from '../../domain/budget/state.ts';
import type { CaseContext } from '../../domain/case/case-type.ts';
import { recordOnCase, stateOfCase } from '../../domain/case/record-case.ts';
import { isDomainError } from '../../domain/error.ts';
import { can } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext, plannedCase } from '../case/case-entry.ts';
import { caseSubject } from '../case/case-subject.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import { numberOf } from '../claim-numbers.ts';
import type { Deps } from '../deps.ts';
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
  const context = caseContext(rules, record.person.details, todayOf(call));
  const idOf = (reference: string) => ledgerEntryId(deps.ids, call.actor.place, how.system, reference);
  const results: LedgerRowResult[] = [];
  const ofBudget = new Map<string, LedgerEntryRow[]>();
  for (const one of rows.toSorted(inOrderOfDays)) {
    const budget = budgetOf(budgets, one.entry, context, idOf);
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
    const [person, kept] = await Promise.all([deps.people.get(place, key.personId), deps.cases.get(place, key)]);
    if (person === undefined || kept === undefined) return rows.map(({ row }) => rejected(row, nobody));
    const today = todayOf(call);
    const rules = { types: deps.caseTypes, policy: how.policy };
    const now = { person: person.details, version: person.version };
    const context = caseContext(rules, person.details, today);
    let record = withMovedDues(rules, kept, now, call.now, deps.hash);
    const results: LedgerRowResult[] = [];
    for (const { row, entry } of rows) {
      const recorded = entryOn({ ...kept, record }, entry, call, how, deps, context);
      results.push(recorded.result(row));
      record = recorded.record;
    }
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

/** One entry behind what is recorded: there already, recorded, or refused. */
function entryOn(
  { record }: KeptCase,
  entry: ReadEntry,
  { now, actor }: Call,
  { system }: LedgerImport,
  { ids, hash }: EntryDeps,
  context: CaseContext,
) {
  const unchanged = (outcome: (row: number) => LedgerRowResult) => ({ record, result: outcome });
  const idOf = (reference: string) => ledgerEntryId(ids, actor.place, system, reference);
  const { person: _person, ...said } = entry;
  const requestHash = hash(JSON.stringify(said));
  const before = record.events.find(({ id }) => id === idOf(entry.reference));
  if (before !== undefined)
    return unchanged((row) =>
      before.requestHash === requestHash ? { row, outcome: 'known', errors: [] } : rejected(row, changed),
    );
  // Up to its own day, as it will be judged; whole, so that a reversal finds what it takes out.
  const state = stateOfCase(budgetCase, record, context) ?? foldBudget([]);
  const read = entryFacts(entry, state, idOf);
  if ('error' in read) return unchanged((row) => rejected(row, read.error));
  const recorder = {
    eventId: idOf(entry.reference),
    requestHash,
    recordedAt: now,
    by: { actor: actor.id, role: actor.role },
    hash,
  };
  try {
    const grown = recordOnCase(budgetCase, record, { facts: read.facts, on: entry.on }, recorder, context);
    return { record: grown, result: (row: number): LedgerRowResult => ({ row, outcome: 'recorded', errors: [] }) };
  } catch (refused) {
    if (!isDomainError(refused)) throw refused;
    const { code, message, issues } = refused;
    const error = { column: columnOf(issues[0]?.pointer ?? ''), code, message };
    return unchanged((row) => rejected(row, error));
  }
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

/** The budget that has the entry already, or the one that an entry of that day can be of. */
function budgetOf(
  budgets: readonly KeptCase[],
  entry: ReadEntry,
  context: CaseContext,
  idOf: (reference: string) => string,
): { readonly id: string } | { readonly error: LedgerRowError } {
  const wanted = [entry.reference, entry.corrects].flatMap((reference) =>
    reference === null ? [] : [idOf(reference)],
  );
  const has = budgets.find(({ record }) => record.events.some(({ id }) => wanted.includes(id)));
  if (has !== undefined) return { id: has.record.id };
  const [only, ...others] = budgets.filter(({ record }) => isRunning(record, entry, context));
  if (only === undefined) return { error: noBudget };
  return others.length === 0 ? { id: only.record.id } : { error: severalBudgets };
}

/** Whether money of a budget could move on the day of an entry. What has ended can still pay what was promised. */
function isRunning(record: KeptCase['record'], { on }: ReadEntry, context: CaseContext): boolean {
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
