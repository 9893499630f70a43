import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { notes, putThing, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startSmallApp({ today: '2026-03-09' });
  await putThing(cloud, 'k', 'note <b>this</b>');
  await cloud.settled();
});
afterAll(() => cloud.close());

const read = async (path: string) => {
  const response = await fetch(`${cloud.consoleUrl}${path}`);
  return { response, html: await response.text() };
};
const send = (path: string, form: Record<string, string>, headers: Record<string, string>) =>
  fetch(`${cloud.consoleUrl}${path}`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });
const own = () => ({ origin: cloud.consoleUrl });

describe('the console', () => {
  it.each(['/', '/clock', '/schedules', '/outbox', '/events', '/functions', '/queues', '/logs', '/denials'])(
    'shows %s without a script, in nothing but its own style',
    async (path) => {
      const { response, html } = await read(path);
      expect(response.status).toBe(200);
      expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
      expect(html).toContain('<h1>');
      expect(html).toContain(`<a href="${path}" aria-current="page">`);
      expect(html).not.toContain('<script');
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    },
  );

  it('shows what happened, as text and not as markup', async () => {
    const { html } = await read('/events');
    expect(html).toContain('note &#60;b&#62;this&#60;/b&#62;');
    expect((await read('/functions')).html).toMatch(/\d+ ms/);
    expect((await read('/queues')).html).toContain('Copies');
  });

  it('sets the day', async () => {
    const response = await send('/clock', { today: '2026-07-01' }, own());
    expect(response.status).toBe(303);
    expect(cloud.today()).toBe('2026-07-01');
    expect((await read('/clock')).html).toContain('Today is 2026-07-01');
    expect((await send('/clock', { today: '2026-02-30' }, own())).status).toBe(422);
    expect(cloud.today()).toBe('2026-07-01');
  });

  it('runs a schedule', async () => {
    const before = (await notes(cloud)).length;
    const name = cloud.schedules().find((each) => each.name.includes('Morning'))?.name ?? '';
    expect((await send('/schedules', { name }, own())).status).toBe(303);
    expect((await notes(cloud)).length).toBe(before + 1);
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['a page the browser says is another', { 'sec-fetch-site': 'same-site' }],
    ['nobody that can be told', {}],
  ])('does nothing for a form of %s', async (_, headers) => {
    const day = cloud.today();
    expect((await send('/clock', { today: '2020-01-01' }, headers)).status).toBe(403);
    expect(cloud.today()).toBe(day);
  });

  it('has no other pages, and changes nothing where there is nothing to change', async () => {
    expect((await read('/elsewhere')).response.status).toBe(404);
    expect((await send('/events', {}, own())).status).toBe(405);
  });
});
