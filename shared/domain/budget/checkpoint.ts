/**
 * What the early life of a budget comes to: its decisions as they were, and its ledger brought forward, as accountants do at the end
 * of a page. Decisions are few, and each may be asked about for ever; entries are added up, and stay one by one in the archive.
 */
import * as z from 'zod';
import { financialYearOf } from '../calendar/financial-year.ts';
import { earliest, type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import type { CheckpointRules } from '../case/case-type.ts';
import { budgetTypes } from './budget-type.ts';
import { type BudgetFacts, budgetFactsSchema, ledgerKinds, returnedFor } from './facts.ts';
import { afterEvent, type BudgetEvent, foldBudget, withEntry } from './fold.ts';
import type { LedgerEntry } from './ledger.ts';
import { sumOf } from './pence.ts';
import { type BudgetState, nothingYet } from './state.ts';

/** Entries in one line: of the same kind, account and purpose, from before a financial year or in it; or one that a later entry is about. */
const lineSchema = z.strictObject({
  id: z.string(),
  /** The day of the first of them. */
  on: localDateSchema,
  what: z.enum(['payment', 'spent', 'returned']),
  type: z.enum(budgetTypes),
  amountPence: z.int().min(0),
  effectPence: z.int(),
  category: z.string().nullable(),
  outsidePlan: z.boolean(),
  of: z.enum(returnedFor).optional(),
  noticeId: z.string().optional(),
  reference: z.string().optional(),
});

const contentSchema = z.strictObject({
  decisions: z.array(z.strictObject({ id: z.string(), on: localDateSchema, facts: budgetFactsSchema })).min(1),
  lines: z.array(lineSchema),
  lastEventOn: localDateSchema,
});
type Content = Readonly<z.output<typeof contentSchema>>;
type Line = Content['lines'][number];

export const budgetCheckpoints: CheckpointRules<BudgetFacts, BudgetState, Content> = {
  schema: contentSchema,
  take(before, events, later) {
    const from = before === undefined ? nothingYet : stateFrom(before);
    const { entries, lastEventOn } = events.reduce<BudgetState>(afterEvent, from);
    if (lastEventOn === undefined) throw new Error('A checkpoint is of something that happened');
    const named = new Set(later.flatMap(({ facts }) => namedBy(facts) ?? []));
    const decisions = [...(before?.decisions ?? []), ...events.map(({ id, on, facts }) => ({ id, on, facts }))];
    return {
      decisions: decisionsThatCount(decisions),
      lines: broughtForward(entries, named, lastEventOn),
      lastEventOn,
    };
  },
  state: stateFrom,
  names: namedBy,
};

/** The entry that is taken out: its amount and account are what the reversal says. */
function namedBy(facts: BudgetFacts): string | undefined {
  return facts.kind === 'entry-reversed' ? facts.entryId : undefined;
}

function stateFrom({ decisions, lines, lastEventOn }: Content): BudgetState {
  const state = lines.map(entryOfLine).reduce(withEntry, foldBudget(decisions));
  return { ...state, lastEventOn };
}

/** Without the ledger, notes, and what was promised before it was said anew. */
function decisionsThatCount(events: readonly BudgetEvent[]): BudgetEvent[] {
  const promised = new Map(
    events.flatMap(({ id, facts }) => (facts.kind === 'committed-set' ? [[facts.type, id] as const] : [])),
  );
  return events.filter(({ id, facts }) => {
    if (facts.kind === 'committed-set') return promised.get(facts.type) === id;
    return facts.kind !== 'noted' && !ledgerKinds.has(facts.kind);
  });
}

/** The entries that count, added up; those of some ids one by one. A reversed entry and its reversal come to nothing. */
function broughtForward(entries: readonly LedgerEntry[], named: ReadonlySet<string>, on: LocalDate): Line[] {
  const year = financialYearOf(on).first;
  const counting = entries.filter(({ reverses, reversedBy }) => reverses === undefined && reversedBy === undefined);
  const alone = counting.filter(({ id }) => named.has(id)).map((entry) => lineOf(entry.id, [entry]));
  const rest = counting.filter(({ id }) => !named.has(id));
  const alike = Map.groupBy(rest, ({ what, type, category, outsidePlan, of, noticeId, on: day }) =>
    JSON.stringify([what, type, category, outsidePlan, of, noticeId, day >= year]),
  );
  // No event has such an id.
  return [...[...alike.values()].map((group, at) => lineOf(`forward-${at + 1}`, group)), ...alone];
}

function lineOf(id: string, entries: readonly LedgerEntry[]): Line {
  const [first, ...others] = entries;
  if (first === undefined || first.what === 'reversal') throw new Error('A line is of entries that count');
  const { what, type, category, outsidePlan, of, noticeId, reference } = first;
  return {
    ...{ id, what, type, category, outsidePlan, of, noticeId },
    on: earliest(first.on, ...others.map((entry) => entry.on)),
    amountPence: sumOf(entries.map(({ amountPence }) => amountPence)),
    effectPence: sumOf(entries.map(({ effectPence }) => effectPence)),
    reference: others.length === 0 ? reference : undefined,
  };
}

function entryOfLine({ of, noticeId, reference, ...line }: Line): LedgerEntry {
  return { ...line, of, noticeId, reference, reverses: undefined, reversedBy: undefined };
}
