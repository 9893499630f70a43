/** What journeys about one child begin with, and how they read the arithmetic of its wait. */
import { expect } from 'vitest';
import { typedDate } from '../../pages/sent-form.ts';
import type { MemberOfStaff } from '../member-of-staff.ts';

export interface Child {
  readonly givenName: string;
  readonly familyName: string;
  /** `YYYY-MM-DD` */
  readonly born: string;
  /** From the range kept for tests. */
  readonly nhsNumber: string;
}

/** Somebody looks for a child, finds nobody, and adds them; ends on the child's page. */
export async function findsNobodyAndAdds(staff: MemberOfStaff, child: Child): Promise<void> {
  await staff.opens('/people/find');
  await staff.answers({ familyName: child.familyName, ...typedDate('birthDate', child.born) });
  await staff.presses('Find by name and date of birth');
  await staff.sees('Nobody was found');
  await staff.presses('Add this person');
  await staff.records({ givenName: child.givenName, nhsNumber: child.nhsNumber }, 'Add this person');
  expect(await staff.heading()).toBe(`${child.familyName.toUpperCase()}, ${child.givenName}`);
}

/** On the page of a person: a routine referral of a school, received on a day; ends on the referral's page. */
export async function addsAReferral(staff: MemberOfStaff, queue: string, receivedOn: string): Promise<void> {
  await staff.presses('Add a referral');
  const answers = { queue, ...typedDate('on', receivedOn), source: 'school', tier: 'routine' };
  await staff.records(answers, 'Add the referral');
}

/** Finds a child by the NHS number, which never stands in an address; ends on the child's page. */
export async function findsByNumber(staff: MemberOfStaff, nhsNumber: string): Promise<void> {
  await staff.opens('/people/find');
  await staff.answers({ nhsNumber });
  await staff.presses('Find by NHS number');
}

/** One line of the arithmetic, as it stands on the page. */
export interface WhyLine {
  readonly day: string;
  readonly what: string;
  readonly days: string;
}

/** On a referral's page: asks why the number is what it is, and goes back. */
export async function whyIsThisNumber(
  staff: MemberOfStaff,
): Promise<{ readonly number: string; readonly lines: readonly WhyLine[] }> {
  await staff.presses('Why is this number?');
  const number = (await staff.main.locator('.app-wait').textContent()) ?? '';
  const cells = await staff.page.evaluate<string[][]>(`[...document.querySelectorAll('main tbody tr')].map((row) =>
    [...row.children].map((cell) => {
      const copy = cell.cloneNode(true);
      copy.querySelector('.nhsuk-table__heading')?.remove(); // what a narrow screen shows in place of the head
      return copy.textContent.replaceAll(/\\s+/g, ' ').trim();
    }))`);
  for (const [, , , rule] of cells) expect(rule, 'every line names its rule and source').toMatch(/\w{3}/);
  await staff.page.getByRole('link', { name: 'Back to the referral' }).click();
  await staff.page.getByRole('link', { name: 'Why is this number?' }).waitFor();
  return { number, lines: cells.map(([day = '', what = '', days = '']) => ({ day, what, days })) };
}
