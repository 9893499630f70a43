/** Filling a form in as a person does, field by field; works with JavaScript and without. */
import type { Page } from 'playwright-core';
import type { Fields } from './running-site.ts';

/** Types, chooses and ticks by the names of the fields, in the main part of the page. */
export async function fillIn(page: Page, answers: Fields): Promise<void> {
  const main = page.locator('main');
  for (const [name, value] of Object.entries(answers)) {
    for (const one of typeof value === 'string' ? [value] : value) {
      const field = main.locator(`[name="${name}"]:not([type="hidden"])`);
      const choices = main.locator(`:is([type="radio"], [type="checkbox"])[name="${name}"]`);
      if ((await choices.count()) > 0) await main.locator(`[name="${name}"][value="${one}"]`).check();
      else if ((await main.locator(`select[name="${name}"]`).count()) > 0) await field.selectOption(one);
      else await field.fill(one);
    }
  }
}

/** Presses a button or follows a link of the main part, and waits for the page that comes. */
export async function press(page: Page, name: string): Promise<void> {
  const main = page.locator('main');
  const target = main.getByRole('button', { name }).or(main.getByRole('link', { name })).first();
  // A form of ours comes back at its own address, so the address does not tell that the next page is there.
  const arrived = page.waitForEvent('domcontentloaded');
  await target.click();
  await arrived;
  await page.waitForLoadState();
}
