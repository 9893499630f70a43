/** A row of a ledger as it is sent, and what became of it. */
import * as z from 'zod';
import { type LedgerField, ledgerFields } from './columns.ts';
import type { LedgerRowError } from './read-row.ts';

/** The most rows that are brought in at once: far inside the time that one call has. */
export const MOST_LEDGER_ROWS = 500;
const MOST_CHARACTERS = 200;

export const ledgerRowSchema = z.strictObject({
  /** Its place in the file, 1 for the first row of data. */
  row: z.int().min(1).max(1_000_000),
  cells: z.partialRecord(
    z.enum(ledgerFields as readonly [LedgerField, ...LedgerField[]]),
    z.string().max(MOST_CHARACTERS),
  ),
});
export type LedgerRow = Readonly<z.output<typeof ledgerRowSchema>>;

/** `known`: it was recorded before, by whoever it was; nothing more is done. */
export const ledgerOutcomes = ['recorded', 'known', 'rejected'] as const;
export type LedgerOutcome = (typeof ledgerOutcomes)[number];

export interface LedgerRowResult {
  readonly row: number;
  readonly outcome: LedgerOutcome;
  readonly errors: readonly LedgerRowError[];
}
