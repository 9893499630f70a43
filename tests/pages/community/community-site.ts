/** The pages on which staff write for families, and those on which families read and answer. */
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser } from '../../browser/chromium.ts';
import { isFitAt } from '../family/fit.ts';
import { letIn } from '../family/let-in.ts';
import { madePerson, madeReferral } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';

export class CommunitySite {
  readonly site: RunningSite;
  readonly editor: SignedIn;
  readonly browser: Browser;
  readonly #staff: SignedIn;
  #made = 0;

  private constructor(site: RunningSite, browser: Browser, editor: SignedIn, staff: SignedIn) {
    this.site = site;
    this.editor = editor;
    this.browser = browser;
    this.#staff = staff;
  }

  static async open(): Promise<CommunitySite> {
    const [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
    const editor = await site.signIn('content-editor', { services: [] });
    return new CommunitySite(site, browser, editor, await site.signIn('administrator'));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.close();
  }

  /** Somebody whose child waits in a queue. */
  async family(subject: string, queue = 'SALT'): Promise<{ readonly family: SignedIn; readonly personId: string }> {
    this.#made += 1;
    const names = { familyName: `Waits${this.#made}`, givenName: `Ada${this.#made}` };
    const person = await madePerson(this.site, this.#staff, names);
    await madeReferral(this.site, this.#staff, person.id, { queue });
    return { personId: person.id, family: await letIn(this.site, this.#staff, { personId: person.id, subject }) };
  }

  /** Sends a form of staff as it was opened with these answers, then what its check page holds; gives the way on. */
  async saved(path: string, fields: Fields): Promise<string> {
    const opened = await this.site.get(this.editor, path);
    const checked = await this.site.post(this.editor, path, { ...travelling(opened), ...fields });
    expect(textOf(checked)).toContain('Check your answers');
    const done = await this.site.post(this.editor, path, travelling(checked));
    expect(done.status, textOf(done)).toBe(303);
    return (done.location ?? '').replace(/\?.*/, '');
  }

  /** Presses the button of a page that leads to an address. */
  async pressed(who: SignedIn, page: string, action: string): Promise<number> {
    const { html } = await this.site.get(who, page);
    const form = html.split('<form ').find((one) => one.startsWith(`action="${action}"`));
    if (form === undefined) throw new Error(`There is no button to ${action}`);
    const hidden = travelling({ html: `<main><form ${form}</main>` });
    return (await this.site.post(who, action, hidden)).status;
  }

  async textOf(who: SignedIn | null, path: string): Promise<string> {
    return textOf(await this.site.get(who, path));
  }

  isFit(who: SignedIn | null, path: string): Promise<void> {
    return isFitAt(this.site, this.browser, who, path);
  }
}
