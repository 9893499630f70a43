/** Every route of the families' API, asked by every kind of family about its own child, another's and one who is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyApiRoutes } from '../../../functions/family-api/routes.ts';
import type { Asker } from '../api-service.ts';
import { aMeeting, aQuestionnaire } from '../community-papers.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

let families: FamilyService;
let staff: Asker;
/** Of the place, for every family in it. */
let meetingId = '';
let questionnaireId = '';

interface Child {
  readonly personId: string;
  /** The adult's grant, where there is one. */
  readonly grantId: string;
}

/** Each has a child of its own, made once. The date of birth says the age on 1 November 2026. */
const makers: Readonly<Record<string, (subject: string) => Promise<Child>>> = {
  'parent of a child of 8': (subject) => withParent('2018-10-16', subject),
  'parent in a second household': async (subject) => {
    const { personId } = await withParent('2018-10-16', 'first-household');
    const grantId = await families.letIn(staff, personId, subject, { relationship: 'father' });
    return { personId, grantId };
  },
  'ex-partner whose access was ended': async (subject) => {
    const child = await withParent('2018-10-16', subject);
    await recorded(child.personId, { kind: 'revoked', grantId: child.grantId, reason: 'risk-of-harm' });
    return child;
  },
  'foster carer with the authority’s agreement': async (subject) => {
    const { personId } = await child('2018-10-16');
    await recorded(personId, { kind: 'care-order-made', authority: 'The council' });
    const carer = { relationship: 'foster-carer', basis: 'delegated', authority: 'Team manager' } as const;
    return { personId, grantId: await families.letIn(staff, personId, subject, carer) };
  },
  'birth parent under a care order': async (subject) => {
    const made = await withParent('2018-10-16', subject);
    await recorded(made.personId, { kind: 'care-order-made', authority: 'The council' });
    return made;
  },
  'parent of a child of 10': (subject) => withParent('2016-03-01', subject),
  'parent of a child of 12 who can decide and agrees': async (subject) => {
    const made = await withParent('2014-03-01', subject);
    await recorded(made.personId, { kind: 'competence-assessed', competent: true, consentsTo: [made.grantId] });
    return made;
  },
  'parent of a child of 12 who can decide and refuses': async (subject) => {
    const made = await withParent('2014-03-01', subject);
    await recorded(made.personId, { kind: 'competence-assessed', competent: true, consentsTo: [] });
    return made;
  },
  'parent of a child of 15': (subject) => withParent('2011-03-01', subject),
  'young person of 15 who can decide': async (subject) => {
    const made = await withParent('2011-03-01', `parent-of-${subject}`);
    await recorded(made.personId, { kind: 'competence-assessed', competent: true, consentsTo: [made.grantId] });
    await families.letIn(staff, made.personId, subject, { holder: 'young-person', relationship: 'self', basis: 'own' });
    return made;
  },
  'parent of somebody of 16 who was not asked': (subject) => grownUp('2010-10-20', subject),
  'parent of somebody of 16 who agreed': async (subject) => {
    const made = await grownUp('2010-10-20', subject);
    await recorded(made.personId, { kind: 'consent-recorded', grantId: made.grantId, given: true });
    return made;
  },
  'parent of somebody of 18': (subject) => grownUp('2008-10-20', subject, '2024-01-10'),
  'young person of 18': async (subject) => {
    const made = await grownUp('2008-10-20', `parent-of-${subject}`, '2024-01-10');
    await families.letIn(staff, made.personId, subject, { holder: 'young-person', relationship: 'self', basis: 'own' });
    return made;
  },
};

