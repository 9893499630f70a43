import { describe, expect, it } from 'vitest';
import { formatPence, plainPounds, readPence } from '../../../shared/domain/budget/pence.ts';

describe('Amounts of money as they are written', () => {
  it.each([
    ['1403.85', 140_385],
    ['£1,403.85', 140_385],
    [' £ 12 '.replace(' 12', '12'), 1_200],
    ['1403.8', 140_380],
    ['0.07', 7],
    ['1,000,000', 100_000_000],
    ['0035.100', 3_510],
    ['１２.５０', 1_250],
    ['100000000', 10_000_000_000],
  ])('%s', (text, pence) => {
    expect(readPence(text)).toEqual({ pence });
  });

  it.each([
    ['', 'amount-blank'],
    ['  ', 'amount-blank'],
    ['-5', 'amount-negative'],
    ['−5', 'amount-negative'],
    ['(5.00)', 'amount-negative'],
    ['£-5', 'amount-negative'],
    ['1.005', 'amount-part-of-a-penny'],
    ['1,40.85', 'amount-format'],
    ['12,34', 'amount-format'],
    ['1.403,85', 'amount-format'],
    ['12 pounds', 'amount-format'],
    ['1e3', 'amount-format'],
    ['=1+1', 'amount-format'],
    ['100000000.01', 'amount-too-large'],
    ['99999999999999999999', 'amount-too-large'],
  ])('%s is refused: %s', (text, fault) => {
    expect(readPence(text)).toEqual({ fault });
  });

  it.each([
    [0, '£0.00', '0.00'],
    [7, '£0.07', '0.07'],
    [140_385, '£1,403.85', '1403.85'],
    [100_000_000, '£1,000,000.00', '1000000.00'],
    [-35_000, '-£350.00', '-350.00'],
  ])('%i pence is shown as %s and kept as %s', (pence, shown, plain) => {
    expect([formatPence(pence), plainPounds(pence)]).toEqual([shown, plain]);
  });
});
