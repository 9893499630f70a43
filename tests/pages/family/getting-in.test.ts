/** From the invitation to the first page: codes work once, for whoever has them, and tell nothing to anybody else. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MOST_TRIES } from '../../../shared/application/family/redeem-invitation.ts';
import { madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { codeIn, invited, letIn, recorded, used } from './let-in.ts';

let site: RunningSite;
let staff: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  staff = await site.signIn('administrator');
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

let made = 0;
async function waitingChild(): Promise<string> {
  made += 1;
  const person = await madePerson(site, staff, { familyName: `Family${made}`, givenName: `Wei${made}` });
  await madeReferral(site, staff, person.id);
  return person.id;
}

describe('an invitation', () => {
  it('makes a letter with a code, which lets somebody in once', async () => {
    const personId = await waitingChild();
    const { code, letter, answer } = await invited(site, staff, personId);
    expect(answer.status).toBe(303);
    expect(code).toHaveLength(24);
    const family = await site.signInFamily('grace');
    expect(textOf(await site.get(family, '/family'))).toContain('use the code in the letter');
    const joined = await used(site, family, code.toLowerCase().replaceAll('-', ' '));
    expect(joined.location).toBe('/family?added=yes');
    const home = await site.get(family, '/family');
    expect(textOf(home)).toContain(`Wei${made} Speech and language therapy Received`);
    const child = textOf(await site.get(family, `/family/children/${personId}`));
    expect(child).toContain('Where Wei');
    expect(child).toContain('The team has your referral.');
    expect(child).toContain('Who to ask');
    // The letter is of no use any more: not to print, not to another account.
    expect((await site.get(staff, letter)).status).toBe(409);
    const other = await site.signInFamily('somebody-else');
    expect(textOf(await used(site, other, code))).toContain('This code cannot be used.');
    expect((await site.get(other, `/family/children/${personId}`)).status).toBe(404);
  });

  it('is not used by opening anything: only by sending the code', async () => {
    const personId = await waitingChild();
    const { code, letter } = await invited(site, staff, personId);
    const family = await site.signInFamily('mail-scanner');
    for (const path of ['/family/join', `/family/join?code=${code}`, '/family', letter]) await site.get(family, path);
    expect(textOf(await site.get(family, '/family'))).toContain('use the code in the letter');
    expect((await used(site, family, code)).status).toBe(303);
  });

  it('is refused without a right to see the record, and nothing is lost of what was typed', async () => {
    const personId = await waitingChild();
    const { answer } = await invited(site, staff, personId, { relationship: 'foster-carer', basis: 'delegated' });
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('Say who in the local authority has agreed to this');
    expect(answer.html).toContain('value="Grace Okafor"');
  });

  it('is only for a young person who is nearly 16, or able to decide', async () => {
    const personId = await waitingChild();
    const own = { relationship: 'self', basis: 'own', checked: 'known-to-service' };
    const { answer } = await invited(site, staff, personId, own);
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('A young person can be invited from six months before their 16th birthday');
  });

  it('made anew has another code, and the old one opens nothing', async () => {
    const personId = await waitingChild();
    const { code, letter } = await invited(site, staff, personId);
    const page = await site.get(staff, letter);
    const again = await site.post(staff, letter, travelling(page));
    const anew = codeIn(textOf(await site.get(staff, again.location ?? '')));
    expect(anew).not.toBe(code);
    const family = await site.signInFamily('lost-letter');
    expect((await used(site, family, code)).status).toBe(422);
    expect((await used(site, family, anew)).status).toBe(303);
  });

  it('is over after 28 days', async () => {
    const personId = await waitingChild();
    const { code } = await invited(site, staff, personId);
    site.today = '2026-12-01';
    const late = await site.signInFamily('late');
    expect(textOf(await used(site, late, code))).toContain('This code cannot be used.');
    site.today = '2026-11-02';
  });
});

describe('a code', () => {
  it('sent a hundred times at once, by ten people, lets one of them in', async () => {
    const personId = await waitingChild();
    const { code } = await invited(site, staff, personId);
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => site.signInFamily(`racer-${n}`)));
    const forms = await Promise.all(people.map((one) => site.get(one, '/family/join')));
    const sent = await Promise.all(
      Array.from({ length: 100 }, (_, n) => {
        const at = n % people.length;
        const [one, form] = [people[at] as SignedIn, forms[at] as { html: string }];
        // Each time as a form of its own would send it.
        return site.post(one, '/family/join', { ...travelling(form), key: site.deps.ids.fresh(), code });
      }),
    );
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(sent.filter(({ status }) => status !== 303 && status !== 422)).toEqual([]);
    const homes = await Promise.all(people.map((one) => site.get(one, '/family')));
    expect(homes.filter((home) => textOf(home).includes('Speech and language therapy'))).toHaveLength(1);
  });

  it('that is wrong is answered alike whatever is wrong with it, and only so often', async () => {
    const personId = await waitingChild();
    const { code } = await invited(site, staff, personId);
    const ended = await waitingChild();
    const over = await invited(site, staff, ended);
    expect((await recorded(site, staff, ended, 'revoked', { reason: 'invited-by-mistake' })).status).toBe(303);
    const family = await site.signInFamily('guesser');
    const wrong = ['AAAA-BBBB-CCCC-DDDD-EEEE', over.code, 'no code at all'];
    const answers = [];
    for (const one of wrong) answers.push(await used(site, family, one));
    const alike = answers.map((answer, at) =>
      answer.html.replaceAll(wrong[at] ?? '', '').replaceAll(/value="[^"]*"/g, ''),
    );
    expect(new Set(alike).size).toBe(1);
    for (let tries = wrong.length; tries < MOST_TRIES; tries += 1) await used(site, family, 'WRONG');
    const locked = await used(site, family, code);
    expect(textOf(locked)).toContain('You have tried too many codes.');
    expect((await used(site, await site.signInFamily('another'), code)).status).toBe(303);
  });

  it('takes as many requests to the store whether or not it leads to a child', async () => {
    const { store } = site.engine;
    if (store === undefined) return;
    const family = await site.signInFamily('counted');
    const personId = await waitingChild();
    const over = await invited(site, staff, personId);
    await recorded(site, staff, personId, 'revoked', { reason: 'asked-for' });
    const requestsFor = async (sent: string) => {
      const form = await site.get(family, '/family/join');
      store.meter.reset();
      const answer = await site.post(family, '/family/join', { ...travelling(form), code: sent });
      expect(answer.status).toBe(422);
      return store.meter.read().operations;
    };
    expect(await requestsFor(over.code)).toEqual(await requestsFor('AAAA-BBBB-CCCC-DDDD-EEEE'));
  });
});

describe('an access that ends', () => {
  it('is closed with the next request, and says nothing of why or of whom', async () => {
    const personId = await waitingChild();
    const family = await letIn(site, staff, { personId, subject: 'revoked' });
    expect((await site.get(family, `/family/children/${personId}`)).status).toBe(200);
    await recorded(site, staff, personId, 'revoked', { reason: 'risk-of-harm', note: 'NOTE-OF-STAFF' });
    const page = await site.get(family, `/family/children/${personId}`);
    expect(page.status).toBe(403);
    expect(textOf(page)).toContain('Your access has changed. Contact the service');
    const home = await site.get(family, '/family');
    for (const one of [page, home]) {
      expect(textOf(one)).not.toMatch(/Wei|harm|NOTE-OF-STAFF|ended|revoked/i);
    }
    expect(textOf(home)).toContain('Your access has changed');
  });
});

describe('nobody else', () => {
  it('gets in with a cookie of the other pages, or without one', async () => {
    const personId = await waitingChild();
    const family = await letIn(site, staff, { personId, subject: 'own-cookie' });
    const asStaff = { ...family, isFamily: undefined } as unknown as SignedIn;
    expect((await site.get(asStaff, `/people/${personId}`)).location).toMatch(/^\/sign-in/);
    const asFamily: SignedIn = { ...staff, isFamily: true };
    expect((await site.get(asFamily, `/family/children/${personId}`)).location).toMatch(/^\/family\/sign-in/);
    expect((await site.get(null, '/family')).location).toBe('/family/sign-in?return=%2Ffamily');
  });
});