/** By route: what somebody gets about their own child. What is not theirs is 404 to everybody, as what is not there. */
const open = {
  // Of a place, the same to everybody: no record is read.
  readPlaceOrder: 200,
  readEstimatesCameOut: 200,
  readPlaceHelp: 200,
  listOwnChildren: 200,
  readOwnChild: 200,
  listLooked: 200,
  readSharing: 404,
  setSharing: 404,
  sendFamilyMessage: 201,
  answerCheckIn: 201,
  // Past permission: there are no goals, and no question is open.
  rateHealthGoal: 404,
  giveFeedback: 409,
  useCode: 422,
  useLink: 422,
  readTakingPart: 200,
  bookPlaces: 201,
  giveBackPlaces: 201,
  answerQuestionnaire: 201,
  readCalendar: 200,
  startCalendar: 201,
  endCalendar: 200,
  readReach: 200,
  chooseContactPreferences: 201,
  giveContactAddress: 201,
  // Past permission: a postal address is not shown by a code to be theirs.
  confirmContactAddress: 409,
};
const own = { ...open, readSharing: 200, setSharing: 201 };
const closed = {
  ...open,
  ...{ readOwnChild: 403, listLooked: 403, readSharing: 403, setSharing: 403 },
  ...{ sendFamilyMessage: 403, answerCheckIn: 403, rateHealthGoal: 403, giveFeedback: 403 },
  // No child of theirs is in the place any more.
  ...{ bookPlaces: 404, giveBackPlaces: 404, answerQuestionnaire: 404 },
  ...{ readReach: 403, chooseContactPreferences: 403, giveContactAddress: 403, confirmContactAddress: 403 },
};
/** Only the plan is open: there are no messages, which are a part of their own. */
const planAlone = { ...open, sendFamilyMessage: 404, answerCheckIn: 404, giveFeedback: 404 };

const matrix: Readonly<Record<string, typeof open>> = {
  'parent of a child of 8': open,
  'parent in a second household': open,
  'ex-partner whose access was ended': closed,
  'foster carer with the authority’s agreement': open,
  'birth parent under a care order': closed,
  'parent of a child of 10': open,
  'parent of a child of 12 who can decide and agrees': open,
  'parent of a child of 12 who can decide and refuses': closed,
  'parent of a child of 15': open,
  'young person of 15 who can decide': own,
  // The plan is still theirs to see, until SEND rights pass: the record is open, the health parts of it are not.
  'parent of somebody of 16 who was not asked': planAlone,
  'parent of somebody of 16 who agreed': open,
  'parent of somebody of 18': closed,
  'young person of 18': own,
};

beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
  const editor = await families.api.staff('content-editor', { services: [] });
  meetingId = (await families.api.post(editor, '/v1/events', aMeeting())).body.id;
  questionnaireId = (await families.api.post(editor, '/v1/questionnaires', aQuestionnaire())).body.id;
  const first = { 'if-match': '"1"' };
  await families.api.post(editor, `/v1/events/${meetingId}/open`, {}, first);
  await families.api.post(editor, `/v1/questionnaires/${questionnaireId}/open`, {}, first);
});
afterAll(() => families?.close());

async function child(birthDate: string): Promise<{ personId: string }> {
  const { personId } = await referred(families.api, staff, { who: { birthDate } });
  return { personId };
}
async function withParent(birthDate: string, subject: string): Promise<Child> {
  const { personId } = await child(birthDate);
  return { personId, grantId: await families.letIn(staff, personId, subject) };
}
/** Let in while parental responsibility was enough. */
async function grownUp(birthDate: string, subject: string, day = '2026-02-01'): Promise<Child> {
  const { personId } = await child(birthDate);
  return { personId, grantId: await families.letIn(staff, personId, subject, {}, day) };
}
async function recorded(personId: string, facts: unknown): Promise<void> {
  const answer = await families.record(staff, personId, facts);
  if (answer.status !== 201) throw new Error(answer.text);
}

