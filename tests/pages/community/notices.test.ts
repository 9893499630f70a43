/** Notices: written, looked at, published and withdrawn by a content editor, read by families on their first page and their child's. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOf, typedDate } from '../sent-form.ts';
import { CommunitySite } from './community-site.ts';

let community: CommunitySite;

beforeAll(async () => {
  community = await CommunitySite.open();
});
afterEach(() => community.site.foresawEverything());
afterAll(() => community?.close());

const NOTICES = '/community/notices';
const typed = {
  title: 'The speech clinic is moving',
  text: 'From 1 December we see you at the new centre.\n\nYou do not need to do anything.',
  queues: 'SALT',
  ...typedDate('until', '2026-12-31'),
};

describe('a notice', () => {
  it('is published to families who wait for what it is about, and withdrawn with a reason for staff', async () => {
    const { family, personId } = await community.family('reader');
    const other = await community.family('other', 'OT');
    const path = await community.saved(`${NOTICES}/new`, typed);
    expect(await community.textOf(family, '/family')).not.toContain('speech clinic');
    for (const at of [NOTICES, `${NOTICES}/new`, path, `${path}/write`, `${path}/publish`])
      await community.isFit(community.editor, at);
    await community.saved(`${path}/publish`, { isSent: 'yes' });
    for (const at of ['/family', `/family/children/${personId}`])
      expect(await community.textOf(family, at)).toContain('This does not change your place on any list.');
    expect(await community.textOf(other.family, '/family')).not.toContain('speech clinic');
    expect(await community.textOf(community.editor, path)).toContain('Going out: families are told within minutes');
    await community.isFit(family, '/family');
    await community.isFit(community.editor, `${path}/withdraw`);
    await community.saved(`${path}/withdraw`, { reason: 'The move is put off' });
    expect(await community.textOf(family, '/family')).not.toContain('speech clinic');
    const staff = await community.textOf(community.editor, path);
    expect(staff).toContain('The move is put off');
    expect(staff).not.toContain('Change the text');
  });

  it('comes back with what was typed when its last day is too far away', async () => {
    const fields = { ...typed, ...typedDate('until', '2027-06-30') };
    const first = await community.site.post(community.editor, `${NOTICES}/new`, fields);
    const hidden = { _step: 'save', _key: 'a-key' };
    expect(first.status).toBe(200);
    const saved = await community.site.post(community.editor, `${NOTICES}/new`, { ...fields, ...hidden });
    expect(saved.status).toBe(422);
    expect(textOf(saved)).toContain('in the six months after the notice was begun');
    expect(saved.html).toContain('The speech clinic is moving');
  });
});
