/** Drawing the limits of a chart anew on its page, gone through as a browser does without JavaScript. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { publishFigures } from './published.ts';

let site: RunningSite;
let lead: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
  await publishFigures(site.engine);
  lead = await site.signIn('performance-lead', { services: [] });
});
afterAll(async () => {
  site.foresawEverything();
  await site.close();
});

const queue = '/indicators/queues/SALT';
const form = `${queue}/charts/within/limits`;

it('shows the chart as it would be before, says who and why after, and can be undone', async () => {
  const before = textOf(await site.get(lead, queue));
  expect(before).toContain('Draw the limits anew');
  expect(before).toContain('Improving');
  const typed = { from: '2026-02', reason: 'A second team began' };
  const checked = await site.post(lead, form, { ...travelling(await site.get(lead, form)), ...typed });
  expect(textOf(checked)).toContain(
    'The chart as it would be No change Nothing more than chance. The limits are a trial',
  );
  expect(checked.html).toContain('From Feb 26 mean 86');
  expect((await site.post(lead, form, travelling(checked))).location).toBe(queue);

  const commissioner = await site.signIn('commissioner', { services: [] });
  const seen = textOf(await site.get(commissioner, queue));
  expect(seen).toContain('Limits drawn anew from Feb 26: A second team began Robin Somebody , performance lead');
  expect(seen).toContain('Reliable The target is met whatever chance does.');
  expect(seen).not.toContain('Undo');
  expect(textOf(await site.get(commissioner, '/indicators'))).toContain('No change Nothing more than chance.');
  for (const path of [form, `${form}/2026-02/undo`]) expect((await site.get(commissioner, path)).status).toBe(403);

  const undo = `${form}/2026-02/undo`;
  const asked = await site.post(lead, undo, {
    ...travelling(await site.get(lead, undo)),
    reason: 'It was lent elsewhere',
  });
  expect(textOf(asked)).toContain('The chart as it would be Improving');
  await site.post(lead, undo, travelling(asked));
  expect(textOf(await site.get(lead, queue))).not.toContain('Limits drawn anew from');
});

it('shows what somebody else did meanwhile, and asks of charts that are there', async () => {
  const mine = travelling(await site.get(lead, form));
  const typed = { from: '2026-03', reason: 'New rooms' };
  const theirs = await site.post(lead, form, { ...travelling(await site.get(lead, form)), ...typed });
  await site.post(lead, form, travelling(theirs));
  const checked = await site.post(lead, form, { ...mine, from: '2026-06', reason: 'A third team' });
  const meanwhile = await site.post(lead, form, travelling(checked));
  expect([meanwhile.status, textOf(meanwhile)]).toMatchObject([
    412,
    expect.stringContaining('limits drawn anew from Mar 26'),
  ]);
  for (const path of [form.replace('within', 'longest'), form.replace('SALT', 'NONE')])
    expect((await site.get(lead, path)).status).toBe(404);
});
