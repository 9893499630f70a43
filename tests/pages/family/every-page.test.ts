/**
 * Every page of families, as a young person of 15 gets it on a phone: axe, 320 px, without JavaScript, on paper, and no heavier than
 * 60 KB. A page that is added is asked for here by its route. `tests/afterwards/plain-words` grades what all of them say.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { familyRoutes } from '../../../functions/family-web/routes.ts';
import { noHorizontalScroll } from '../../browser/layout.ts';
import { CommunitySite } from '../community/community-site.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import type { Fields, RunningSite, SignedIn } from '../running-site.ts';
import { travelling, typedDate } from '../sent-form.ts';
import { HEAVIEST, isFit, uselessOnPaper, weightOf, wordsOf } from './fit.ts';
import { letIn, recorded } from './let-in.ts';

let community: CommunitySite;
let site: RunningSite;
let staff: SignedIn;

beforeAll(async () => {
  community = await CommunitySite.open();
  ({ site } = community);
  staff = await site.signIn('administrator', { services: ['salt', 'ot', 'family-liaison'] });
});
afterEach(() => site.foresawEverything());
afterAll(() => community?.close());

/** The provider's pages, not ours; and a file. */
const ELSEWHERE = new Set(['/family/sign-in', '/family/sign-in/callback', '/family/calendar/{secret}/dates.ics']);
const pages = [...new Set(familyRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path))].filter(
  (path) => !ELSEWHERE.has(path),
);

/** Waits, was seen and has a goal, so that every page about a child has something to show; with a mother who sees it too. */
async function youngPerson() {
  const person = await madePerson(site, staff, { familyName: 'Hassan', givenName: 'Leila', birthDate: '2011-03-01' });
  await madeReferral(site, staff, person.id);
  const { referral } = await madeReferral(site, staff, person.id, { queue: 'OT' });
  await happened(
    site,
    staff,
    { referral },
    ['2026-07-07', { kind: 'triage-accepted' }],
    ['2026-09-01', { kind: 'contact', mechanism: 'face-to-face', parentOnly: false }],
  );
  const goal = {
    text: 'Asks for what she wants at lunch',
    target: '7',
    service: 'salt',
    ...typedDate('on', '2026-11-02'),
  };
  await sends(staff, `/people/${person.id}/cases/health-goals/new`, goal);
  await letIn(site, staff, { personId: person.id, subject: 'farah', name: 'Farah Hassan' });
  const overview = await site.get(staff, `/people/${person.id}/family`);
  const grantId = /\/family\/([\w-]{16})\/record/.exec(overview.html)?.[1] ?? '';
  await recorded(site, staff, person.id, 'competence-assessed', { competent: 'yes', consentsTo: [grantId] });
  const own = { relationship: 'self', basis: 'own', name: 'Leila Hassan', checked: 'known-to-service' };
  const leila = await letIn(site, staff, { personId: person.id, subject: 'leila', ...own });
  const way = `/family/children/${person.id}/reach/ways/text`;
  await site.post(leila, way, { ...travelling(await site.get(leila, way)), address: '07700 900123' });
  return { personId: person.id, grantId, leila };
}

/** An event and questions that are open to every family of the place. */
async function askedOfAll() {
  const open = async (kind: string, fields: Fields): Promise<string> => {
    const path = await community.saved(`/community/${kind}/new`, fields);
    expect(await community.pressed(community.editor, path, `${path}/open`)).toBe(303);
    return path.split('/').at(-1) ?? '';
  };
  const event = { title: 'Coffee morning', text: 'Come and tell us what would help.', where: 'The family hub' };
  const when = { ...typedDate('on', '2026-12-10'), from: '10:00', to: '12:00', ...typedDate('bookBy', '2026-12-08') };
  const questions = { title: 'How do we tell you?', intro: 'Tell us how we keep in touch.', text1: 'What would help?' };
  return {
    meetingId: await open('events', { ...event, ...when, access: 'Step-free', capacity: '2' }),
    questionnaireId: await open('questions', { ...questions, kind1: 'text', ...typedDate('closesOn', '2026-12-10') }),
  };
}

/** Sends a form of staff, and what its check page holds. */
async function sends(who: SignedIn, path: string, fields: Fields): Promise<void> {
  const checked = await site.post(who, path, { ...travelling(await site.get(who, path)), ...fields });
  expect((await site.post(who, path, travelling(checked))).status).toBe(303);
}

it('every page is fit for a phone, for no JavaScript, for paper and for a slow line', async () => {
  const { personId, grantId, leila } = await youngPerson();
  const parameters: Readonly<Record<string, string>> = {
    ...{ personId, grantId, channel: 'text', place: 'liverpool' },
    ...(await askedOfAll()),
    secret: 'AAAAAAAAAAAAAAAAAAAAAAAA',
  };
  const phone = await site.browse(community.browser, leila, { width: 320 });
  const plain = await site.browse(community.browser, leila, { width: 320, javaScript: false });
  for (const route of pages) {
    const path = route.replaceAll(/\{(\w+)\}/g, (hole, name: string) => parameters[name] ?? hole);
    const answer = await phone.page.goto(`${site.origin}${path}`);
    expect(answer?.status(), `${route} is not shown to this young person: say here what its address takes`).toBe(200);
    await isFit(phone.page, `every-${route.replaceAll(/\W+/g, '-')}`);
    expect(await uselessOnPaper(phone.page), route).toEqual([]);
    expect(await weightOf(site, leila, path), route).toBeLessThan(HEAVIEST);
    await plain.page.goto(`${site.origin}${path}`);
    expect(await wordsOf(plain.page), route).toBe(await wordsOf(phone.page));
    expect(await noHorizontalScroll(plain.page), route).toEqual([]);
  }
  await plain.close();
  await phone.close();
});
