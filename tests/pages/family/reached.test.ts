/** How families are reached, on their own pages: what they choose, an address and the code that shows it to be theirs. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordUnreached } from '../../../shared/application/family-access/record-unreached.ts';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { newMessage, undeliveredMessage } from '../../../shared/domain/message/message.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { madePerson, madeReferral } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { isFitAt } from './fit.ts';
import { invited, letIn } from './let-in.ts';

let site: RunningSite;
let browser: Browser;
let staff: SignedIn;
beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  staff = await site.signIn('administrator', { services: ['salt', 'family-liaison'] });
});
afterEach(() => site.foresawEverything());
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

let made = 0;
async function childOf(subject: string) {
  made += 1;
  const person = await madePerson(site, staff, { familyName: `Reached${made}`, givenName: `Ada${made}` });
  const { referral } = await madeReferral(site, staff, person.id);
  const family = await letIn(site, staff, { personId: person.id, subject });
  return { personId: person.id, referralId: referral.id, family, path: `/family/children/${person.id}/reach` };
}

async function sends(who: SignedIn, path: string, fields: Fields) {
  const form = await site.get(who, path);
  expect(form.status).toBe(200);
  return site.post(who, path, { ...travelling(form), ...fields });
}

const isFit = (who: SignedIn, path: string) => isFitAt(site, browser, who, path);

async function codeSentTo(personId: string): Promise<string> {
  const access = await site.deps.familyAccesses.get('liverpool', personId);
  const invited = access?.events[0]?.facts;
  const grantId = invited?.kind === 'invited' ? invited.grantId : '';
  const code = await site.deps.oneTimeCodes.get('liverpool', personId, grantId);
  return site.deps.oneTimeCodes.codeOf(code?.codeId ?? '');
}

describe('how we reach you', () => {
  it('is chosen, given and confirmed on a phone, and what is wrong comes back as it was typed', async () => {
    const { personId, family, path } = await childOf('reach-on-a-phone');
    for (const one of ['', '/choices', '/ways/text', '/ways/email', '/ways/letter'])
      await isFit(family, `${path}${one}`);
    const wrong = await sends(family, `${path}/ways/text`, { address: '12345' });
    expect([wrong.status, textOf(wrong)]).toEqual([422, expect.stringContaining('Enter a UK mobile number')]);
    expect(wrong.html).toContain('value="12345"');
    const given = await sends(family, `${path}/ways/text`, { address: '07700 900123' });
    expect(given.location).toBe(`${path}/ways/text/code`);
    await isFit(family, `${path}/ways/text/code`);
    const page = await site.get(family, `${path}/ways/text/code`);
    expect(textOf(page)).toContain('ends in 123');
    const again = await site.post(family, `${path}/ways/text/code/again`, travelling(page));
    expect(again.location).toContain('sent=yes');
    const refused = await sends(family, `${path}/ways/text/code`, { code: '12' });
    expect([refused.status, textOf(refused)]).toEqual([422, expect.stringContaining('This code cannot be used')]);
    const confirmed = await sends(family, `${path}/ways/text/code`, { code: await codeSentTo(personId) });
    expect(confirmed.location).toBe(`${path}?confirmed=yes`);
    const saved = await sends(family, `${path}/choices`, {
      channel: 'text',
      formats: ['easy-read', 'large-print'],
      language: 'so',
      interpreter: 'Somali',
      notToRing: ['morning'],
    });
    expect(saved.location).toBe(`${path}?saved=yes`);
    const overview = await site.get(family, `${path}?saved=yes`);
    expect(textOf(overview)).toMatch(/Ends in 123 Checked.*Large print, Easy Read.*Soomaali.*Somali.*Morning/);
    expect(overview.html).not.toContain('7700');
    await isFit(family, path);
  });

  it('takes an address away when its box is emptied, and is not there for others', async () => {
    const { family, path } = await childOf('reach-taken-away');
    await sends(family, `${path}/ways/letter`, { address: '1 High Street\nL1 8JQ' });
    expect(textOf(await site.get(family, path))).toContain('In L1 Not checked');
    await sends(family, `${path}/ways/letter`, { address: '' });
    expect(textOf(await site.get(family, path))).toContain('Postal address Not given');
    const stranger = await site.signInFamily('reach-stranger');
    for (const one of ['', '/choices', '/ways/text', '/ways/text/code'])
      expect((await site.get(stranger, `${path}${one}`)).status).toBe(404);
    expect((await site.get(family, `${path}/ways/pigeon`)).status).toBe(404);
    expect((await site.get(family, `${path}/ways/text/code`)).status).toBe(404);
  });

  it('says that a message did not arrive, to the family and to staff', async () => {
    const { personId, family, path } = await childOf('reach-in-vain');
    await sends(family, `${path}/ways/email`, { address: 'nobody@families.example' });
    await didNotArrive(personId);
    expect(textOf(await site.get(family, path))).toMatch(
      /families.example Did not arrive Our last message did not get there/,
    );
    await isFit(family, path);
    expect(textOf(await site.get(staff, `/people/${personId}/family`))).toContain('Ask them for the right one');
    await isFit(staff, `/people/${personId}/family`);
    await sends(family, `${path}/ways/email`, { address: 'somebody@families.example' });
    expect(textOf(await site.get(family, path))).not.toContain('Did not arrive');
  });
});

/** An e-mail to the first adult comes back. */
async function didNotArrive(personId: string): Promise<void> {
  const invited = (await site.deps.familyAccesses.get('liverpool', personId))?.events[0]?.facts;
  if (invited?.kind !== 'invited') throw new Error('nobody was invited');
  const [id, to, now] = ['didNotArriveHere', invited.grantId, instantOf(Date.now())];
  const about = { kind: 'family', notice: 'answer', personId, grantId: to, about: id } as const;
  const message = newMessage({ id, place: 'liverpool', to, channel: 'email', about, createdAt: now }, now);
  await recordUnreached(site.deps, undeliveredMessage(message, 'email-bounced', now));
}

