/** Events and questions: planned by a content editor, booked and answered by families, shared back for anybody to read. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { CommunitySite } from './community-site.ts';

let community: CommunitySite;
let family: SignedIn;

beforeAll(async () => {
  community = await CommunitySite.open();
  ({ family } = await community.family('taking-part'));
});
afterEach(() => community.site.foresawEverything());
afterAll(() => community?.close());

const EVENTS = '/community/events';
const QUESTIONS = '/community/questions';
const PART = '/family/have-your-say';
const event = {
  title: 'Coffee morning on waiting',
  text: 'Come and tell us what would help.',
  ...typedDate('on', '2026-12-10'),
  ...{ from: '10:00', to: '12:00', where: 'The family hub', access: 'Step-free', capacity: '2' },
  ...typedDate('bookBy', '2026-12-08'),
};
const questions = {
  title: 'How do we tell you?',
  intro: 'Tell us how we keep in touch.',
  ...typedDate('closesOn', '2026-12-10'),
  ...{ text1: 'Do we tell you enough?', kind1: 'one', options1: 'Yes\nNo' },
  ...{ text2: 'How easy is it to reach us?', kind2: 'rating' },
  ...{ text3: 'What would help?', kind3: 'text' },
  ...{ text4: 'What do you use?', kind4: 'several', options4: 'Phone\nEmail' },
};

async function sends(who: SignedIn, path: string, fields = {}) {
  return community.site.post(who, path, { ...travelling(await community.site.get(who, path)), ...fields });
}

describe('an event', () => {
  it('is planned, opened, booked with a code, waited for, given back and cancelled', async () => {
    const path = await community.saved(`${EVENTS}/new`, event);
    expect(await community.textOf(family, PART)).not.toContain('Coffee morning');
    for (const at of [EVENTS, `${EVENTS}/new`, path, `${path}/write`, `${path}/cancel`])
      await community.isFit(community.editor, at);
    expect(await community.pressed(community.editor, path, `${path}/open`)).toBe(303);
    const at = `${PART}/events/liverpool/${path.split('/').at(-1)}`;
    await community.isFit(family, at);
    const refused = await sends(family, at, { needs: 'A BSL interpreter' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('A BSL interpreter');
    expect((await sends(family, at, { seats: '2', needs: 'A BSL interpreter' })).location).toBe(at);
    expect(await community.textOf(family, at)).toMatch(/You have 2 places\. Say [A-Z0-9]{6} at the door\./);
    const other = (await community.family('waits-for-a-place', 'OT')).family;
    await sends(other, at, { seats: '1' });
    expect(await community.textOf(other, at)).toContain('You are on the waiting list for 1 place');
    const staff = await community.textOf(community.editor, path);
    expect(staff).toContain('2 of 2 booked, 1 on the waiting list');
    expect(staff).toContain('A BSL interpreter');
    expect(await community.pressed(family, at, `${at}/cancel`)).toBe(303);
    expect(await community.textOf(other, at)).toContain('You have 1 place.');
    await community.isFit(other, at);
    await community.isFit(family, PART);
    await community.saved(`${path}/cancel`, { reason: 'The hub is closed' });
    expect(await community.textOf(other, at)).toContain('This event has been cancelled');
  });
});

describe('questions', () => {
  it('are written, answered once, closed and shared back', async () => {
    const path = await community.saved(`${QUESTIONS}/new`, questions);
    for (const at of [QUESTIONS, `${QUESTIONS}/new`, path, `${path}/write`])
      await community.isFit(community.editor, at);
    expect(await community.pressed(community.editor, path, `${path}/open`)).toBe(303);
    const at = `${PART}/questions/liverpool/${path.split('/').at(-1)}`;
    await community.isFit(family, at);
    const nothing = await sends(family, at);
    expect([nothing.status, textOf(nothing)]).toMatchObject([422, expect.stringContaining('at least one question')]);
    const numbered = await sends(family, at, { 0: '0', 2: 'Ring 999 000 0018' });
    expect(numbered.status).toBe(422);
    expect(numbered.html).toContain('href="#2"');
    const answers = { 0: '0', 1: '4', 2: 'Ring us more', 3: ['0', '1'] };
    expect((await sends(family, at, answers)).location).toBe(`${PART}?answered=yes`);
    expect((await sends(family, at, answers)).location).toBe(`${PART}?answered=before`);
    expect(await community.textOf(family, `${PART}?answered=yes`)).toContain('Thank you. We have your answers.');
    const staff = await community.textOf(community.editor, path);
    expect(staff).toContain('Too few to show');
    expect(staff).not.toContain('Ring us more');
    expect(await community.pressed(community.editor, path, `${path}/close`)).toBe(303);
    await community.isFit(community.editor, `${path}/share`);
    await community.saved(`${path}/share`, { said1: 'Tell us more', did1: 'We ring each term' });
    const said = await community.textOf(null, '/family/you-said/liverpool');
    expect(said).toContain('You said Tell us more We did We ring each term');
    expect(said).toContain('Few people answered');
    await community.isFit(null, '/family/you-said/liverpool');
    expect(await community.textOf(family, PART)).toContain('What families said, and what came of it');
  });

  it('come back with what was typed when a choice has no answers', async () => {
    const answer = await community.site.post(community.editor, `${QUESTIONS}/new`, { ...questions, options1: 'Yes' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('href="#options1"');
    expect(answer.html).toContain('What would help?');
  });
});
