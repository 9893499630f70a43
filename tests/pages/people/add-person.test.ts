/** Adding somebody: asked, checked, saved once; never a second record for one number; namesakes shown before. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { madePerson, nhsNumbers } from './made-people.ts';

let site: RunningSite;
let clinician: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  clinician = await site.signIn('clinician');
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

const answers = (more: Fields = {}): Fields => ({
  familyName: 'Adeyemi',
  givenName: 'Temitọpẹ',
  ...typedDate('birthDate', '2019-02-28'),
  ...more,
});
const add = (fields: Fields) => site.post(clinician, '/people/new', fields);

describe('adding a person', () => {
  it('asks, shows the answers, saves, and goes to the person', async () => {
    const checked = await add(
      answers({
        nhsNumber: '999 003 4664',
        flags: ['ehc-plan', 'looked-after'],
        reasonableAdjustments: 'Quiet room\nStep-free access',
        postcode: 'l8 2tf',
      }),
    );
    expect(checked.status).toBe(200);
    expect(textOf(checked)).toContain('Check your answers');
    expect(textOf(checked)).toContain('28 February 2019');
    expect(textOf(checked)).toContain('EHC plan, Looked after');
    const saved = await add(travelling(checked));
    expect(saved.status).toBe(303);
    const page = await site.get(clinician, saved.location ?? '');
    for (const text of ['ADEYEMI, Temitọpẹ', '999 003 4664', 'EHC plan', 'Quiet room; Step-free access', 'L8 2TF'])
      expect(textOf(page)).toContain(text);
    expect(page.html).toContain('<title>Person – ');
  });

  it('saves once however often it is sent', async () => {
    const checked = await add(answers({ familyName: 'Once' }));
    const sent = travelling(checked);
    const saved = await Promise.all([add(sent), add(sent), add(sent)]);
    expect(new Set(saved.map(({ location }) => location)).size).toBe(1);
    expect(saved[0]?.status).toBe(303);
  });

  it.each([
    [
      'a date that does not exist',
      { ...typedDate('birthDate', '2019-02-30') },
      'birthDate-day',
      'that month does not have that many days',
    ],
    ['a birth in the future', { ...typedDate('birthDate', '2027-01-01') }, 'birthDate-day', 'must be in the past'],
    ['no family name', { familyName: '' }, 'familyName', 'Enter the family name'],
    ['a wrong check digit', { nhsNumber: '999 003 4665' }, 'nhsNumber', 'not a valid NHS number'],
    ['a postcode that is none', { postcode: 'ABC' }, 'postcode', 'Write the postcode like'],
    ['a part of a date', { 'birthDate-month': '' }, 'birthDate-day', 'Date of birth must include a month'],
  ])('%s comes back before anything is checked, with all that was typed', async (_, wrong, field, message) => {
    const answer = await add(answers({ reasonableAdjustments: 'Quiet room', ...wrong }));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`href="#${field}"`);
    expect(textOf(answer)).toContain(message);
    expect(answer.html).toContain('Temitọpẹ');
    expect(answer.html).toContain('Quiet room');
  });

  it('keeps names of any script as they are, and escapes what a page could trip over', async () => {
    for (const [familyName, givenName] of [
      ['O’Brien-<b>Smith</b>', '"Jo" & Co'],
      ['الحسن', 'سلمى'],
      ['小雨', ''],
      ['Ọláńrewájú', 'Zoë'.normalize('NFD')],
    ] as const) {
      const checked = await add(answers({ familyName, givenName }));
      const page = await site.get(clinician, (await add(travelling(checked))).location ?? '');
      expect(textOf(page)).toContain(givenName.normalize('NFC'));
      expect(textOf(page)).toContain(familyName.toLocaleUpperCase('en-GB'));
      expect(page.html).not.toContain('<b>Smith');
      expect(page.html).not.toContain('<B>SMITH');
    }
  });

  it('does not add a second record for one number, and leads to the first', async () => {
    const holder = await madePerson(site, clinician, { familyName: 'Holder', nhsNumber: nhsNumbers[2] });
    const answer = await add(answers({ nhsNumber: '999 005 1992' }));
    expect(answer.status).toBe(409);
    expect(textOf(answer)).toContain('There is already a record with this number');
    expect(answer.html).toContain(`href="/people/${holder.id}"`);
  });

  it('shows namesakes born on the same day before it saves, and marks both afterwards', async () => {
    const first = await madePerson(site, clinician, { familyName: 'Twin', givenName: 'Ade', birthDate: '2016-06-06' });
    const checked = await add(
      answers({ familyName: 'Twin', givenName: 'Ade', ...typedDate('birthDate', '2016-06-06') }),
    );
    expect(textOf(checked)).toContain('Somebody like this has a record already');
    expect(checked.html).toContain(`href="/people/${first.id}"`);
    const page = await site.get(clinician, (await add(travelling(checked))).location ?? '');
    expect(textOf(page)).toContain('Possible duplicate.');
    expect(page.html).toContain(`href="/people/${first.id}"`);
  });

  it('refuses a form that does not carry the session’s token, and saves nothing', async () => {
    const checked = await add(answers({ familyName: 'Forged' }));
    const forged = await site.post({ ...clinician, formToken: 'guessed' }, '/people/new', travelling(checked));
    expect(forged.status).toBe(200);
    expect(textOf(forged)).toContain('Continue with your form');
  });
});