describe('staff', () => {
  it('write down how somebody wants to be reached and where, and see it wherever they get in touch', async () => {
    const { personId, referralId, path, family } = await childOf('reach-by-staff');
    const overview = await site.get(staff, `/people/${personId}/family`);
    const [, form = ''] = /href="([^"]*\/record\/preferences-set)"/.exec(overview.html) ?? [];
    const [, way = ''] = /href="([^"]*\/ways\/text)"/.exec(overview.html) ?? [];
    for (const one of [form, way, way.replace('text', 'letter')]) await isFit(staff, one);
    const asked = await site.get(staff, form);
    const told = { 'on-day': '2', 'on-month': '11', 'on-year': '2026', saidBy: 'Grace, by telephone' };
    const needs = { channel: 'text', language: 'ar', formats: ['bsl'], interpreter: 'BSL', notToRing: ['evening'] };
    const checked = await site.post(staff, form, { ...travelling(asked), ...told, ...needs });
    expect(textOf(checked)).toContain('Check your answers');
    expect((await site.post(staff, form, travelling(checked))).location).toContain('recorded=yes');
    const wrong = await sends(staff, way, { address: '0151 496 0000', saidBy: 'Grace', checked: 'yes' });
    expect([wrong.status, textOf(wrong)]).toEqual([422, expect.stringContaining('Enter a UK mobile number')]);
    const number = await sends(staff, way, { address: '07700 900456', saidBy: 'Grace', checked: 'yes' });
    expect((await site.post(staff, way, travelling(number))).location).toContain('recorded=yes');
    const referral = `/people/${personId}/referrals/${referralId}`;
    for (const page of [
      `/people/${personId}`,
      `/people/${personId}/family`,
      referral,
      `${referral}/record/appointment-offered`,
    ])
      expect(textOf(await site.get(staff, page)), page).toMatch(
        /Told by Text.*\+447700900456 Checked.*British Sign Language.*Arabic.*Interpreter BSL.*Evenings/,
      );
    await isFit(staff, `/people/${personId}/family`);
    await isFit(staff, referral);
    const theirs = textOf(await site.get(family, path));
    expect(theirs).toMatch(/We send you a text.*Ends in 456 Checked/);
  });
});

