/** The ledger of a budget: what moved, and what is left. Nothing here is stored; it is added up from the events each time. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { BudgetType } from './budget-type.ts';
import type { BudgetFacts } from './facts.ts';

/** One line of the ledger. */
export interface LedgerEntry {
  readonly id: string;
  readonly on: LocalDate;
  readonly what: 'payment' | 'spent' | 'returned' | 'reversal';
  readonly type: BudgetType;
  /** As recorded: always more than nothing. */
  readonly amountPence: number;
  /** What it does to the balance: a payment adds, spending and giving back take away, a reversal does the opposite of what it reverses. */
  readonly effectPence: number;
  /** The purpose in the plan, of what was spent; null for outside it, and for everything else. */
  readonly category: string | null;
  readonly outsidePlan: boolean;
  readonly of: 'surplus' | 'outside-plan' | undefined;
  readonly noticeId: string | undefined;
  readonly reference: string | undefined;
  /** The entry it takes out, of a reversal. */
  readonly reverses: string | undefined;
  /** The entry that takes it out, where one does. */
  readonly reversedBy: string | undefined;
}

/** What one way of holding the budget comes to. */
export interface Pocket {
  readonly type: BudgetType;
  readonly paidPence: number;
  readonly spentPence: number;
  /** Of what was spent, what was outside the plan. */
  readonly outsidePlanPence: number;
  /** Unspent money that was given back. */
  readonly returnedPence: number;
  /** Of what was spent outside the plan, what was given back since. */
  readonly outsidePlanReturnedPence: number;
  readonly committedPence: number;
  /** Paid, less spent, less given back. Of a notional budget, which holds no money, always nothing. */
  readonly balancePence: number;
}

type MoneyFacts = BudgetFacts<'payment-made' | 'spent' | 'money-returned'>;

/** An entry of the ledger from what was recorded. */
export function entryOf(id: string, on: LocalDate, facts: MoneyFacts): LedgerEntry {
  const common = { id, on, type: facts.type, amountPence: facts.amountPence, reference: facts.reference } as const;
  const rest = { reverses: undefined, reversedBy: undefined } as const;
  switch (facts.kind) {
    case 'payment-made':
      return { ...common, ...rest, what: 'payment', effectPence: facts.amountPence, ...ofNothing };
    case 'spent':
      return {
        ...common,
        ...rest,
        ...ofNothing,
        what: 'spent',
        effectPence: facts.type === 'notional' ? 0 : -facts.amountPence,
        category: facts.category,
        outsidePlan: facts.category === null,
      };
    case 'money-returned':
      return {
        ...common,
        ...rest,
        ...ofNothing,
        what: 'returned',
        effectPence: facts.of === 'surplus' ? -facts.amountPence : 0,
        of: facts.of,
        noticeId: facts.noticeId,
      };
  }
}

const ofNothing = { category: null, outsidePlan: false, of: undefined, noticeId: undefined } as const;

/** The entry that takes another out: same amount, opposite effect. */
export function reversalOf(id: string, on: LocalDate, entry: LedgerEntry): LedgerEntry {
  return {
    ...entry,
    id,
    on,
    what: 'reversal',
    effectPence: 0 - entry.effectPence,
    reference: undefined,
    reverses: entry.id,
    reversedBy: undefined,
  };
}

/** What the entries of one type come to. Whatever was reversed counts for nothing; the balance is the sum of every effect, reversals included. */
export function pocketOf(type: BudgetType, entries: readonly LedgerEntry[], committedPence: number): Pocket {
  const sums = { paidPence: 0, spentPence: 0, outsidePlanPence: 0, returnedPence: 0, outsidePlanReturnedPence: 0 };
  let balancePence = 0;
  for (const entry of entries) {
    if (entry.type !== type) continue;
    balancePence += entry.effectPence;
    if (entry.reverses !== undefined || entry.reversedBy !== undefined) continue;
    if (entry.what === 'payment') sums.paidPence += entry.amountPence;
    if (entry.what === 'spent') sums.spentPence += entry.amountPence;
    if (entry.outsidePlan) sums.outsidePlanPence += entry.amountPence;
    if (entry.of === 'surplus') sums.returnedPence += entry.amountPence;
    if (entry.of === 'outside-plan') sums.outsidePlanReturnedPence += entry.amountPence;
  }
  return { type, ...sums, committedPence, balancePence };
}

/** What was spent outside the plan and not yet given back. */
export function outsidePlanOwed({ outsidePlanPence, outsidePlanReturnedPence }: Pocket): number {
  return outsidePlanPence - outsidePlanReturnedPence;
}
