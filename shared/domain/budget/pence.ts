/** Money: whole pence, never a fraction of one and never a binary float. */
import * as z from 'zod';

/** The most that one amount can be: a hundred million pounds, far above any budget and far below where numbers stop being exact. */
export const MOST_PENCE = 10_000_000_000;

/** An amount of money: whole pence, nothing or more. */
export const penceSchema = z
  .int()
  .min(0)
  .max(MOST_PENCE)
  .meta({ description: 'An amount in whole pence', examples: [140385] });

/** An amount that moves: at least a penny. */
export const amountSchema = z
  .int()
  .min(1)
  .max(MOST_PENCE)
  .meta({ description: 'An amount in whole pence, at least one', examples: [140385] });

/** Why a text is not an amount. */
export type PenceFault =
  | 'amount-blank'
  | 'amount-format'
  | 'amount-negative'
  | 'amount-part-of-a-penny'
  | 'amount-too-large';

/** What is wrong, as the page and the report of a file say it. */
export const penceFaultWords: Readonly<Record<PenceFault, string>> = {
  'amount-blank': 'Enter an amount in pounds, like 1,403.85',
  'amount-format': 'Write the amount in pounds and pence, like 1,403.85',
  'amount-negative': 'An amount cannot be below nothing: a mistake is corrected by a reversing entry',
  'amount-part-of-a-penny': 'An amount has no more than two figures after the point',
  'amount-too-large': 'This amount is larger than any budget. Check it',
};

const plain = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * An amount as people and spreadsheets write it: `1403.85`, `£1,403.85`, `1403.8` (a spreadsheet drops the last 0),
 * `1403`. Read figure by figure, so that no penny is lost on the way. Nothing is guessed: a misplaced comma is refused.
 */
export function readPence(text: string): { readonly pence: number } | { readonly fault: PenceFault } {
  const written = text.normalize('NFKC').trim();
  if (written === '') return { fault: 'amount-blank' };
  if (/^[(\-\u2212]|^£\s*-/.test(written)) return { fault: 'amount-negative' };
  const bare = written.replace(/^£\s*/, '');
  const match = plain.exec(bare);
  if (match === null) return { fault: 'amount-format' };
  const [whole = ''] = bare.split('.');
  const figures = match[1] ?? '';
  const kept = figures.replace(/0+$/, '');
  if (kept.length > 2) return { fault: 'amount-part-of-a-penny' };
  const pounds = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (pounds.length > 9) return { fault: 'amount-too-large' };
  const pence = Number(pounds) * 100 + Number(kept.padEnd(2, '0'));
  return pence > MOST_PENCE ? { fault: 'amount-too-large' } : { pence };
}

/** `£1,403.85`, and `-£1,403.85` below nothing. */
export function formatPence(pence: number): string {
  return `${pence < 0 ? '-' : ''}£${pounds(Math.abs(pence), true)}`;
}

/** `1403.85`, as a file holds it. */
export function plainPounds(pence: number): string {
  return `${pence < 0 ? '-' : ''}${pounds(Math.abs(pence), false)}`;
}

function pounds(pence: number, grouped: boolean): string {
  const whole = String(Math.floor(pence / 100));
  const shown = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${shown}.${String(pence % 100).padStart(2, '0')}`;
}

/** The sum of some amounts. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
