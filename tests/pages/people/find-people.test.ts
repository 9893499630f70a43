/** Finding somebody: by number, by name, by local id; nobody, several, and people whom one may not know of. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { madePerson, madeReferral, nhsNumbers } from './made-people.ts';

let site: RunningSite;
let clinician: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  clinician = await site.signIn('clinician');
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

const find = (who: SignedIn, fields: Record<string, string>) => site.post(who, '/people/find', fields);

describe('by NHS number', () => {
  it.each(['999 001 7336', '9990017336', ' 999-001-7336 '])(
    'goes to the person however %j is spaced, and the number stands in no address',
    async (nhsNumber) => {
      const person = (await madeOnce()).id;
      const answer = await find(clinician, { by: 'nhs-number', nhsNumber });
      expect(answer.status).toBe(303);
      expect(answer.location).toBe(`/people/${person}`);
      expect(site.addresses.join('\n')).not.toMatch(/999.?001/);
    },
  );

  it.each([
    ['999 001 7337', 'This is not a valid NHS number: check each digit'],
    ['12345', 'An NHS number has 10 digits, like 999 000 0018'],
    ['401 023 2137', 'This NHS number cannot be used in this system'],
    ['', 'Enter an NHS number, or find the person by name and date of birth'],
  ])('%j comes back with what is wrong and what was typed', async (nhsNumber, message) => {
    const answer = await find(clinician, { by: 'nhs-number', nhsNumber });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Error: Find a person');
    expect(textOf(answer)).toContain(message);
    expect(answer.html).toContain('href="#nhsNumber"');
    if (nhsNumber !== '') expect(answer.html).toContain(`value="${nhsNumber}"`);
  });
});

describe('by name and date of birth', () => {
  it('shows everybody who fits, accents and capitals aside, the best first, and marks possible duplicates', async () => {
    const first = await madePerson(site, clinician, {
      familyName: 'Müller',
      givenName: 'Ana',
      birthDate: '2017-05-02',
    });
    const twin = await madePerson(site, clinician, { familyName: 'Müller', givenName: 'Ana', birthDate: '2017-05-02' });
    const answer = await find(clinician, {
      by: 'name',
      familyName: 'MULLER',
      ...plain(typedDate('birthDate', '2017-05-02')),
    });
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toContain('2 records found');
    for (const { id } of [first, twin]) expect(answer.html).toContain(`href="/people/${id}"`);
    expect(textOf(answer).split('Possible duplicate')).toHaveLength(3);
    expect(answer.html).not.toContain('<title>Müller');
  });

  it('goes to the only one', async () => {
    const person = await madePerson(site, clinician, { familyName: 'Zieliński', birthDate: '2013-08-30' });
    const answer = await find(clinician, {
      by: 'name',
      familyName: 'zielin',
      ...plain(typedDate('birthDate', '2013-08-30')),
    });
    expect(answer.location).toBe(`/people/${person.id}`);
  });

  it('refuses 30 February and says so beside the date', async () => {
    const answer = await find(clinician, {
      by: 'name',
      familyName: 'Smith',
      ...plain(typedDate('birthDate', '2015-02-30')),
    });
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('that month does not have that many days');
    expect(answer.html).toContain('href="#birthDate-day"');
    expect(answer.html).toContain('value="Smith"');
  });

  it('says that nobody was found, and carries what was typed into a new record without an address', async () => {
    const answer = await find(clinician, {
      by: 'name',
      familyName: 'Nobody-Yet',
      ...plain(typedDate('birthDate', '2014-04-04')),
    });
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toContain('Nobody was found');
    const form = await site.post(clinician, '/people/new', travelling(answer));
    expect(form.status).toBe(200);
    expect(form.html).toContain('value="Nobody-Yet"');
    expect(form.html).toMatch(/name="birthDate-year"[^>]*value="2014"/);
    expect(site.addresses.join('\n')).not.toContain('Nobody-Yet');
  });
});

describe('whom one may not know of', () => {
  it('a restricted person of another service is not found, as if there were none', async () => {
    const person = await madePerson(site, clinician, {
      familyName: 'Hidden',
      birthDate: '2012-12-12',
      localId: 'LP-HIDDEN',
      flags: ['restricted'],
    });
    await madeReferral(site, clinician, person.id, { queue: 'ASD' });
    const other = await site.signIn('clinician', { services: ['salt'] });
    const none = await find(other, { by: 'local-id', localId: 'LP-NOBODY' });
    const hidden = await find(other, { by: 'local-id', localId: 'LP-HIDDEN' });
    expect(textOf(hidden)).toContain('Nobody was found');
    expect(textOf(hidden)).toBe(textOf(none).replaceAll('LP-NOBODY', 'LP-HIDDEN'));
    expect((await find(clinician, { by: 'local-id', localId: 'LP-HIDDEN' })).location).toBe(`/people/${person.id}`);
    const page = await site.get(other, `/people/${person.id}`);
    const absent = await site.get(other, `/people/${'x'.repeat(16)}`);
    expect(page.status).toBe(404);
    expect(withoutReference(page.html)).toBe(withoutReference(absent.html));
  });

  it('a commissioner finds nobody: the page is not theirs', async () => {
    const commissioner = await site.signIn('commissioner');
    expect((await site.get(commissioner, '/people/find')).status).toBe(403);
    expect((await find(commissioner, { by: 'nhs-number', nhsNumber: nhsNumbers[0] })).status).toBe(403);
  });

  it('another place finds nobody', async () => {
    await madeOnce();
    const elsewhere = await site.signIn('administrator', { place: 'cheshire-east' });
    const answer = await find(elsewhere, { by: 'nhs-number', nhsNumber: nhsNumbers[0] });
    expect(textOf(answer)).toContain('Nobody was found');
  });
});

let once: Awaited<ReturnType<typeof madePerson>> | undefined;
async function madeOnce() {
  once ??= await madePerson(site, clinician, { nhsNumber: nhsNumbers[0] });
  return once;
}

function plain(fields: ReturnType<typeof typedDate>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}

function withoutReference(html: string): string {
  return html.replaceAll(/request-\d+/g, 'request').replaceAll(/data-[a-z-]*seconds="\d+"/g, '');
}