async function asked(id: keyof typeof open, subject: string, { personId, grantId }: Child) {
  const route = familyApiRoutes.find((one) => one.id === id);
  if (route === undefined) throw new Error(`There is no route ${id}`);
  const path = route.path
    .replace('{personId}', personId)
    .replace('{grantId}', grantId)
    .replace('{place}', 'liverpool')
    .replace('{meetingId}', meetingId)
    .replace('{questionnaireId}', questionnaireId);
  const access = await families.api.deps.familyAccesses.get('liverpool', personId);
  const record = await families.api.deps.people.record('liverpool', personId);
  const referralId = record?.referrals[0]?.referral.id ?? 'AAAAAAAAAAAAAAAA';
  const bodies: Partial<Record<typeof id, unknown>> = {
    setSharing: { hidden: [] },
    bookPlaces: { seats: 1, needs: null },
    answerQuestionnaire: { answers: [{ chosen: [0] }, null, null] },
    useCode: { code: 'AAAA' },
    useLink: { secret: 'AAAA', birthDate: '2018-10-16' },
    sendFamilyMessage: { topic: 'still-needed', referralId: null, text: 'We have moved' },
    answerCheckIn: { answers: [{ referralId, answer: 'still-needed' }], text: null },
    rateHealthGoal: { goal: 1, rating: 5 },
    chooseContactPreferences: { channel: 'letter', formats: [], language: 'pl', interpreter: null, notToRing: [] },
    giveContactAddress: { channel: 'letter', address: '1 High Street\nL1 8JQ' },
    confirmContactAddress: { channel: 'text', code: '123456' },
    giveFeedback: { referralId: 'AAAAAAAAAAAAAAAA', occasion: 'discharge', answer: 'good', comment: null },
  };
  const body = bodies[id];
  const headers = { 'if-match': `"${access?.version ?? 1}"` };
  return families.ask(subject, route.method, path, body === undefined ? {} : { body, headers });
}

describe('what a family gets', () => {
  it('is said for every route and every kind of family', () => {
    expect(familyApiRoutes.map(({ id }) => id).sort()).toEqual(Object.keys(open).sort());
    expect(Object.keys(matrix)).toEqual(Object.keys(makers));
  });

  it.each(Object.keys(makers))('%s', async (who) => {
    const subject = who.replaceAll(/\W/g, '-');
    const mine = await makers[who]?.(subject);
    if (mine === undefined) throw new Error('There is no such family');
    const theirs = await withParent('2019-01-02', `other-than-${subject}`);
    const nobody = { personId: 'AAAAAAAAAAAAAAAA', grantId: theirs.grantId };
    for (const [id, expected] of Object.entries(matrix[who] ?? {}) as [keyof typeof open, number][]) {
      const answer = await asked(id, subject, mine);
      expect(`${id}: ${answer.status}`).toBe(`${id}: ${expected}`);
      if (!familyApiRoutes.find((one) => one.id === id)?.path.includes('{personId}')) continue;
      const others = await asked(id, subject, theirs);
      const absent = await asked(id, subject, nobody);
      expect([others.status, absent.status]).toEqual([404, 404]);
      const alike = ({ text }: { text: string }) => text.replaceAll(/family-\d+/g, '');
      expect(alike(others)).toBe(alike(absent));
    }
    expect((await asked('listOwnChildren', subject, mine)).body.children.length).toBe(matrix[who] === closed ? 0 : 1);
  });

  it('is nothing without a token, and nothing for staff', async () => {
    expect((await families.ask(null, 'GET', '/v1/family/children')).status).toBe(401);
    const asStaff = await families.api.ask(staff, 'GET', '/v1/family/children');
    expect(asStaff.status).toBe(404);
  });

  it('of the plan and of health goes by two days', async () => {
    const { personId } = await grownUp('2010-10-20', 'two-dates');
    const partsOn = async (today: string) =>
      (await families.ask('two-dates', 'GET', `/v1/family/children/${personId}`, { today })).body.parts;
    expect(await partsOn('2026-10-19')).toEqual(['health', 'ehc', 'budget', 'appointments', 'messages']);
    expect(await partsOn('2026-10-20')).toEqual(['ehc']);
  });
});
