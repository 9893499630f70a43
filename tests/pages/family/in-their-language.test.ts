/** Families choose how they read: kept with their account, told to the browser, and marked for whoever reads the page aloud. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { letIn } from './let-in.ts';

let site: RunningSite;
let staff: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  staff = await site.signIn('clinician');
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

async function childOf(subject: string) {
  const person = await madePerson(site, staff, { givenName: 'Amal', familyName: subject });
  await madeReferral(site, staff, person.id);
  return { personId: person.id, family: await letIn(site, staff, { personId: person.id, subject }) };
}

async function chooses(family: SignedIn, reading: string) {
  return site.post(family, '/family/reading', { ...travelling(await site.get(family, '/family/reading')), reading });
}

describe('a language', () => {
  it('is chosen by a form, kept for the adult who chose it, and no other', async () => {
    const { personId, family } = await childOf('reads-arabic');
    const other = await letIn(site, staff, { personId, subject: 'reads-english', name: 'Sam', relationship: 'father' });
    const chosen = await chooses(family, 'ar');
    expect([chosen.status, chosen.location]).toEqual([303, '/family']);
    const again = await site.signInFamily('reads-arabic');
    const page = await site.get(again, `/family/children/${personId}`);
    expect(page.html).toContain('<html lang="ar" dir="rtl">');
    expect(textOf(page)).toContain('أين وصل الأمر');
    expect(page.html).toContain('هذه ترجمة آلية. تحتاج إلى مراجعة من شخص يتحدث هذه اللغة.');
    expect(page.html).toContain('<bdi lang="en">Speech and language therapy</bdi>');
    expect((await site.get(other, `/family/children/${personId}`)).html).toContain('<html lang="en" dir="ltr">');
  });

  it('gives way to English this once, and keeps the choice', async () => {
    const { family } = await childOf('once-in-english');
    await chooses(family, 'pl');
    expect((await site.get(family, '/family')).html).toContain('href="/family?in=en"');
    expect(textOf(await site.get(family, '/family?in=en'))).toContain('Your family’s waits');
    expect(textOf(await site.get(family, '/family'))).toContain('Na co czeka Twoja rodzina');
  });

  it('says what went wrong too, with nothing lost of what was typed', async () => {
    const { personId, family } = await childOf('errors-in-chinese');
    await chooses(family, 'zh-Hans');
    const tell = `/family/children/${personId}/tell`;
    const refused = await site.post(family, tell, {
      ...travelling(await site.get(family, tell)),
      text: '她不再说话了',
    });
    expect(refused.status).toBe(422);
    expect(textOf(refused)).toContain('有一个问题 请选择是关于什么的');
    expect(textOf(refused)).toContain('她不再说话了');
    const code = await site.post(family, '/family/join', {
      ...travelling(await site.get(family, '/family/join')),
      code: 'AAAA',
    });
    expect(textOf(code)).toContain('此代码不能使用');
    const missing = await site.get(family, '/family/children/AAAAAAAAAAAAAAAA');
    expect([missing.status, textOf(missing).slice(0, 5)]).toEqual([404, '找不到页面']);
  });

  it('is told to the browser for pages before signing in, and nothing that is no choice is taken', async () => {
    const { family } = await childOf('cookie');
    const nothing = await chooses(family, 'xx');
    expect([nothing.status, textOf(nothing).includes('Select how you want to read')]).toEqual([422, true]);
    expect((await site.get(null, '/family/reading')).status).toBe(200);
  });
});

describe('Easy Read', () => {
  it('leads back to the whole page, and says where there is no Easy Read', async () => {
    const { personId, family } = await childOf('reads-easy');
    await chooses(family, 'easy');
    const child = `/family/children/${personId}`;
    for (const path of ['/family', child, `${child}/tell`, `${child}/who-has-looked`]) {
      const { html } = await site.get(family, path);
      expect(html, path).toContain('<div class="app-easy-read">');
      expect(html, path).toContain(`This is Easy Read. <a href="${path}?in=en">Read the whole page</a>`);
      expect((await site.get(family, `${path}?in=en`)).html, path).not.toContain('app-easy-read');
    }
    for (const path of ['/family/join', '/family/urgent', '/family/privacy', `${child}/reach`])
      expect((await site.get(family, path)).html, path).toContain('There is no Easy Read of this page yet.');
  });
});
