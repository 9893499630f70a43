/** Filling a form in as a person does, field by field; works with JavaScript and without. */
import type { Page } from 'playwright-core';
import type { Fields } from './running-site.ts';

/** Types, chooses and ticks by the names of the fields, in the main part of the page. */
export async function fillIn(page: Page, answers: Fields): Promise<void> {
  const main = page.locator('main');
  for (const [name, value] of Object.entries(answers)) {
    for (const one of typeof value === 'string' ? [value] : value) {
      const field = main.locator(`[name="${name}"]:not([type="hidden"])`);
      const kind = await field
        .first()
        .evaluate((element) => `${element.localName} ${element.getAttribute('type') ?? ''}`);
      if (kind === 'input radio' || kind === 'input checkbox')
        await main.locator(`[name="${name}"][value="${one}"]`).check();
      else if (kind.startsWith('select')) await field.selectOption(one);
      else await field.fill(one);
    }
  }
}

/** Presses a button or follows a link of the main part, and waits for the page that comes. */
export async function press(page: Page, name: string): Promise<void> {
  const main = page.locator('main');
  const target = main.getByRole('button', { name }).or(main.getByRole('link', { name })).first();
  await Promise.all([page.waitForNavigation(), target.click()]);
}
