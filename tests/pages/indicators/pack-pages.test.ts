/** The pages of a board pack, gone through as a browser does without JavaScript: begun, written, signed, issued again. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { publishFigures } from './published.ts';

let site: RunningSite;
let lead: SignedIn;
let chair: SignedIn;
let commissioner: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  await publishFigures(site.engine);
  lead = await site.signIn('performance-lead', { services: [] });
  chair = await site.signIn('board-chair', { services: [] });
  commissioner = await site.signIn('commissioner', { services: [] });
});
afterAll(async () => {
  site.foresawEverything();
  await site.close();
});

type Fields = Parameters<RunningSite['post']>[2];

/** Sends a form as it was opened, then what its check page holds. */
async function saved(who: SignedIn, path: string, fields: Fields, opened?: Fields): Promise<string> {
  const travels = opened ?? travelling(await site.get(who, path));
  const checked = await site.post(who, path, { ...travels, ...fields });
  expect(textOf(checked)).toContain('Check your answers');
  const done = await site.post(who, path, travelling(checked));
  expect(done.status, textOf(done)).toBe(303);
  return done.location ?? '';
}

const pack = '/indicators/packs/2026-10';
const comment = (section: string) => `${pack}/sections/${section}`;

describe('a board pack', () => {
  it('is begun, written by section with who and when, and is a draft that says so', async () => {
    expect(await saved(lead, '/indicators/packs/begin', { period: '2026-10' })).toBe(pack);
    await saved(lead, comment('summary'), { text: 'More children are seen in time.' });
    const text = textOf(await site.get(commissioner, pack));
    expect(text).toContain('SEND Partnership Board pack, Liverpool: October 2026');
    expect(text).toContain('Draft: not signed');
    expect(text).toContain(
      'More children are seen in time. Robin Somebody , performance lead, 2 November 2026 at 09:00',
    );
    expect(text).toMatch(/Reduced waiting times Number waiting : Speech and language therapy 119 ;?/);
    expect(text).not.toContain('Write commentary');
    expect(text).not.toContain('Sign the pack');
    for (const path of [comment('summary'), `${pack}/sign`, `${pack}/issue-again`, '/indicators/packs/begin'])
      expect((await site.get(commissioner, path)).status, path).toBe(403);
  });

  it('shows whoever wrote second on the same section what the first wrote', async () => {
    const path = comment('queue-SALT');
    const mine = travelling(await site.get(lead, path));
    const others = travelling(await site.get(lead, comment('duties')));
    await saved(lead, path, { text: 'A second team began.' });
    await saved(lead, comment('duties'), { text: 'In nobody’s way.' }, others);
    const checked = await site.post(lead, path, { ...mine, text: 'New rooms were opened.' });
    const meanwhile = await site.post(lead, path, travelling(checked));
    expect([meanwhile.status, textOf(meanwhile)]).toMatchObject([412, expect.stringContaining('A second team began.')]);
    expect(textOf(meanwhile)).toContain('New rooms were opened.');
    expect((await site.post(lead, path, travelling(meanwhile))).status).toBe(303);
    expect(textOf(await site.get(lead, pack))).toContain('New rooms were opened.');
  });

  it('is signed as it was read, kept to the byte, and never the draft again', async () => {
    const path = `${pack}/sign`;
    const agreed = typedDate('agreedOn', '2026-11-02');
    const early = travelling(await site.get(chair, path));
    await saved(lead, comment('risks'), { text: 'No new risk.' });
    const checked = await site.post(chair, path, { ...early, ...agreed });
    const meanwhile = await site.post(chair, path, travelling(checked));
    expect([meanwhile.status, textOf(meanwhile)]).toMatchObject([
      412,
      expect.stringContaining('are not what you read'),
    ]);
    await saved(chair, path, agreed);
    const shown = await site.get(commissioner, pack);
    const text = textOf(shown);
    expect(text).toContain('Edition 1. Agreed on 2 November 2026. Signed by Robin Somebody , board chair');
    expect(text).not.toContain('Draft: not signed');
    const file = await site.get(commissioner, `${pack}/editions/1/document.json`);
    const hash = createHash('sha256').update(file.html).digest('hex');
    expect(text).toContain(hash);
    expect((await site.get(lead, comment('summary'))).status).toBe(200);
    const late = await site.post(lead, comment('summary'), {
      ...travelling(await site.get(lead, comment('summary'))),
      text: 'Late',
    });
    const refused = await site.post(lead, comment('summary'), travelling(late));
    expect([refused.status, textOf(refused)]).toMatchObject([422, expect.stringContaining('This pack is signed')]);

    await saved(lead, `${pack}/issue-again`, { reason: 'The count of September came late' });
    expect(textOf(await site.get(commissioner, pack))).toContain(
      'It is to replace edition 1: The count of September came late',
    );
    expect((await site.get(commissioner, `${pack}/editions/1`)).html).toContain(hash);
    expect((await site.get(commissioner, `${pack}/editions/1/document.json`)).html).toBe(file.html);
    await saved(chair, path, agreed);
    expect(textOf(await site.get(commissioner, pack))).toContain(
      'It replaces edition 1: The count of September came late',
    );
    expect(textOf(await site.get(commissioner, `${pack}/editions/1`))).toContain('A later edition replaces this one');
    expect(textOf(await site.get(commissioner, '/indicators/packs'))).toContain(
      'October 2026 Status Signed, edition 2',
    );
  });

  it('of a period that is not over cannot be signed, and of another place is not there', async () => {
    await saved(lead, '/indicators/packs/begin', { period: '2026-11' });
    const draft = textOf(await site.get(chair, '/indicators/packs/2026-11'));
    expect(draft).toContain('The period ends on 30 November 2026');
    expect(draft).not.toContain('Sign the pack');
    expect((await site.get(chair, '/indicators/packs/2026-11/sign')).status).toBe(409);
    const elsewhere = await site.signIn('commissioner', { place: 'cheshire-east', services: [] });
    for (const path of [pack, `${pack}/editions/1`, `${pack}/editions/1/document.json`])
      expect((await site.get(elsewhere, path)).status).toBe(404);
  });
});
