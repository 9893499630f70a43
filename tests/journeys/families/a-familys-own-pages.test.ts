/**
 * Families on the whole local cloud: signing in through the identity provider, their pages and their API under the functions' own
 * roles, an access that is ended, and an audit that is whole afterwards.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { textOf } from '../../pages/sent-form.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';
import { factsOf, unaccounted } from './facts-of-a-page.ts';
import { Visitor } from './visitor.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openRecordedCloud({ people: 'families', today: '2026-11-02' });
});
afterAll(() => cloud?.close());

async function asked(path: string, account: string, sent?: unknown) {
  const authorization = `Bearer ${await cloud.token(account)}`;
  const response = await fetch(`${cloud.url}${path}`, {
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...(sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

describe('a family’s own pages', () => {
  it('show each parent their own part, through the real sign-in, and nothing of each other', async () => {
    const home = await new Visitor(cloud.url).signIn('family-sarah');
    expect(home.url.pathname).toBe('/family');
    expect(textOf(home)).toMatch(/Amelia.*Autism.*Noah.*Speech and language therapy/);
    expect(home.html).not.toContain('David');
    const father = new Visitor(cloud.url);
    const his = await father.signIn('family-david');
    const [, child = ''] = /href="(\/family\/children\/[^"]+)"/.exec(his.html) ?? [];
    const page = await father.get(child);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Sarah');
  });

  it('tell whoever was let in no more only that something has changed', async () => {
    const home = await new Visitor(cloud.url).signIn('family-ian');
    expect(textOf(home)).toContain('Your access has changed');
    expect(home.html).not.toContain('Amelia');
  });

  it('end with signing out, in the service and at the provider', async () => {
    const visitor = new Visitor(cloud.url);
    const home = await visitor.signIn('family-leila');
    expect(textOf(home)).toContain('You');
    const out = await visitor.send(home, '/family/sign-out', {});
    expect(textOf(out)).toContain('You are signed out');
    // The provider's own session ends by a link: a form of ours may lead to no other site.
    expect(out.html).toContain(`href="${cloud.issuer}/session/end`);
  });

  it('have an API with the same answers, for the families’ tokens alone', async () => {
    const { status, body } = await asked('/v1/family/children', 'family-margaret');
    expect(status).toBe(200);
    expect(body).toMatchObject({ children: [{ givenName: 'Kai', own: false }], closed: [] });
    // One child, with what may be told of how long the wait will be.
    const [kai] = (body as { children: readonly { id: string }[] }).children;
    const one = await asked(`/v1/family/children/${kai?.id}`, 'family-margaret');
    const { waits } = one.body as { waits: readonly { estimate: unknown }[] };
    expect(waits.some(({ estimate }) => estimate !== null)).toBe(true);
    expect((await asked('/v1/family/children', 'sam')).status).toBe(401);
    expect((await asked('/v1/me', 'family-margaret')).status).toBe(401);
  });

  // A parent of two, one whose access was ended, somebody of 15 who shares, and somebody of 17.
  it.each(['family-sarah', 'family-ian', 'family-leila', 'family-omar'])(
    'say to %s nothing that the API does not tell',
    async (account) => {
      const visitor = new Visitor(cloud.url);
      const pages = [await visitor.signIn(account)];
      const answers: unknown[] = [(await asked('/v1/family/children', account)).body];
      const tell = async (path: string) => {
        const { status, body } = await asked(path, account);
        if (status === 200) answers.push(body);
      };
      for (const { id } of (answers[0] as { children: readonly { id: string }[] }).children) {
        for (const part of ['', '/who-has-looked', '/reach', '/sharing'])
          await tell(`/v1/family/children/${id}${part}`);
        const own = `/family/children/${id}`;
        for (const part of [
          '',
          '/growing-up',
          '/who-has-looked',
          '/reach',
          '/sharing',
          '/still-needed',
          '/feedback',
          '/goals',
        ])
          pages.push(await visitor.get(`${own}${part}`));
      }
      for (const part of ['order', 'estimates', 'help']) {
        await tell(`/v1/family/places/liverpool/${part}`);
        pages.push(await visitor.get(`/family/${part}/liverpool`));
      }
      const facts = factsOf(answers);
      for (const page of pages.filter(({ status }) => status === 200))
        expect(unaccounted(page, facts), page.url.pathname).toEqual([]);
      // It sees what is missing: without the answers, a page with anything of a child cannot be accounted for.
      if (pages.length > 4) expect(pages.flatMap((page) => unaccounted(page, new Set()))).not.toEqual([]);
    },
  );

  it('carry what a family says to the team, once, from the pages and from a program of theirs', async () => {
    const visitor = new Visitor(cloud.url);
    const home = await visitor.signIn('family-farah');
    const [, child = ''] = /href="(\/family\/children\/[^"/]+)"/.exec(home.html) ?? [];
    const tell = await visitor.get(`${child}/tell`);
    const said = { topic: 'worse', referralId: 'none', text: 'The mornings are harder now.' };
    const told = await visitor.send(tell, `${child}/tell`, said);
    expect(told.url.pathname, textOf(told)).toBe(child);
    expect(textOf(told)).toContain('The mornings are harder now.');
    // The same form again, as a double click sends it.
    await visitor.send(tell, `${child}/tell`, said);
    const again = await visitor.get(child);
    expect(again.html.split('The mornings are harder now.')).toHaveLength(told.html.split(said.text).length);

    const path = `/v1/family/children/${child.split('/').at(-1)}`;
    const body = { topic: 'needs', referralId: null, text: 'She sleeps badly.' };
    expect(await asked(`${path}/messages`, 'family-farah', body)).toMatchObject({ status: 201 });
    await cloud.settled();
    expect(textOf(await visitor.get(child))).toContain('She sleeps badly.');
  });

  it('say who has looked, by role, on the page and to a program', async () => {
    const visitor = new Visitor(cloud.url);
    const home = await visitor.signIn('family-margaret');
    const [, child = ''] = /href="(\/family\/children\/[^"/]+)"/.exec(home.html) ?? [];
    const personId = child.split('/').at(-1) ?? '';
    expect((await asked(`/v1/people/${personId}`, 'priya')).status).toBe(200);
    await cloud.settled();
    const looked = textOf(await visitor.get(`${child}/who-has-looked`));
    expect(looked).toContain('Somebody who gives care');
    expect(looked).not.toContain('Priya');
    const { status, body } = await asked(`/v1/family/children/${personId}/who-has-looked`, 'family-margaret');
    expect(status).toBe(200);
    expect((body as { looked: readonly unknown[] }).looked.length).toBeGreaterThan(0);
  });

  it('needed no right that the functions do not have, and left an audit that is whole', async () => {
    await cloud.settled();
    expect(cloud.denials()).toEqual([]);
    const { status, body } = await verified();
    expect(status).toBe(200);
    expect(body).toMatchObject({ findings: [] });
  });
});

async function verified() {
  const response = await fetch(`${cloud.url}/v1/audit/verification`, {
    headers: { authorization: `Bearer ${await cloud.token('amina')}` },
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
