/** Adding a referral: judged before it is checked, saved once, and linked instead of a second wait. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { madePerson, madeReferral } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';

let site: RunningSite;
let administrator: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  administrator = await site.signIn('administrator');
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

const answers = (more: Fields = {}): Fields => ({
  queue: 'SALT',
  ...typedDate('on', '2026-10-05'),
  source: 'health-visitor',
  tier: 'routine',
  ...more,
});

async function somebody(birthDate = '2021-01-05') {
  const person = await madePerson(site, administrator, { familyName: `New${site.deps.ids.fresh()}`, birthDate });
  const path = `/people/${person.id}/referrals/new`;
  return { person, path, add: (fields: Fields) => site.post(administrator, path, fields) };
}

describe('adding a referral', () => {
  it('asks, checks, saves with its note, and goes to the referral', async () => {
    const { person, path, add } = await somebody();
    expect((await site.get(administrator, path)).status).toBe(200);
    const checked = await add(answers({ note: 'Twin brother waits too', ...typedDate('authoredOn', '2026-10-01') }));
    expect(textOf(checked)).toContain('Check your answers');
    expect(textOf(checked)).toContain('5 October 2026');
    const saved = await add(travelling(checked));
    expect(saved.location).toMatch(new RegExp(`^/people/${person.id}/referrals/[\\w-]{16}\\?recorded=`));
    const page = await site.get(administrator, saved.location ?? '');
    for (const text of [
      'Recorded: Referral received',
      '4 weeks 0 days',
      'Twin brother waits too',
      'Accept at triage',
      'Written: 1 October 2026',
    ])
      expect(textOf(page)).toContain(text);
  });

  it('saves once however often it is sent, note included', async () => {
    const { person, add } = await somebody();
    const sent = travelling(await add(answers({ note: 'Once' })));
    const saved = [await add(sent), await add(sent)];
    expect(saved.map(({ status }) => status)).toEqual([303, 303]);
    expect(saved[0]?.location).toBe(saved[1]?.location);
    const kept = await site.deps.people.record('liverpool', person.id);
    expect(kept?.referrals).toHaveLength(1);
    expect(kept?.referrals[0]?.referral.events.map(({ facts }) => facts.kind)).toEqual(['received', 'noted']);
  });

  it.each([
    ['nothing chosen', { queue: '' }, 'queue', 'Select the waiting list'],
    ['a future day', typedDate('on', '2026-11-03'), 'on-day', 'This day has not come yet'],
    ['a day before the birth', typedDate('on', '2020-12-31'), 'on-day', 'before the birth date'],
    ['a date that does not exist', typedDate('on', '2026-02-30'), 'on-day', 'does not have that many days'],
    [
      'written after it was received',
      typedDate('authoredOn', '2026-10-06'),
      'authoredOn-day',
      'written after it was received',
    ],
    ['an unknown queue', { queue: 'DENTAL' }, 'queue', 'Select the waiting list'],
  ])('%s comes back at once, with what was typed', async (_, wrong, field, message) => {
    const { add } = await somebody();
    const answer = await add(answers({ note: 'Kept', ...wrong }));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`href="#${field}"`);
    expect(textOf(answer)).toContain(message);
    expect(answer.html).toContain('Kept');
    expect(answer.html).toContain('<title>Error: Add a referral');
  });

  it('nobody of 26 is taken in, and the day before the birthday somebody is', async () => {
    const { add } = await somebody('2000-10-06');
    expect((await add(answers(typedDate('on', '2026-10-05')))).status).toBe(200);
    const answer = await add(answers(typedDate('on', '2026-10-06')));
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('This queue is for ages 0 to 25 on the day of receipt');
  });
});

describe('an open referral in the queue already', () => {
  it('offers to link, carries what was entered there, and there is never a second wait', async () => {
    const { person, path, add } = await somebody();
    const open = await madeReferral(site, administrator, person.id, { on: '2026-09-10' });
    const offer = await add(answers({ source: 'school' }));
    expect(offer.status).toBe(409);
    expect(textOf(offer)).toContain('This person already has an open referral in this queue');
    const link = `/people/${person.id}/referrals/${open.referral.id}/record/linked-duplicate`;
    expect(offer.html).toContain(`action="${link}"`);
    const checked = await site.post(administrator, link, travelling(offer));
    expect(textOf(checked)).toContain('Date the duplicate was received 5 October 2026');
    expect(textOf(checked)).toContain('School, nursery or college');
    expect((await site.post(administrator, link, travelling(checked))).status).toBe(303);
    const kept = await site.deps.people.record('liverpool', person.id);
    expect(kept?.referrals).toHaveLength(1);
    expect(kept?.referrals[0]?.referral.events.at(-1)?.facts).toEqual({
      kind: 'linked-duplicate',
      received: '2026-10-05',
      source: 'School, nursery or college',
    });
    expect((await site.post(administrator, path, answers({ queue: 'OT' }))).status).toBe(200);
  });

  it('two people adding at one moment: one referral, and the other is told', async () => {
    const { person, add } = await somebody();
    const forms = [travelling(await add(answers())), travelling(await add(answers({ source: 'gp' })))];
    const saved = await Promise.all(forms.map(add));
    expect(saved.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    expect(saved.map(textOf).join(' ')).toContain('already has an open referral in this queue');
    expect((await site.deps.people.record('liverpool', person.id))?.referrals).toHaveLength(1);
  });
});
