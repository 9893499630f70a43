import { describe, expect, it } from 'vitest';
import { numberSeal, SEALED_NUMBER } from '../../../shared/adapters/crypto/number-seal.ts';
import { UnreadableItem } from '../../../shared/adapters/dynamodb/stored-item.ts';
import { personItem, personOf } from '../../../shared/adapters/dynamodb/stored-person.ts';
import { samplePerson } from '../../contract/samples.ts';

const NUMBER = '9990000018';
const seal = numberSeal('a first key');
const keyed = (text: string) => `hash of ${text.length}`;

describe('a sealed number', () => {
  it('opens to what was sealed, and never looks the same twice', () => {
    const sealed = [seal.seal(NUMBER, 'here'), seal.seal(NUMBER, 'here')];
    expect(new Set(sealed).size).toBe(2);
    for (const one of sealed) {
      expect(one).toMatch(SEALED_NUMBER);
      expect(seal.open(one, 'here')).toBe(NUMBER);
    }
  });

  it('opens under no other key, about nothing else, and not when it was altered', () => {
    const sealed = seal.seal(NUMBER, 'here');
    expect(() => numberSeal('another key').open(sealed, 'here')).toThrow();
    expect(() => seal.open(sealed, 'elsewhere')).toThrow();
    for (let at = 2; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'Q' : 'A';
      const altered = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
      // The last character holds bits that stand for nothing.
      if (Buffer.from(altered.slice(2), 'base64url').equals(Buffer.from(sealed.slice(2), 'base64url'))) continue;
      expect(() => seal.open(altered, 'here'), `altered at ${at}`).toThrow();
    }
    expect(() => seal.open(`7${sealed.slice(1)}`, 'here')).toThrow('a key that is not here');
  });

  it('moves to a new key by adding one: what was sealed before still opens, what is sealed now needs the new one', () => {
    const before = seal.seal(NUMBER, 'here');
    const rotated = numberSeal('a first key', { 1: 'a second key', 12: 'the newest key' });
    expect(rotated.open(before, 'here')).toBe(NUMBER);
    const after = rotated.seal(NUMBER, 'here');
    expect(after.startsWith('12.')).toBe(true);
    expect(rotated.open(after, 'here')).toBe(NUMBER);
    expect(() => seal.open(after, 'here')).toThrow('a key that is not here');
  });
});

describe('a stored person', () => {
  const sample = samplePerson('liverpool');
  const person = { ...sample, details: { ...sample.details, nhsNumber: NUMBER } };
  const item = personItem(person, { keyed, seal });

  it('holds the number nowhere that can be read, and opens with the key', () => {
    expect(JSON.stringify(item)).not.toContain(NUMBER);
    expect(personOf('liverpool', item, seal)).toEqual(person);
  });

  it('is unreadable under another key, or with the number of somebody else, and says so with its key and no value', () => {
    const other = personItem({ ...person, id: `${person.id.slice(0, -1)}_` }, { keyed, seal });
    const swapped = { ...item, details: { ...item.details, nhsNumber: other.details.nhsNumber } };
    for (const read of [
      () => personOf('liverpool', item, numberSeal('another key')),
      () => personOf('liverpool', swapped, seal),
    ]) {
      expect(read).toThrow(UnreadableItem);
      expect(read).toThrow(`${item.pk} ${item.sk}`);
      expect(read).not.toThrow(NUMBER);
    }
  });

  it('has no number for those without a key', () => {
    expect(personOf('liverpool', item, undefined)).toEqual({
      ...person,
      details: { ...person.details, nhsNumber: null },
    });
  });

  it('written before numbers were sealed is read as it is', () => {
    const old = { ...item, schema: 1, details: { ...item.details, nhsNumber: NUMBER } };
    expect(personOf('liverpool', old, seal)).toEqual(person);
  });
});
