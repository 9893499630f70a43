import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssets } from '../../shared/http/assets/assets.ts';
import { buildAssets } from '../../shared/http/assets/build.ts';
import { html } from '../../shared/http/html/html.ts';
import { pageTemplate } from '../../shared/http/html/page.ts';
import { axe } from '../browser/accessibility.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { focusOrder, noHorizontalScroll, screenshot, withoutVisibleFocus } from '../browser/layout.ts';
import { type PageServer, servePages } from '../browser/page-server.ts';
import { newPage } from '../browser/watched-page.ts';
import { everyComponent } from '../unit/html/every-component.ts';
import { frame } from './kit/frame.ts';
import { beforeKitchenSink, confirmation, kitchenSink } from './kit/kitchen-sink.ts';
import { queueSample } from './kit/queue-sample.ts';

let browser: Browser;
let server: PageServer;
let isFinished = false;

beforeAll(async () => {
  const assets = createAssets(await buildAssets());
  const draw = pageTemplate(assets);
  const evil = html`<p id="evil">x</p>`.markup;
  server = await servePages(
    assets,
    {
      '/kit': draw({
        ...frame,
        title: 'Every component',
        hasErrors: true,
        beforeContent: beforeKitchenSink,
        content: kitchenSink,
      }),
      '/done': draw({ ...frame, title: 'Referral added', content: confirmation }),
      '/list': draw({ ...frame, title: 'Waiting list', isWide: true, content: queueSample(50) }),
      '/signed-out': draw({
        ...frame,
        account: null,
        sessionTimeout: null,
        title: 'Signed out',
        content: html`<h1>Signed out</h1>`,
      }),
      '/inline-script': `<!DOCTYPE html><html lang="en"><title>x</title>${evil}<script>document.getElementById('evil').remove()</script></html>`,
      '/inline-style': `<!DOCTYPE html><html lang="en"><title>x</title><p style="color:red">x</p></html>`,
      '/elsewhere': `<!DOCTYPE html><html lang="en"><title>x</title><meta http-equiv="refresh" content="0;url=http://elsewhere.invalid/"></html>`,
      '/throws': `<!DOCTYPE html><html lang="en"><title>x</title><script type="module" src="/throws.js"></script></html>`,
    },
    {
      'GET /progress': () => ({ status: 200, body: JSON.stringify({ done: 900, total: 1200, finished: isFinished }) }),
      'POST /session': () => ({ status: 204, body: '' }),
    },
  );
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const VIEWS = [
  { path: 'kit', width: 1280, javaScript: true },
  { path: 'kit', width: 320, javaScript: true },
  { path: 'kit', width: 1280, javaScript: false },
  { path: 'kit', width: 320, javaScript: false },
  { path: 'done', width: 320, javaScript: true },
  { path: 'list', width: 1280, javaScript: true },
  { path: 'list', width: 1000, javaScript: true },
  { path: 'list', width: 800, javaScript: true },
  { path: 'list', width: 320, javaScript: true },
  { path: 'list', width: 320, javaScript: false },
] as const;

describe('every component in a browser', () => {
  it.each(VIEWS)(
    '$path at $width px, JavaScript $javaScript: fits, breaks no rule of the service, passes axe',
    async (view) => {
      const watched = await newPage(browser, { origins: [server.origin], ...view });
      await watched.page.goto(`${server.origin}/${view.path}`);
      expect(await noHorizontalScroll(watched.page)).toEqual([]);
      await screenshot(watched.page, `${view.path}-${view.width}-${view.javaScript ? 'js' : 'no-js'}`);
      if (view.javaScript) expect(await axe(watched.page)).toEqual([]);
      await watched.close();
    },
  );

  it.each(['kit', 'list'])('%s: the keyboard reaches everything, in order, and shows where it is', async (path) => {
    const watched = await newPage(browser, { origins: [server.origin] });
    await watched.page.goto(`${server.origin}/${path}`);
    const order = await focusOrder(watched.page);
    expect(order.slice(0, 5)).toEqual([
      'a Skip to main content',
      'a Liverpool SEND waiting lists',
      'a Change role',
      'button Sign out',
      'a Waiting lists',
    ]);
    expect(order.at(-1)).toBe('a Privacy');
    expect(await withoutVisibleFocus(watched.page)).toEqual([]);
    await watched.close();
  });

  it('shows every file of the kit that draws something', () => {
    const folder = new URL('../../shared/http/html/components/', import.meta.url);
    const shown = ['kit/kitchen-sink.ts', 'kit/queue-sample.ts', '../../shared/http/html/page.ts']
      .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
      .concat(readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))
      .join('\n');
    expect(readdirSync(folder).filter((name) => !shown.includes(`/${name}'`))).toEqual([]);
  });
});

describe('what a component does', () => {
  it('a question opens with its answer, with JavaScript and without', async () => {
    for (const javaScript of [true, false]) {
      const watched = await newPage(browser, { origins: [server.origin], javaScript });
      const { page } = watched;
      await page.goto(`${server.origin}/kit`);
      expect(await page.getByLabel('Why is it urgent?').isVisible()).toBe(false);
      await page.getByLabel('Urgent', { exact: true }).check();
      expect(await page.getByLabel('Why is it urgent?').isVisible()).toBe(true);
      await page.getByLabel('Soon', { exact: true }).check();
      expect(await page.getByLabel('Why is it urgent?').isVisible()).toBe(false);
      await watched.close();
    }
  });

  it('the error summary takes the keyboard to the field', async () => {
    const watched = await newPage(browser, { origins: [server.origin] });
    await watched.page.goto(`${server.origin}/kit`);
    await watched.page.getByRole('link', { name: 'Enter a date of birth' }).click();
    expect(await watched.page.evaluate('document.activeElement.id')).toBe('birth-day');
    await watched.close();
  });

  it('a form is sent once however often it is pressed', async () => {
    const watched = await newPage(browser, { origins: [server.origin] });
    const { page } = watched;
    await page.goto(`${server.origin}/kit`);
    const before = server.received.length;
    await page.evaluate(`(() => {
      const form = document.querySelector('form[action="/submit"]');
      form.requestSubmit();
      form.requestSubmit();
      form.requestSubmit();
    })()`);
    await page.waitForURL(`${server.origin}/submit`);
    expect(server.received.slice(before).filter((request) => request.path === '/submit')).toHaveLength(1);
    await watched.close();
  });

  it('choosing rows says how many, and all of them at once', async () => {
    const watched = await newPage(browser, { origins: [server.origin] });
    const { page } = watched;
    await page.goto(`${server.origin}/list`);
    const bar = page.getByRole('group', { name: 'With the people chosen' });
    await page.getByLabel('Choose SMITH, Jo').first().check();
    expect(await bar.getByRole('status').textContent()).toBe('1 of 50 chosen');
    await bar.getByRole('button', { name: 'Choose all on this page' }).click();
    expect(await bar.getByRole('status').textContent()).toBe('50 of 50 chosen');
    await bar.getByRole('button', { name: 'Choose none' }).click();
    expect(await page.locator('.app-select input:checked').count()).toBe(0);
    await watched.close();
  });

  it('something long keeps itself up to date, and loads the report when it is done', async () => {
    isFinished = false;
    const watched = await newPage(browser, { origins: [server.origin] });
    const { page } = watched;
    await page.clock.install();
    await page.goto(`${server.origin}/kit`);
    await page.clock.runFor(2_100);
    await page.getByText('900 of 1200').waitFor();
    const loadsBefore = server.received.filter((request) => request.path === '/kit').length;
    isFinished = true;
    await page.clock.runFor(2_100);
    await expect.poll(() => server.received.filter((request) => request.path === '/kit').length).toBe(loadsBefore + 1);
    await watched.close();
  });
});

describe('the end of a session', () => {
  it('is announced, and staying puts it off', async () => {
    const watched = await newPage(browser, { origins: [server.origin] });
    const { page } = watched;
    await page.clock.install();
    await page.goto(`${server.origin}/signed-out`);
    await page.goto(`${server.origin}/list`);
    await page.clock.runFor(779_000);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.clock.runFor(2_000);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(await page.getByRole('dialog').textContent()).toContain('2 minutes');
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'session-timeout');
    const before = server.received.length;
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(server.received.slice(before)).toContainEqual({ method: 'POST', path: '/session', body: 'csrf=token' });
    await page.clock.runFor(779_000);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await watched.close();
  });

  it('leaves the page when its time has come, even after the machine slept', async () => {
    const watched = await newPage(browser, { origins: [server.origin] });
    const { page } = watched;
    await page.clock.install();
    await page.goto(`${server.origin}/list`);
    await page.clock.fastForward(3_600_000);
    await expect.poll(() => page.url()).toBe(`${server.origin}/signed-out`);
    await watched.close();
  });
});

