/** A family tells its team, is answered, rates its goals and says how it was; another household of the same child sees none of it. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { figuresKeptInTable } from '../../../shared/adapters/dynamodb/figure-keeping.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import { settleAccessReview } from '../../../shared/application/family-access/settle-access-review.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { isFitAt } from './fit.ts';
import { letIn } from './let-in.ts';

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
async function childOf(subject: string): Promise<{ personId: string; referralId: string; family: SignedIn }> {
  made += 1;
  const person = await madePerson(site, staff, { familyName: `Heard${made}`, givenName: `Ada${made}` });
  const { referral } = await madeReferral(site, staff, person.id);
  const family = await letIn(site, staff, { personId: person.id, subject });
  return { personId: person.id, referralId: referral.id, family };
}

/** Opens a form, and sends it as it was with these answers. */
async function sends(who: SignedIn, path: string, fields: Fields) {
  const form = await site.get(who, path);
  expect(form.status).toBe(200);
  return site.post(who, path, { ...travelling(form), ...fields });
}

/** The form of a case: answered, checked, saved. */
async function records(path: string, fields: Fields) {
  const checked = await sends(staff, path, { 'on-day': '2', 'on-month': '11', 'on-year': '2026', ...fields });
  expect(textOf(checked)).toContain('Check your answers');
  return site.post(staff, path, travelling(checked));
}

const isFit = (who: SignedIn | null, path: string) => isFitAt(site, browser, who, path);

async function messageOf(personId: string): Promise<string> {
  const page = await site.get(staff, '/cases/family-message');
  const link = new RegExp(`href="(/people/${personId}/cases/family-message/[^"?]+)`).exec(page.html)?.[1];
  if (link === undefined) throw new Error(`There is no message of this child: ${textOf(page)}`);
  return link;
}

describe('something that has changed', () => {
  it('reaches the team of the wait, is answered, and the answer comes back to whoever wrote alone', async () => {
    const { personId, referralId, family } = await childOf('grace');
    const other = await letIn(site, staff, {
      personId,
      subject: 'other-household',
      name: 'Kwame Okafor',
      relationship: 'father',
    });
    const told = await sends(family, `/family/children/${personId}/tell`, {
      topic: 'worse',
      referralId,
      text: 'She has stopped talking at school',
    });
    expect(told.location).toBe(`/family/children/${personId}?told=yes`);
    expect(textOf(await site.get(staff, '/cases/family-message'))).toContain('Things have got worse');
    const message = await messageOf(personId);
    expect(textOf(await site.get(staff, message))).toContain('She has stopped talking at school');
    await records(`${message}/record/read`, {});
    expect(textOf(await site.get(family, `/family/children/${personId}`))).toContain('Read');
    await records(`${message}/record/answered`, { text: 'We will ring you on Friday' });
    const own = textOf(await site.get(family, `/family/children/${personId}`));
    expect(own).toContain('The team, 2 November 2026: We will ring you on Friday');
    await isFit(family, `/family/children/${personId}`);
    await isFit(family, `/family/children/${personId}/tell`);
    await isFit(staff, message);
    const theirs = textOf(await site.get(other, `/family/children/${personId}`));
    expect(theirs).not.toContain('stopped talking');
    expect(theirs).not.toContain('ring you on Friday');
  });

  it('sent twice is sent once, and without words is asked for them with nothing lost', async () => {
    const { personId, referralId, family } = await childOf('twice');
    const path = `/family/children/${personId}/tell`;
    const form = travelling(await site.get(family, path));
    const fields = { ...form, topic: 'address', referralId, text: 'We have moved' };
    await Promise.all([
      site.post(family, path, fields),
      site.post(family, path, fields),
      site.post(family, path, fields),
    ]);
    const page = await site.get(family, `/family/children/${personId}`);
    expect(page.html.split('We have moved').length - 1).toBe(1);
    const refused = await sends(family, path, { topic: 'complaint', referralId: 'none', text: '' });
    expect(refused.status).toBe(422);
    expect(textOf(refused)).toContain('Write what you want to tell the team');
    expect(refused.html).toMatch(/value="complaint"[^>]*checked/);
    expect(textOf(refused)).not.toContain('We cannot come to the appointment');
  });

  it('may be an appointment: asked to be changed, changed by the team, and answered', async () => {
    const person = await madePerson(site, staff, { familyName: 'Heard', givenName: 'Ada' });
    const view = await madeReferral(site, staff, person.id);
    const family = await letIn(site, staff, { personId: person.id, subject: 'at-an-appointment' });
    const path = `/family/children/${person.id}`;
    // Without an appointment there is none to change.
    expect((await site.get(family, `${path}/tell`)).html).not.toContain('value="change-appointment"');
    const booked = { kind: 'appointment-booked', appointmentOn: localDate('2026-11-20'), time: '09:30' } as const;
    const held = await happened(site, staff, view, ['2026-10-05', { kind: 'triage-accepted' }], ['2026-10-12', booked]);
    const asked = { topic: 'change-appointment', referralId: view.referral.id, text: 'He is away with school' };
    expect((await sends(family, `${path}/tell`, asked)).location).toBe(`${path}?told=yes`);
    const message = await messageOf(person.id);
    expect(textOf(await site.get(staff, message))).toMatch(/appointment.*He is away with school/i);
    const moved = { ...booked, appointmentOn: localDate('2026-11-27') };
    await happened(
      site,
      staff,
      held,
      ['2026-11-02', { kind: 'appointment-cancelled', by: 'family' }],
      ['2026-11-02', moved],
    );
    await records(`${message}/record/answered`, { text: 'You have a new date a week later' });
    const own = textOf(await site.get(family, path));
    expect(own).toContain('You have a new date a week later');
    expect(own).toContain('27 November 2026');
    expect(own).not.toContain('20 November 2026');
  });

  it('is not for those whose access is closed, nor for others’ children', async () => {
    const { personId } = await childOf('somebody');
    const stranger = await site.signInFamily('stranger');
    expect((await site.get(stranger, `/family/children/${personId}/tell`)).status).toBe(404);
    const { family } = await childOf('own-child');
    expect((await site.get(family, `/family/children/${personId}/tell`)).status).toBe(404);
  });
});

