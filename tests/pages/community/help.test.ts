/** Help while waiting: written, published and kept right by a content editor, read by families and by anybody. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOf, travelling, typedDate } from '../sent-form.ts';
import { CommunitySite } from './community-site.ts';

let community: CommunitySite;

beforeAll(async () => {
  community = await CommunitySite.open();
});
afterEach(() => community.site.foresawEverything());
afterAll(() => community?.close());

const typed = {
  kind: 'sendiass',
  title: 'Liverpool SENDIASS',
  text: 'You can ask about school and plans.\n\n- It is free\n- It is private',
  whoFor: 'parents, carers and young people',
  phone: '0151 496 0100',
  linkText1: 'Find out more',
  linkUrl1: 'https://councilfordisabledchildren.org.uk/',
};
const HELP = '/community/help';
const PUBLIC = '/family/help/liverpool';

const written = (more = {}) => community.saved(`${HELP}/new`, { ...typed, ...more });
const published = async (path: string, day = '2027-05-01') =>
  community.saved(`${path}/publish`, typedDate('reviewBy', day));

describe('help while waiting', () => {
  it('is a draft until it is published, then read by families and by anybody', async () => {
    const { family, personId } = await community.family('reader');
    const child = `/family/children/${personId}`;
    expect(await community.textOf(null, PUBLIC)).toContain('There is nothing here yet');
    const path = await written({ title: 'Help with speech', queues: 'SALT' });
    expect(await community.textOf(community.editor, path)).toContain('The draft, as families would read it');
    expect(await community.textOf(family, child)).not.toContain('Help with speech');
    await published(path);
    expect(await community.textOf(family, child)).toContain('Help with speech For: parents, carers and young people');
    expect(await community.textOf(null, PUBLIC)).toContain('While you wait for Speech and language therapy');
    const other = await community.family('other-reader', 'OT');
    expect(await community.textOf(other.family, `/family/children/${other.personId}`)).not.toContain(
      'Help with speech',
    );
    await community.isFit(null, PUBLIC);
    await community.isFit(family, child);
    for (const at of [HELP, `${HELP}/new`, path, `${path}/write`, `${path}/publish`, `${path}/review`])
      await community.isFit(community.editor, at);
  });

  it('shows its editions, goes back to one, and is withdrawn', async () => {
    const path = await written({ title: 'First' });
    await published(path);
    await community.saved(`${path}/write`, { ...typed, title: 'Second' });
    await published(path);
    expect(await community.pressed(community.editor, path, `${path}/restore`)).toBe(303);
    expect(await community.textOf(null, PUBLIC)).toContain('Second');
    expect(await community.pressed(community.editor, path, `${path}/withdraw`)).toBe(303);
    expect(await community.textOf(null, PUBLIC)).not.toContain('Second');
    const history = await community.textOf(community.editor, path);
    expect(history).toMatch(/Withdrawn .* Taken back into the draft .* Published .* Draft written .* Published/);
    expect(history).toContain('Robin Somebody , content editor');
  });

  it('says when it is overdue for review, and when it is hard to read', async () => {
    const hard =
      'Multidisciplinary neurodevelopmental assessment necessitates comprehensive developmental information.';
    const path = await written({ title: 'Soon old', text: hard });
    expect(await community.textOf(community.editor, path)).toContain('This is hard to read');
    await published(path, '2026-11-30');
    community.site.today = '2026-12-01';
    const editor = await community.site.signIn('content-editor', { services: [] });
    expect(await community.textOf(editor, HELP)).toContain('1 text overdue for review');
    community.site.today = '2026-11-02';
    await community.saved(`${path}/review`, typedDate('reviewBy', '2027-03-01'));
    expect(await community.textOf(community.editor, path)).toContain('1 March 2027');
  });

  it('comes back with what was typed when something is wrong', async () => {
    const answer = await community.site.post(community.editor, `${HELP}/new`, {
      ...typed,
      ...{ linkUrl1: 'http://somewhere', linkText2: 'Half a link', text: 'As 999 000 0018 was told' },
    });
    expect(answer.status).toBe(422);
    const said = textOf(answer);
    expect(said).toContain('ten digits that look like an NHS number');
    expect(said).toContain('The address must begin with https://');
    expect(answer.html).toContain('As 999 000 0018 was told');
    const half = { ...typed, linkText2: 'Half a link' };
    expect(textOf(await community.site.post(community.editor, `${HELP}/new`, half))).toContain(
      'Enter the web address of link 2',
    );
  });

  it('that two write at once shows the second what the first did', async () => {
    const path = await written({ title: 'Written twice' });
    const mine = travelling(await community.site.get(community.editor, `${path}/write`));
    await community.saved(`${path}/write`, { ...typed, title: 'By the first' });
    const checked = await community.site.post(community.editor, `${path}/write`, { ...mine, ...typed });
    const meanwhile = await community.site.post(community.editor, `${path}/write`, travelling(checked));
    expect(meanwhile.status).toBe(412);
    expect((await community.site.post(community.editor, `${path}/write`, travelling(meanwhile))).status).toBe(303);
  });

  it('is written by a content editor alone, and is another place’s business elsewhere', async () => {
    const path = await written({ title: 'Whose' });
    const clinician = await community.site.signIn('clinician');
    expect((await community.site.get(clinician, path)).status).toBe(200);
    expect((await community.site.get(clinician, `${path}/write`)).status).toBe(403);
    const commissioner = await community.site.signIn('commissioner', { services: [] });
    expect((await community.site.get(commissioner, path)).status).toBe(403);
    const elsewhere = await community.site.signIn('content-editor', { place: 'cheshire-east', services: [] });
    expect((await community.site.get(elsewhere, path)).status).toBe(404);
    expect(await community.textOf(null, '/family/help/cheshire-east')).not.toContain('Whose');
    expect((await community.site.get(null, '/family/help/nowhere')).status).toBe(404);
  });
});
