import { describe, expect, it } from 'vitest';
import { catalogue, checkedEvent, personEventType, referralEventType } from '../../../events/catalogue.ts';
import { referralEventKinds } from '../../../shared/domain/referral/event.ts';

describe('the catalogue of published events', () => {
  it('has every kind of event of a referral and of a person', () => {
    for (const kind of referralEventKinds) expect(catalogue.has(referralEventType(kind)), kind).toBe(true);
    expect(catalogue.has(personEventType('created'))).toBe(true);
    expect(catalogue.has(personEventType('changed'))).toBe(true);
  });

  it.each([...catalogue.keys()])('%s has a valid example, and takes nothing that it does not name', (type) => {
    const entry = catalogue.get(type);
    if (entry === undefined) throw new Error('it is not there');
    expect(entry.schema.parse(entry.example)).toEqual(entry.example);
    expect(entry.example.type).toBe(type);
    const { example } = entry;
    const told = { ...example, data: { ...example.data, familyName: 'Okafor' } };
    expect(entry.schema.safeParse(told).success).toBe(false);
    expect(entry.schema.safeParse({ ...example, subject: 'Wei Okafor' }).success).toBe(false);
    expect(entry.schema.safeParse({ ...example, type: 'another.v1' }).success).toBe(false);
  });

  it('refuses what is not in it', () => {
    const [entry] = catalogue.values();
    if (entry === undefined) throw new Error('the catalogue is empty');
    expect(() => checkedEvent({ ...entry.example, type: 'person.renamed.v1' })).toThrow('not published');
  });
});
