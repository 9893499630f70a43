/** Families let in to a child's record through the pages: staff invite by their form, the family uses the code of the letter. */
import type { Fields, RunningSite, SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';

/** Staff invite somebody; gives the page of the letter. */
export async function invited(site: RunningSite, staff: SignedIn, personId: string, more: Fields = {}) {
  const path = `/people/${personId}/family/invite`;
  const form = await site.get(staff, path);
  const typed: Fields = {
    relationship: 'mother',
    name: 'Grace Okafor',
    basis: 'parental-responsibility',
    checked: 'birth-certificate',
    how: 'letter',
    ...more,
  };
  const checked = await site.post(staff, path, { ...travelling(form), ...typed });
  if (checked.status !== 200) return { answer: checked, code: '', letter: '' };
  const answer = await site.post(staff, path, travelling(checked));
  const letter = answer.location ?? '';
  return { answer, letter, code: codeIn(textOf(await site.get(staff, letter))) };
}

export function codeIn(text: string): string {
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/.exec(text)?.[0] ?? '';
}

/** The family sends a code. */
export async function used(site: RunningSite, family: SignedIn, code: string) {
  const form = await site.get(family, '/family/join');
  return site.post(family, '/family/join', { ...travelling(form), code });
}

/** Invites somebody and lets them in. */
export async function letIn(
  site: RunningSite,
  staff: SignedIn,
  { personId, subject, ...more }: { readonly personId: string; readonly subject: string } & Fields,
): Promise<SignedIn> {
  const { code, answer } = await invited(site, staff, personId, more as Fields);
  if (code === '') throw new Error(`Nobody was invited: ${textOf(answer)}`);
  const family = await site.signInFamily(subject);
  const redeemed = await used(site, family, code);
  if (redeemed.status !== 303) throw new Error(`The code did not work: ${textOf(redeemed)}`);
  return family;
}

/** Staff record a decision about the access of the grant whose link the page shows first, or about the child. */
export async function recorded(
  site: RunningSite,
  staff: SignedIn,
  personId: string,
  kind: string,
  fields: Fields,
  nth = 0,
) {
  const overview = await site.get(staff, `/people/${personId}/family`);
  const paths = [...overview.html.matchAll(new RegExp(`href="([^"]*/record/${kind})"`, 'g'))].map(([, path]) => path);
  const path = paths[nth];
  if (path === undefined) throw new Error(`No form ${kind} is offered: ${textOf(overview)}`);
  const form = await site.get(staff, path);
  const checked = await site.post(staff, path, { ...travelling(form), ...dateIn(form.html), ...fields });
  return checked.status === 200 ? site.post(staff, path, travelling(checked)) : checked;
}

/** The date as the form shows it filled in. */
function dateIn(html: string): Fields {
  const parts = ['on-day', 'on-month', 'on-year'].map((name) => {
    const value = new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
    return [name, value] as const;
  });
  return Object.fromEntries(parts);
}
