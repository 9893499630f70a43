/** Every page of families with something on it to read: for tests that look at all of them. */
import { expect } from 'vitest';
import { familyRoutes } from '../../../functions/family-web/routes.ts';
import { ehcRequestSchema, receiveEhcRequest } from '../../../shared/application/ehc/receive-ehc-request.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { planOf, type Told, untilLive } from '../../unit/budget/budgets.ts';
import { madeCase } from '../cases/made-case.ts';
import type { CommunitySite } from '../community/community-site.ts';
import { happened, madePerson, madeReferral, nhsNumbers } from '../people/made-people.ts';
import type { Fields, SignedIn } from '../running-site.ts';
import { travelling, typedDate } from '../sent-form.ts';
import { letIn, recorded } from './let-in.ts';

/** The provider's pages, not ours; and a file. */
const ELSEWHERE = new Set(['/family/sign-in', '/family/sign-in/callback', '/family/calendar/{secret}/dates.ics']);

/** The addresses of all pages, with parameters in braces. */
export const pages = [...new Set(familyRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path))].filter(
  (path) => !ELSEWHERE.has(path),
);

export interface EveryPage {
  readonly leila: SignedIn;
  readonly personId: string;
  /** A page's own address. */
  readonly at: (page: string) => string;
}

/** A young person of 15 for whom every page has something to show. */
export async function everyPage(community: CommunitySite): Promise<EveryPage> {
  const staff = await community.site.signIn('administrator', { services: ['salt', 'ot', 'family-liaison'] });
  const { personId, grantId, leila } = await youngPerson(community, staff);
  await dutiesOf(community, staff, personId);
  const parameters: Readonly<Record<string, string>> = {
    ...{ personId, grantId, channel: 'text', place: 'liverpool' },
    ...(await askedOfAll(community)),
    secret: 'AAAAAAAAAAAAAAAAAAAAAAAA',
  };
  const at = (page: string) => page.replaceAll(/\{(\w+)\}/g, (hole, name: string) => parameters[name] ?? hole);
  return { leila, personId, at };
}

/** Waits, was seen and has a goal, so that every page about a child has something to show; with a mother who sees it too. */
async function youngPerson(community: CommunitySite, staff: SignedIn) {
  const { site } = community;
  const person = await madePerson(site, staff, {
    ...{ familyName: 'Hassan', givenName: 'Leila', birthDate: '2011-03-01', nhsNumber: nhsNumbers[0] },
  });
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
  await sends(community, staff, `/people/${person.id}/cases/health-goals/new`, goal);
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

/** An event and questions that are open to every family of the place, help and news; and what families said before. */
async function askedOfAll(community: CommunitySite) {
  const open = async (kind: string, fields: Fields): Promise<string> => {
    const path = await community.saved(`/community/${kind}/new`, fields);
    expect(await community.pressed(community.editor, path, `${path}/open`)).toBe(303);
    return path.split('/').at(-1) ?? '';
  };
  const event = { title: 'Coffee morning', text: 'Come and tell us what would help.', where: 'The family hub' };
  const when = { ...typedDate('on', '2026-12-10'), from: '10:00', to: '12:00', ...typedDate('bookBy', '2026-12-08') };
  const questions = { title: 'How do we tell you?', intro: 'Tell us how we keep in touch.', text1: 'What would help?' };
  const help = {
    kind: 'sendiass',
    title: 'Liverpool SENDIASS',
    text: 'Ask about school.\n\n- It is free',
    whoFor: 'parents',
  };
  const link = {
    phone: '0151 496 0100',
    linkText1: 'Find out more',
    linkUrl1: 'https://councilfordisabledchildren.org.uk/',
  };
  for (const queues of [{}, { queues: 'SALT' }]) {
    const written = await community.saved('/community/help/new', { ...help, ...link, ...queues });
    await community.saved(`${written}/publish`, typedDate('reviewBy', '2027-05-01'));
  }
  const news = { title: 'The clinic moves', text: 'From 1 December we see you at the new centre.', queues: 'SALT' };
  const notice = await community.saved('/community/notices/new', { ...news, ...typedDate('until', '2026-12-31') });
  await community.saved(`${notice}/publish`, { isSent: 'no' });
  return {
    meetingId: await open('events', { ...event, ...when, access: 'Step-free', capacity: '2' }),
    questionnaireId: await open('questions', { ...questions, kind1: 'text', ...typedDate('closesOn', '2026-12-10') }),
  };
}

/** Sends a form of staff, and what its check page holds. */
async function sends({ site }: CommunitySite, who: SignedIn, path: string, fields: Fields): Promise<void> {
  const checked = await site.post(who, path, { ...travelling(await site.get(who, path)), ...fields });
  expect((await site.post(who, path, travelling(checked))).status).toBe(303);
}

/** An EHC assessment, a health check and a budget with a year of payments. */
async function dutiesOf({ site }: CommunitySite, staff: SignedIn, personId: string): Promise<void> {
  const actor = { id: staff.staffId, place: 'liverpool', role: 'data-manager', services: [] } as const;
  const call = { actor, now: parseInstant('2026-02-01T12:00:00Z'), requestId: 'from-the-council' };
  const request = {
    ...{ nhsNumber: nhsNumbers[0], birthDate: '2011-03-01', receivedOn: '2026-01-12', requestedBy: 'parent' },
    ...{ councilReference: 'EHC-10427', advice: [{ services: ['salt', 'ot'], receivedOn: '2026-02-01' }] },
  };
  await receiveEhcRequest(site.deps, call, ehcRequestSchema.parse(request), site.deps.ids.fresh());
  const check = { personId, kind: 'health-check', service: 'learning-disability' } as const;
  await madeCase(site, staff, check, [['2025-04-01', { kind: 'registered', practice: 'N82001' }]]);
  const budget = { personId, kind: 'budget', service: 'personal-health-budgets' } as const;
  const paid: Told = ['2026-04-01', { kind: 'payment-made', type: 'direct-payment', amountPence: 120_045 }];
  const [first, ...rest] = untilLive(planOf({ 'direct-payment': 1_300_000 }, '2026-04-01'));
  if (first !== undefined) await madeCase(site, staff, { ...budget, role: 'administrator' }, [first, ...rest, paid]);
}