describe('on paper', () => {
  it.each(['kit', 'list'])('%s prints without the ways to move about', async (path) => {
    const watched = await newPage(browser, { origins: [server.origin] });
    const { page } = watched;
    await page.goto(`${server.origin}/${path}`);
    await page.emulateMedia({ media: 'print' });
    const onScreenOnly =
      '.nhsuk-header__navigation, .nhsuk-header__account, .nhsuk-footer, .nhsuk-pagination, .app-select';
    expect(await page.locator(onScreenOnly).filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    if (path === 'kit') expect(await page.getByText('Printed on').isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5_000);
    await watched.close();
  });
});

describe('no text changes the structure of a page, as a real parser reads it', () => {
  it('every component, many strings', async () => {
    const texts = fc
      .sample(fc.string({ unit: 'binary', maxLength: 12 }), { numRuns: 25, seed: 7 })
      .map((text) => `x${text}`);
    texts.push(
      '"><img src=x>',
      `'><svg onload=x>`,
      '</textarea></title></select><p>',
      '<!--',
      '&lt;b&gt;',
      '\u202E<b>',
      ']]><b>',
    );
    const watched = await newPage(browser, { origins: [server.origin] });
    await watched.page.goto(`${server.origin}/signed-out`);
    const outline = `(markup) => {
      const outline = (element) => '<' + [element.localName, ...element.getAttributeNames().sort()].join(' ') + '>' + [...element.children].map(outline).join('');
      return outline(new DOMParser().parseFromString('<body>' + markup, 'text/html').body);
    }`;
    for (const [name, draw] of Object.entries(everyComponent)) {
      const seen = await watched.page.evaluate<string[]>(
        `${JSON.stringify(['x', ...texts].map((text) => draw(text).markup))}.map(${outline})`,
      );
      expect({ name, outlines: new Set(seen).size }).toEqual({ name, outlines: 1 });
    }
    await watched.close();
  });
});

describe('the watch over pages', () => {
  it.each([
    ['inline-script', /content security policy|refused/i],
    ['inline-style', /content security policy|refused/i],
    ['elsewhere', /off the origin: http:\/\/elsewhere\.invalid/],
    ['throws', /404/],
  ])('fails a page with %s', async (path, problem) => {
    const watched = await newPage(browser, { origins: [server.origin] });
    await watched.page.goto(`${server.origin}/${path}`);
    await expect.poll(() => watched.problems.join('\n')).toMatch(problem);
    await expect(watched.close()).rejects.toThrow(problem);
  });

  it('takes a page that answers 404 as it is', async () => {
    const watched = await newPage(browser, { origins: [server.origin] });
    await watched.page.goto(`${server.origin}/nowhere`);
    await expect(watched.close()).resolves.toBeUndefined();
  });

  it('sees a page that is wider than its window, and one that fails axe', async () => {
    const watched = await newPage(browser, { origins: [server.origin], width: 320 });
    await watched.page.goto(`${server.origin}/signed-out`);
    await watched.page.evaluate(
      `document.querySelector('main').append(Object.assign(document.createElement('img'), { width: 900 }))`,
    );
    expect(await noHorizontalScroll(watched.page)).toHaveLength(1);
    expect((await axe(watched.page)).join('\n')).toContain('image-alt');
    await watched.close();
  });
});
