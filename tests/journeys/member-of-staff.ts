/** A member of staff in a journey: signs in as anybody does, then reads and works pages in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalCloud } from '../../infra/local/local-cloud.ts';
import { newPage, type WatchedPage } from '../browser/watched-page.ts';
import type { Fields } from '../pages/running-site.ts';
import { fillIn } from '../pages/typed-answers.ts';

export class MemberOfStaff {
  readonly page: Page;
  readonly #account: string;
  readonly #cloud: LocalCloud;
  readonly #watched: WatchedPage;

  private constructor(cloud: LocalCloud, account: string, watched: WatchedPage) {
    this.#cloud = cloud;
    this.#account = account;
    this.#watched = watched;
    this.page = watched.page;
  }

  static async at(cloud: LocalCloud, browser: Browser, account: string): Promise<MemberOfStaff> {
    const watched = await newPage(browser, { origins: [cloud.url, cloud.issuer] });
    watched.page.setDefaultTimeout(60_000);
    return new MemberOfStaff(cloud, account, watched);
  }

  /** Goes to a page of the site and does whatever signing in asks for on the way to it. */
  async signsIn(path = '/', role?: string): Promise<void> {
    await this.page.goto(`${this.#cloud.url}/sign-in?return=${encodeURIComponent(path)}`);
    await this.#signsInHere(role);
  }

  /** On another day: goes on where they were, after signing in anew. */
  async signsInAgain(): Promise<void> {
    await this.signsIn(this.address);
  }

  /** Where the identity provider asks who it is, and the site in which role. */
  async #signsInHere(role: string | undefined): Promise<void> {
    if (this.page.url().startsWith(this.#cloud.issuer)) {
      await Promise.all([
        this.page.waitForURL((url) => url.origin === this.#cloud.url),
        this.page.locator(`button[value="${this.#account}"]`).click(),
      ]);
    }
    if (this.address !== '/choose-role') return;
    await this.choosesRole(role ?? 'the first');
  }

  async choosesRole(role: string): Promise<void> {
    const choice = role === 'the first' ? this.main.getByRole('radio').first() : this.main.getByLabel(role);
    await choice.check();
    await this.presses('Continue');
  }

  async opens(path: string): Promise<number> {
    const response = await this.page.goto(`${this.#cloud.url}${path}`);
    return response?.status() ?? 0;
  }

  /** Types, chooses and ticks by the names of the fields. */
  async answers(fields: Fields): Promise<void> {
    await fillIn(this.page, fields);
  }

  /** Presses a button or follows a link of the page; what lies under "everything else" is brought out first. */
  async presses(name: string): Promise<void> {
    const target = this.main.getByRole('button', { name }).or(this.main.getByRole('link', { name })).first();
    if (!(await target.isVisible())) await this.page.getByText('Everything else you can record').click();
    await Promise.all([this.page.waitForEvent('framenavigated'), target.click()]);
    await this.page.waitForLoadState();
  }

  /** Answers a form, looks at what was answered, and saves it. */
  async records(answers: Fields, save: string): Promise<void> {
    await this.answers(answers);
    await this.presses('Continue');
    expect(await this.heading(), await this.reads()).toBe('Check your answers');
    await this.presses(save);
  }

  /** Whose service it says that it is. */
  async organisation(): Promise<string> {
    return (await this.page.locator('.app-header__organisation').textContent()) ?? '';
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').textContent()) ?? '';
  }

  /** All words that show in the page's main part, one space between them; not what is folded away. */
  async reads(): Promise<string> {
    const text = await this.page.evaluate<string>(`document.querySelector('main').innerText`);
    return text.replaceAll(/\s+/g, ' ');
  }

  async sees(...texts: readonly string[]): Promise<void> {
    const all = await this.reads();
    for (const text of texts) expect(all).toContain(text);
  }

  async seesNothingOf(...texts: readonly string[]): Promise<void> {
    const all = await this.page.content();
    for (const text of texts) expect(all).not.toContain(text);
  }

  /** Where they are, without the query. */
  get address(): string {
    return new URL(this.page.url()).pathname;
  }

  get main() {
    return this.page.locator('main');
  }

  /** @throws {Error} naming whatever a page did that it must not */
  async leaves(): Promise<void> {
    await this.#watched.close();
  }
}
