/** The pages of the risk register, gone through as a browser does without JavaScript. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { publishFigures } from './published.ts';

let site: RunningSite;
let lead: SignedIn;
let commissioner: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  await publishFigures(site.engine);
  lead = await site.signIn('performance-lead', { services: [] });
  commissioner = await site.signIn('commissioner', { services: [] });
});
afterAll(async () => {
  site.foresawEverything();
  await site.close();
});

const typed = {
  title: 'Therapy posts stay empty',
  description: 'Three posts are empty, so the list grows.',
  queue: 'SALT',
  indicators: ['number-waiting'],
  likelihood: '4',
  impact: '4',
  owner: 'Head of therapies',
  ...typedDate('dueOn', '2026-10-30'),
  mitigations: 'Agency cover until January.',
};

/** Sends a form as it was opened, then what its check page holds. */
async function saved(path: string, fields: Parameters<RunningSite['post']>[2]): Promise<string> {
  const opened = await site.get(lead, path);
  const checked = await site.post(lead, path, { ...travelling(opened), ...fields });
  expect(textOf(checked)).toContain('Check your answers');
  const done = await site.post(lead, path, travelling(checked));
  expect(done.status).toBe(303);
  return done.location ?? '';
}

const raised = async () => (await saved('/indicators/risks/raise', typed)).replace(/\?.*/, '');

describe('a risk', () => {
  it('is raised, shown as overdue, escalated and closed, with who, when and why', async () => {
    const path = await raised();
    const shown = textOf(await site.get(commissioner, path));
    expect(shown).toContain('Performance and Compliance Group');
    expect(shown).toContain('16 Extreme');
    expect(shown).toContain('30 October 2026 Overdue');
    expect(shown).not.toContain('Close the risk');
    await saved(`${path}/escalate`, { reason: 'No money for the posts', ...typedDate('on', '2026-11-01') });
    const register = textOf(await site.get(commissioner, '/indicators/risks'));
    expect(register).toContain('SEND Partnership Board Risk Score');
    await saved(`${path}/close`, { reason: 'The posts are filled', ...typedDate('on', '2026-11-02') });
    const closed = textOf(await site.get(commissioner, path));
    expect(closed).toContain('Closed 2 November 2026 · by Robin Somebody , performance lead The posts are filled');
    expect(closed).toContain('Escalated to the SEND Partnership Board 1 November 2026');
    expect(textOf(await site.get(lead, path))).not.toContain('Escalate to the Partnership Board');
  });

  it('comes back with what was typed and what is wrong: an NHS number, a day to come', async () => {
    const path = '/indicators/risks/raise';
    const answer = await site.post(lead, path, { ...typed, description: 'As with 999 000 0018' });
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('ten digits that look like an NHS number');
    expect(answer.html).toContain('href="#description"');
    expect(answer.html).toContain('Agency cover until January.');
    expect(answer.html).toContain('As with 999 000 0018');
    const escalate = `${await raised()}/escalate`;
    const early = await site.post(lead, escalate, {
      ...travelling(await site.get(lead, escalate)),
      ...{ reason: 'Soon', ...typedDate('on', '2026-11-03') },
    });
    const refused = await site.post(lead, escalate, travelling(early));
    expect([refused.status, textOf(refused)]).toMatchObject([
      422,
      expect.stringContaining('must be today or in the past'),
    ]);
  });

  it('that somebody else has changed shows what they did before anything is saved over it', async () => {
    const path = `${await raised()}/change`;
    const mine = travelling(await site.get(lead, path));
    await saved(path, { ...typed, likelihood: '2', reason: 'Two of three posts are filled' });
    const fields = { ...mine, ...typed, title: 'Posts', reason: 'A shorter title' };
    const checked = await site.post(lead, path, fields);
    const meanwhile = await site.post(lead, path, travelling(checked));
    expect([meanwhile.status, textOf(meanwhile)]).toMatchObject([
      412,
      expect.stringContaining('Two of three posts are filled'),
    ]);
    expect((await site.post(lead, path, travelling(meanwhile))).status).toBe(303);
  });

  it('is written by a performance lead alone, and is not there elsewhere', async () => {
    const path = await raised();
    for (const address of ['/indicators/risks/raise', `${path}/change`, `${path}/escalate`])
      expect((await site.get(commissioner, address)).status).toBe(403);
    const elsewhere = await site.signIn('performance-lead', { place: 'cheshire-east', services: [] });
    expect((await site.get(elsewhere, path)).status).toBe(404);
    expect((await site.get(elsewhere, `${path}/close`)).status).toBe(404);
  });
});
