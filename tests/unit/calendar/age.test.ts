import { describe, expect, it } from 'vitest';
import { ageOn, birthday, inScope, rightsTimeline } from '../../../shared/domain/calendar/age.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

describe('Age', () => {
  it.each([
    ['2000-02-29', '2025-02-28', 24],
    ['2000-02-29', '2025-03-01', 25],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-11-22', '2026-11-21', 25],
    ['2000-11-22', '2026-11-22', 26],
    ['2008-02-29', '2024-02-29', 16],
    ['2025-01-01', '2025-01-01', 0],
    ['2025-01-02', '2025-01-01', -1],
  ])('born %s, on %s: %i', (born, day, age) => {
    expect(ageOn(localDate(born), localDate(day))).toBe(age);
  });

  it.each([
    ['2000-11-22', '2026-11-21', true],
    ['2000-11-22', '2026-11-22', false],
    ['2000-02-29', '2026-02-28', true],
    ['2000-02-29', '2026-03-01', false],
    ['2026-11-22', '2026-11-22', true],
    ['2026-11-23', '2026-11-22', false],
  ])('born %s, received %s: in scope is %s', (born, received, expected) => {
    expect(inScope(localDate(born), localDate(received))).toBe(expected);
  });

  it('a birthday on 29 February falls on 1 March in other years', () => {
    expect([11, 12, 16].map((age) => birthday(localDate('2012-02-29'), age))).toEqual([
      '2023-03-01',
      '2024-02-29',
      '2028-02-29',
    ]);
  });

  it('refuses an age past the end of the calendar', () => {
    expect(() => birthday(localDate('9990-01-01'), 11)).toThrow(expect.objectContaining({ code: 'age-out-of-range' }));
  });
});

describe('Rights timeline', () => {
  const columns = [
    'eleventh',
    'inviteFrom',
    'healthConsentFrom',
    'schoolLeaving',
    'sendRightsFrom',
    'eighteenth',
    'twentyFifth',
  ];
  it.each([
    ['F9-01', '2010-03-15', '2021-03-15 2025-09-15 2026-03-15 2026-06-26 2026-06-27 2028-03-15 2035-03-15'],
    ['F9-02', '2009-08-15', '2020-08-15 2025-02-15 2025-08-15 2025-06-27 2025-06-28 2027-08-15 2034-08-15'],
    ['F9-03', '2009-09-01', '2020-09-01 2025-03-01 2025-09-01 2026-06-26 2026-06-27 2027-09-01 2034-09-01'],
    ['F9-08', '2009-11-03', '2020-11-03 2025-05-03 2025-11-03 2026-06-26 2026-06-27 2027-11-03 2034-11-03'],
    ['leap day', '2008-02-29', '2019-03-01 2023-08-29 2024-02-29 2024-06-28 2024-06-29 2026-03-01 2033-03-01'],
    ['30 June', '2011-06-30', '2022-06-30 2026-12-30 2027-06-30 2027-06-25 2027-06-26 2029-06-30 2036-06-30'],
    ['31 August', '2008-08-31', '2019-08-31 2024-02-29 2024-08-31 2024-06-28 2024-06-29 2026-08-31 2033-08-31'],
    ['1 September', '2008-09-01', '2019-09-01 2024-03-01 2024-09-01 2025-06-27 2025-06-28 2026-09-01 2033-09-01'],
    ['New Year’s Eve', '2012-12-31', '2023-12-31 2028-06-30 2028-12-31 2029-06-29 2029-06-30 2030-12-31 2037-12-31'],
  ])('%s born %s', (_id, born, expected) => {
    const days = expected.split(' ');
    expect(rightsTimeline(localDate(born))).toEqual(Object.fromEntries(columns.map((name, at) => [name, days[at]])));
  });
});
