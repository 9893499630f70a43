/** Emergency access on pages: asked with a reason, used, ended, reviewed; and nothing that says whether there is a record. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { madePerson, madeReferral, nhsNumbers } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';

const [RESTRICTED_NUMBER, NOBODYS_NUMBER] = nhsNumbers;
const reason = 'The child is in the emergency department and cannot speak';

let site: RunningSite;
let outsider: SignedIn;
let officer: SignedIn;
let restricted: string;

beforeAll(async () => {
  site = await RunningSite.open();
  const insider = await site.signIn('clinician');
  outsider = await site.signIn('clinician', { services: ['salt'] });
  officer = await site.signIn('audit-officer', { services: [] });
  const who = { familyName: 'Verborgen', flags: ['restricted'], nhsNumber: RESTRICTED_NUMBER };
  restricted = (await madePerson(site, insider, who)).id;
  await madeReferral(site, insider, restricted, { queue: 'OT' });
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

/** Asks, checks and saves; answers where it led. */
async function asked(who: SignedIn, nhsNumber: string): Promise<string> {
  const checked = await site.post(who, '/people/emergency-access', { nhsNumber, reason });
  expect(textOf(checked)).toContain('Check your answers');
  const saved = await site.post(who, '/people/emergency-access', travelling(checked));
  expect(saved.status).toBe(303);
  return saved.location ?? '';
}

describe('asking for emergency access', () => {
  it('is offered to whoever looks for people, whether or not anything was found', async () => {
    const offer = 'ask for emergency access';
    expect(textOf(await site.get(outsider, '/people/find'))).toContain(offer);
    for (const nhsNumber of [RESTRICTED_NUMBER, NOBODYS_NUMBER]) {
      const found = await site.post(outsider, '/people/find', { by: 'nhs-number', nhsNumber });
      expect(textOf(found)).toContain('Nobody was found');
      expect(textOf(found)).toContain(offer);
    }
    const manager = await site.signIn('data-manager');
    expect(textOf(await site.get(manager, '/people/find'))).not.toContain(offer);
    expect((await site.get(manager, '/people/emergency-access')).status).toBe(403);
  });

  it('looks alike for a number that somebody has and one that nobody has, until the record is opened', async () => {
    const who = await site.signIn('administrator', { services: ['salt'] });
    const [one, other] = [await asked(who, RESTRICTED_NUMBER), await asked(who, NOBODYS_NUMBER)];
    const [granted, vain] = [await site.get(who, one), await site.get(who, other)];
    expect(textOf(granted)).toBe(textOf(vain));
    expect(textOf(granted)).toContain('Until 10:00 on 2 November 2026');
    const opened = await site.get(who, `${one}/open`);
    expect([opened.status, opened.location]).toEqual([303, `/people/${restricted}`]);
    const nothing = await site.get(who, `${other}/open`);
    expect([nothing.status, textOf(nothing).includes('There is no record to open')]).toEqual([404, true]);
    const record = await site.get(who, `/people/${restricted}`);
    expect(textOf(record)).toContain('You see this record until 10:00');
    expect(textOf(record)).toContain('VERBORGEN');
    expect(textOf(record)).not.toContain('Change details');
    expect((await site.get(outsider, `/people/${restricted}`)).status).toBe(404);
    expect((await site.get(outsider, one)).status).toBe(404);
  });

  it('wants a number that can be one, and a reason', async () => {
    const send = (fields: Fields) => site.post(outsider, '/people/emergency-access', fields);
    for (const [fields, field, message] of [
      [{ nhsNumber: '', reason }, 'nhsNumber', 'Enter the NHS number'],
      [{ nhsNumber: '999 001 7337', reason }, 'nhsNumber', 'not a valid NHS number'],
      [{ nhsNumber: RESTRICTED_NUMBER, reason: '' }, 'reason', 'Enter why you need the record now'],
      [{ nhsNumber: RESTRICTED_NUMBER, reason: 'urgent' }, 'reason', 'in 10 to 500 characters'],
    ] as const) {
      const answer = await send(fields);
      expect(answer.status).toBe(422);
      expect(answer.html).toContain(`href="#${field}"`);
      expect(textOf(answer)).toContain(message);
    }
  });

  it('puts the number into no address', () => {
    for (const address of site.addresses) for (const number of nhsNumbers) expect(address).not.toContain(number);
  });
});

describe('reviewing an emergency access', () => {
  it('shows who, why and what was seen; takes an outcome; and says when a review is overdue', async () => {
    const who = await site.signIn('clinician', { services: ['salt'] });
    const granted = await asked(who, RESTRICTED_NUMBER);
    await site.get(who, `/people/${restricted}`);
    const path = `/audit/emergency-access/${who.staffId}/${granted.split('/').at(-1)}`;
    const list = await site.get(officer, '/audit/emergency-access');
    expect(list.html).toContain(`href="${path}"`);
    expect(textOf(list)).toContain('Robin Somebody');
    const asking = await site.get(officer, path);
    expect(textOf(asking)).toContain(reason);
    expect(textOf(asking)).toContain('Opened the record, 2 Nov 2026, 09:00');
    const unanswered = await site.post(officer, path, travelling(asking));
    expect([unanswered.status, textOf(unanswered).includes('Select what you make of it')]).toEqual([422, true]);
    const answers = { ...travelling(asking), outcome: 'follow-up', note: 'Spoke to the ward' };
    const checked = await site.post(officer, path, answers);
    expect(textOf(checked)).toContain('Needs follow-up');
    const saved = await site.post(officer, path, travelling(checked));
    expect(saved.location).toBe('/audit/emergency-access?saved=yes');
    expect((await site.get(officer, '/audit/emergency-access')).html).not.toContain(`href="${path}"`);
    const reviewed = await site.get(officer, '/audit/emergency-access?which=reviewed');
    expect(reviewed.html).toContain(`href="${path}"`);
    expect(textOf(await site.get(officer, path))).toContain('Spoke to the ward');
    const other = await site.signIn('clinician', { services: ['salt'] });
    await asked(other, NOBODYS_NUMBER);
    site.today = '2026-11-06';
    try {
      const later = await site.signIn('audit-officer');
      expect(textOf(await site.get(later, '/audit/emergency-access'))).toContain('Review overdue');
    } finally {
      site.today = '2026-11-02';
    }
  });
});