describe('goals', () => {
  it('are agreed by staff and rated by the family', async () => {
    const { personId, family } = await childOf('goals');
    await isFit(staff, `/people/${personId}/cases/health-goals/new`);
    const agreed = await records(`/people/${personId}/cases/health-goals/new`, {
      text: 'Asks for what she wants at lunch',
      target: '7',
      service: 'salt',
    });
    expect(agreed.status).toBe(303);
    const path = `/family/children/${personId}/goals`;
    expect((await sends(family, path, { goal: '1', rating: '2' })).location).toContain('rated=yes');
    await sends(family, path, { goal: '1', rating: '6' });
    const page = textOf(await site.get(family, `/family/children/${personId}`));
    expect(page).toContain('Asks for what she wants at lunch 6 of 10 now. 2 at first. It is met at 7.');
    expect((await sends(family, path, { goal: '1' })).status).toBe(422);
    await isFit(family, path);
  });
});

describe('the question how it was', () => {
  it('is asked after the first contact, answered once, and then not asked again', async () => {
    const { personId, family } = await childOf('asked');
    const path = `/family/children/${personId}/feedback`;
    expect((await site.get(family, path)).status).toBe(404);
    const { referral } = await madeReferral(site, staff, personId, { queue: 'OT' });
    await happened(
      site,
      staff,
      { referral },
      ['2026-07-07', { kind: 'triage-accepted' }],
      ['2026-09-01', { kind: 'contact', mechanism: 'face-to-face', parentOnly: false }],
    );
    expect(textOf(await site.get(family, `/family/children/${personId}`))).toContain('Tell us how it was');
    expect(textOf(await sends(family, path, { answer: '' }))).toContain('Select an answer');
    await isFit(family, path);
    expect((await sends(family, path, { answer: 'good', comment: 'Kind' })).location).toContain('thanked=yes');
    expect((await site.get(family, path)).status).toBe(404);
  });
});

describe('how estimates came out', () => {
  it('is there for anybody to read, and says so where there is nothing yet', async () => {
    const path = '/family/estimates/liverpool';
    expect(textOf(await site.get(null, path))).toContain('Speech and language therapy There are too few estimates yet');
    const counts = { sooner: 9, within: 160, later: 21, undecided: 10 };
    await figuresKeptInTable(new TableAccess(site.engine.client, site.engine.indicatorsTable)).estimates('liverpool', {
      queue: 'SALT',
      asAt: localDate('2026-10-31'),
      ranges: [],
      calibration: [{ asAt: localDate('2026-07-31'), ...counts }],
    });
    expect(textOf(await site.get(null, path))).toContain('84 of 100 waited as long as we had said');
    expect((await site.get(null, '/family/estimates/nowhere')).status).toBe(404);
    await isFit(null, path);
  });
});

describe('the reviews of who in a family may see a record', () => {
  it('are a list of the team that does them, each leading to the access, where one is recorded', async () => {
    const person = await madePerson(site, staff, { familyName: 'Reviewed', givenName: 'Ada', birthDate: '2015-07-20' });
    await madeReferral(site, staff, person.id);
    await letIn(site, staff, { personId: person.id, subject: 'reviewed' });
    await settleAccessReview(
      site.deps,
      { place: 'liverpool', personId: person.id },
      parseInstant('2026-11-02T10:00:00Z'),
    );
    const list = await site.get(staff, '/cases/access-review?due=overdue');
    expect(textOf(list)).toContain('REVIEWED, Ada');
    expect(textOf(list)).toContain('Assess whether the child can decide');
    const path = /href="(\/people\/[^"]*\/cases\/access-review\/[^"?]+)/.exec(list.html)?.[1] ?? '';
    const record = await site.get(staff, path);
    expect(record.html).toContain(`href="/people/${person.id}/family"`);
    expect(textOf(record)).not.toContain('Record what happened');
    await isFit(staff, '/cases/access-review?due=overdue');
    await isFit(staff, path);
  });
});

describe('how places on the lists are ordered', () => {
  it('is there for anybody to read, with the figures of the place, and is led to from each wait', async () => {
    const path = '/family/order/liverpool';
    const text = textOf(await site.get(null, path));
    expect(text).toMatch(
      /What decides How soon a child needs.*whoever has waited longest\. If.*came in first\. If.*chance/,
    );
    expect(text).toContain('Urgent: in 2 weeks Soon: in 6 weeks All others: in 18 weeks');
    expect(text).toContain('The team gets in touch in 2 working days.');
    expect((await site.get(null, '/family/order/nowhere')).status).toBe(404);
    await isFit(null, path);
    const { personId, family } = await childOf('asks-why');
    expect((await site.get(family, `/family/children/${personId}`)).html).toContain(`href="${path}"`);
  });
});
