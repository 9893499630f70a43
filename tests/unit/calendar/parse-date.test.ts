import { describe, expect, it } from 'vitest';
import { dateFaultText, parseDate } from '../../../shared/domain/calendar/parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['2026-04-08', '2026-04-08'],
    ['08/04/2026', '2026-04-08'],
    ['8/4/2026', '2026-04-08'],
    ['08-04-2026', '2026-04-08'],
    ['08.04.2026', '2026-04-08'],
    ['08-Apr-2026', '2026-04-08'],
    ['08-APR-2026', '2026-04-08'],
    ['8 April 2026', '2026-04-08'],
    ['8 Sept 2026', '2026-09-08'],
    ['29/02/2024', '2024-02-29'],
    ['  31/12/2025 ', '2025-12-31'],
    ['01-May-2025', '2025-05-01'],
  ])('reads %j as %s', (text, date) => {
    expect(parseDate(text)).toEqual({ date });
  });

  it.each([
    ['', 'blank'],
    ['   ', 'blank'],
    ['yesterday', 'format'],
    ['2026/04/08', 'format'],
    ['2026-4-8', 'format'],
    ['08/04-2026', 'format'],
    ['2026-04-08T00:00:00', 'format'],
    ['08/04/2026 00:00', 'format'],
    ['45000', 'format'],
    ['08042026', 'format'],
    ['08/04/026', 'format'],
    ['٠٨/٠٤/٢٠٢٦', 'format'],
    ['08/04/26', 'two-digit-year'],
    ['08-Apr-26', 'two-digit-year'],
    ['04/13/2026', 'no-such-month'],
    ['2026-13-01', 'no-such-month'],
    ['2026-00-01', 'no-such-month'],
    ['08-Foo-2026', 'no-such-month'],
    ['30/02/2026', 'no-such-day'],
    ['29-Feb-2025', 'no-such-day'],
    ['31/04/2026', 'no-such-day'],
    ['2026-02-30', 'no-such-day'],
    ['00/04/2026', 'no-such-day'],
  ] as const)('refuses %j: %s', (text, fault) => {
    expect(parseDate(text)).toEqual({ fault });
    expect(dateFaultText[fault]).toMatch(/^[A-Z][^.]+$/);
  });
});
