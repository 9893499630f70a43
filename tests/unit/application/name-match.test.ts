import { describe, expect, it } from 'vitest';
import { foldName, nameFit } from '../../../shared/domain/person/name-match.ts';

describe('names', () => {
  it.each([
    ['Ó Súilleabháin', 'o suilleabhain'],
    ['Fernández-Gómez', 'FERNANDEZ GOMEZ'],
    ['O’Brien', "O'Brien"],
    ['Öztürk', 'Ozturk'],
    ['سلمى', 'سلمى'],
    ['李小龍', '李 小龍'],
  ])('%s and %s are compared as one', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it.each([
    ['Taylor', 'Tyler'],
    ['Wei', 'Wai'],
    ['李', '王'],
  ])('%s and %s are two', (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });

  it('fit wholly, by their beginning, or not', () => {
    const person = { familyName: 'Okafor', givenName: 'Wei' };
    expect(nameFit(person, { familyName: 'okafor' })).toBe(2);
    expect(nameFit(person, { familyName: 'Okafor', givenName: 'W' })).toBe(1);
    expect(nameFit(person, { familyName: 'Oka', givenName: 'Wei' })).toBe(1);
    expect(nameFit(person, { familyName: 'Okafor', givenName: 'Bo' })).toBe(0);
    expect(nameFit(person, { familyName: '-' })).toBe(0);
  });
});