describe('are we still needed', () => {
  it('is asked of each wait, and what is wrong comes back as it was typed', async () => {
    const { personId, referralId, family } = await childOf('checks-in');
    const child = `/family/children/${personId}`;
    const path = `${child}/still-needed`;
    await isFit(family, path);
    const wait = referralId;
    const empty = await sends(family, path, { text: 'We have moved' });
    expect([empty.status, empty.html]).toEqual([422, expect.stringContaining('We have moved')]);
    const silent = await sends(family, path, { [wait]: 'changed' });
    expect([silent.status, textOf(silent)]).toEqual([422, expect.stringContaining('Write what has changed')]);
    const sent = await sends(family, path, { [wait]: 'changed', text: 'We have moved' });
    expect(sent.location).toBe(`${child}?checked-in=yes`);
    expect(textOf(await site.get(family, sent.location ?? ''))).toMatch(
      /Thank you. You keep your place.*We have moved/,
    );
    await isFit(family, sent.location ?? '');
    const referral = `/people/${personId}/referrals/${referralId}`;
    const seen = textOf(await site.get(staff, referral));
    expect(seen).toContain('the family answered that it still needs this');
    expect(seen).toContain('Family asked about the wait: still needed');
  });
});

describe('an invitation by text', () => {
  it('opens nothing by being opened, asks for a date on a phone, and lets in by being sent', async () => {
    const person = await madePerson(site, staff, { familyName: 'Linked', givenName: 'Ada' });
    await madeReferral(site, staff, person.id);
    const overview = `/people/${person.id}/family`;
    const typed = { how: 'text', address: '0151 496 0000' };
    const wrong = await invited(site, staff, person.id, typed);
    expect([wrong.answer.status, textOf(wrong.answer)]).toEqual([
      422,
      expect.stringContaining('Enter a UK mobile number'),
    ]);
    const sent = await invited(site, staff, person.id, { ...typed, address: '07700 900789' });
    expect(sent.answer.location).toBe(`${overview}?sent=yes`);
    const [, again = ''] = /href="([^"]*\/link)"/.exec((await site.get(staff, `${overview}?sent=yes`)).html) ?? [];
    await isFit(staff, again);
    expect((await site.post(staff, again, travelling(await site.get(staff, again)))).location).toContain('sent=yes');
    const events = (await site.deps.familyAccesses.get('liverpool', person.id))?.events ?? [];
    const secrets = events.flatMap(({ facts }) =>
      'invitationId' in facts ? [site.deps.invitationLinks.linkOf(facts.invitationId)] : [],
    );
    const [old = '', secret = ''] = secrets;
    const family = await site.signInFamily('linked-by-text');
    const welcome = await site.get(null, `/family/invited/${secret}`);
    const nowhere = await site.get(null, '/family/invited/AAAAAAAAAAAAAAAAAAAAAAAA');
    expect([welcome.status, textOf(welcome)]).toEqual([200, textOf(nowhere)]);
    await isFit(family, `/family/invited/${secret}`);
    await isFit(family, `/family/invited/${secret}/use`);
    const date = { 'birthDate-day': '16', 'birthDate-month': '10', 'birthDate-year': '2018' };
    for (const path of [`/family/invited/${old}/use`, '/family/invited/AAAAAAAAAAAAAAAAAAAAAAAA/use'])
      expect((await sends(family, path, date)).status).toBe(422);
    const refused = await sends(family, `/family/invited/${secret}/use`, { ...date, 'birthDate-day': '17' });
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('value="17"')]);
    const used = await sends(family, `/family/invited/${secret}/use`, date);
    expect(used.location).toBe('/family?added=yes');
    expect(textOf(await site.get(family, `/family/children/${person.id}/reach`))).toContain('Ends in 789 Checked');
  });
});
