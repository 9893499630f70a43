/** The statement of an account: what it held, every movement of some days, what it holds; so that a reader can add it up. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { BudgetType } from './budget-type.ts';
import type { LedgerEntry } from './ledger.ts';
import { sumOf } from './pence.ts';

export interface StatementLine {
  readonly entry: LedgerEntry;
  /** What the account holds after it. */
  readonly balancePence: number;
}

export interface Statement {
  readonly type: BudgetType;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly openingPence: number;
  readonly lines: readonly StatementLine[];
  readonly closingPence: number;
}

/** The statement of one type from one day to another, both included, in the order things happened. */
export function statementOf(
  entries: readonly LedgerEntry[],
  type: BudgetType,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Statement {
  const own = entries
    .filter((entry) => entry.type === type)
    .map((entry, index) => ({ entry, index }))
    .toSorted((a, b) => (a.entry.on < b.entry.on ? -1 : a.entry.on > b.entry.on ? 1 : a.index - b.index))
    .map(({ entry }) => entry);
  const openingPence = sumOf(own.filter(({ on }) => on < from).map(({ effectPence }) => effectPence));
  let balancePence = openingPence;
  const lines = own
    .filter(({ on }) => on >= from && on <= to)
    .map((entry): StatementLine => {
      balancePence += entry.effectPence;
      return { entry, balancePence };
    });
  return { type, from, to, openingPence, lines, closingPence: balancePence };
}
