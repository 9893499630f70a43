/** Changing somebody's details, alone and while somebody else does. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { madePerson, nhsNumbers } from './made-people.ts';

let site: RunningSite;
let first: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  first = await site.signIn('clinician');
  second = await site.signIn('administrator');
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

let made = 0;
async function somebody() {
  made += 1;
  return madePerson(site, first, {
    familyName: `Edited${made}`,
    postcode: 'L1 8JQ',
    localId: `LP-E${made}`,
    reasonableAdjustments: ['Quiet room'],
    flags: ['sen-support'],
    ...(made === 1 ? { nhsNumber: nhsNumbers[3] } : {}),
  });
}

/** The form as somebody has it open: everything in it, ready to send with changes. */
async function opened(who: SignedIn, id: string, details: Record<string, unknown>) {
  const form = await site.get(who, `/people/${id}/edit`);
  const typed = {
    familyName: String(details['familyName']),
    givenName: 'Wei',
    ...typedDate('birthDate', '2018-10-16'),
    localId: String(details['localId']),
    noNhsNumberReason: 'not-known',
    postcode: 'L1 8JQ',
    ethnicCategory: '99',
    reasonableAdjustments: 'Quiet room',
    flags: ['sen-support'],
  };
  return (changes: Fields) => site.post(who, `/people/${id}/edit`, { ...travelling(form), ...typed, ...changes });
}

describe('changing details', () => {
  it('shows them as they are, and saves what was changed and nothing else', async () => {
    const person = await somebody();
    const form = await site.get(first, `/people/${person.id}/edit`);
    expect(form.html).toContain('value="999 006 9328"');
    const checked = await site.post(first, `/people/${person.id}/edit`, {
      ...travelling(form),
      familyName: person.details.familyName,
      givenName: 'Wei',
      ...typedDate('birthDate', '2018-10-16'),
      nhsNumber: '9990069328',
      localId: person.details.localId ?? '',
      postcode: 'L8 2TF',
      ethnicCategory: '99',
      reasonableAdjustments: 'Quiet room',
      flags: ['sen-support'],
    });
    expect(textOf(checked)).toContain('You are changing: postcode.');
    const saved = await site.post(first, `/people/${person.id}/edit`, travelling(checked));
    expect(saved.location).toBe(`/people/${person.id}?changed=yes`);
    const page = await site.get(first, saved.location ?? '');
    expect(textOf(page)).toContain('The details have been changed');
    expect(textOf(page)).toContain('Details changed 2 November 2026 · by you, as clinician postcode');
    const kept = await site.deps.people.get('liverpool', person.id);
    expect(kept?.details).toEqual({ ...person.details, postcode: 'L8 2TF' });
  });

  it('says so when nothing was changed', async () => {
    const person = await somebody();
    const answer = await (await opened(first, person.id, person.details))({});
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('You have not changed anything');
  });
});

describe('two people at once', () => {
  it('different details: both are kept, and the second is told', async () => {
    const person = await somebody();
    const mine = await opened(first, person.id, person.details);
    const theirs = await opened(second, person.id, person.details);
    await saved(second, person.id, await theirs({ postcode: 'L9 9ZZ' }));
    const checked = await mine({ reasonableAdjustments: 'Quiet room\nLonger appointment' });
    const conflict = await site.post(first, `/people/${person.id}/edit`, travelling(checked));
    expect(conflict.status).toBe(412);
    expect(textOf(conflict)).toContain('by somebody acting as administrator');
    expect(textOf(conflict)).toContain('L9 9ZZ Before: L1 8JQ');
    expect(textOf(conflict)).toContain('You changed different things, so both can be kept.');
    const again = await site.post(first, `/people/${person.id}/edit`, travelling(conflict));
    expect(textOf(again)).toContain('You are changing: reasonable adjustments.');
    await saved(first, person.id, again);
    const kept = await site.deps.people.get('liverpool', person.id);
    expect(kept?.details.postcode).toBe('L9 9ZZ');
    expect(kept?.details.reasonableAdjustments).toEqual(['Quiet room', 'Longer appointment']);
  });

  it.each([
    ['theirs', 'L9 9ZZ', 'Changed'],
    ['yours', 'L7 7YY', 'Changed'],
  ])('the same detail: %s is kept as chosen', async (choice, expected, givenName) => {
    const person = await somebody();
    const mine = await opened(first, person.id, person.details);
    const theirs = await opened(second, person.id, person.details);
    await saved(second, person.id, await theirs({ postcode: 'L9 9ZZ' }));
    const checked = await mine({ postcode: 'L7 7YY', givenName });
    const conflict = await site.post(first, `/people/${person.id}/edit`, travelling(checked));
    expect(conflict.status).toBe(412);
    expect(textOf(conflict)).toContain('Choose what to keep');
    expect(conflict.html).toContain('name="choice-postcode"');
    expect(conflict.html).not.toContain('name="choice-givenName"');
    const again = await site.post(first, `/people/${person.id}/edit`, {
      ...travelling(conflict),
      'choice-postcode': choice,
    });
    await saved(first, person.id, again);
    const kept = await site.deps.people.get('liverpool', person.id);
    expect(kept?.details.postcode).toBe(expected);
    expect(kept?.details.givenName).toBe('Changed');
  });

  it('details as opened cannot be altered on the way', async () => {
    const person = await somebody();
    const mine = await opened(first, person.id, person.details);
    const answer = await mine({ opened: 'A'.repeat(60), postcode: 'L7 7YY' });
    expect(answer.status).toBe(400);
  });
});

async function saved(who: SignedIn, id: string, checked: Awaited<ReturnType<RunningSite['get']>>) {
  expect(textOf(checked)).toContain('Check your answers');
  const answer = await site.post(who, `/people/${id}/edit`, travelling(checked));
  expect(answer.status).toBe(303);
}
