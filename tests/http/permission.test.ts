/** Every route, asked in every role, of what is one's own, another service's, restricted, another place's, and not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualPreferences } from '../../shared/domain/message/preferences.ts';
import { roles } from '../../shared/domain/staff/staff.ts';
import type { Route } from '../../shared/http/api/route.ts';
import { ApiService, type Asker, type Sent } from './api-service.ts';
import { aHelp, aMeeting, aNotice, aQuestionnaire } from './community-papers.ts';
import { person, referral, referred } from './invented.ts';
import { newTarget, type Relation, relations, type Target } from './permission-targets.ts';

/** What a role gets for each relation, in the order above. Routes about a whole place have only the first. */
type Expected = readonly [own: number, otherService: number, restricted: number, otherPlace: number, absent: number];

const REFUSED = [403, 403, 403, 403, 403] as const;
const work = (good: number, restricted = 404): Expected => [good, good, restricted, 404, 404];
const service = (good: number): Expected => [good, 403, 404, 404, 404];
const place = (good: number): Expected => [good, good, good, 404, 404];

const alert = (good: number): Expected => [good, 404, 404, 404, 404];

const never: Expected = [404, 404, 404, 404, 404];
const outside: Expected = [403, 403, 404, 404, 404];

/** Who reads neither the place's policy nor messages to staff. */
const nobodyOfStaff: readonly (typeof roles)[number][] = ['family', 'council-system'];

/** The matrix, by route and role; a role that is not named is refused whatever it asks about. */
const matrix: Readonly<Record<string, Readonly<Partial<Record<(typeof roles)[number], Expected | number>>>>> = {
  readMe: Object.fromEntries(roles.map((role) => [role, role === 'family' ? 403 : 200])),
  readOwnNotifications: Object.fromEntries(roles.map((role) => [role, nobodyOfStaff.includes(role) ? 403 : 200])),
  // Past permission: nobody has chosen yet, so the same again changes nothing.
  chooseOwnNotifications: Object.fromEntries(roles.map((role) => [role, nobodyOfStaff.includes(role) ? 403 : 200])),
  createPerson: { clinician: 201, administrator: 201, 'data-manager': 201 },
  findPeople: { clinician: 200, administrator: 200, 'data-manager': 200 },
  readPerson: { clinician: work(200), administrator: work(200), 'data-manager': place(200) },
  changePerson: { clinician: work(200), administrator: work(200), 'data-manager': place(200) },
  receiveReferral: { clinician: work(201), administrator: work(201), 'data-manager': place(201) },
  readReferral: { clinician: work(200), administrator: work(200), 'data-manager': place(200) },
  recordReferralEvent: { clinician: service(201), administrator: service(201), 'data-manager': place(201) },
  listQueues: { clinician: 200, administrator: 200, 'data-manager': 200 },
  listQueue: { clinician: queue(200, 403), administrator: queue(200, 403), 'data-manager': queue(200, 200) },
  exportQueue: { clinician: queue(200, 403), administrator: queue(200, 403), 'data-manager': queue(200, 200) },
  summariseQueue: { clinician: queue(200, 200), administrator: queue(200, 200), 'data-manager': queue(200, 200) },
  readPolicy: Object.fromEntries(roles.map((role) => [role, nobodyOfStaff.includes(role) ? 403 : 200])),
  // Past permission: the same policy again changes nothing.
  savePolicy: { operator: 409 },
  startImport: { 'data-manager': 201 },
  listImports: { 'data-manager': 200 },
  rehearseImport: { 'data-manager': 200 },
  findAbsentReferrals: { 'data-manager': 200 },
  readImport: { 'data-manager': place(200) },
  // Past permission: the row that was sent before stands under this number.
  importRows: { 'data-manager': place(409) },
  completeImport: { 'data-manager': place(200) },
  undoImport: { 'data-manager': place(200) },
  listReviews: { clinician: 200, administrator: 200, 'data-manager': 200 },
  readReview: { clinician: work(200), administrator: work(200), 'data-manager': place(200) },
  decideReview: { 'data-manager': place(200) },
  listAlerts: { clinician: 200, administrator: 200, 'data-manager': 200 },
  // Another service's alerts are not there.
  readAlert: { clinician: alert(200), administrator: alert(200), 'data-manager': place(200) },
  listAlertsOfPerson: { clinician: work(200), administrator: work(200), 'data-manager': place(200) },
  acknowledgeAlert: { clinician: alert(200), administrator: alert(200), 'data-manager': place(200) },
  snoozeAlert: { clinician: alert(200), administrator: alert(200), 'data-manager': place(200) },
  acknowledgeAlerts: { clinician: 200, administrator: 200, 'data-manager': 200 },
  listHealthChecks: { clinician: 200, administrator: 200, 'data-manager': 200 },
  exportHealthChecks: { clinician: 200, administrator: 200, 'data-manager': 200 },
  countHealthChecks: { clinician: 200, administrator: 200, 'data-manager': 200 },
  rehearsePracticeFile: { clinician: 200, administrator: 200, 'data-manager': 200 },
  workPracticeFile: { clinician: 200, administrator: 200, 'data-manager': 200 },
  // Nobody among these has a record.
  readHealthCheck: { clinician: never, administrator: never, 'data-manager': never },
  // Budgets are another team's, whoever asks here: that there is one is not told. The team itself: budgets/record.test.ts.
  listBudgets: { 'data-manager': 200 },
  exportBudgets: { 'data-manager': 200 },
  countBudgets: { 'data-manager': 200 },
  importLedger: { 'data-manager': 200 },
  openBudget: { clinician: outside, administrator: outside, 'data-manager': place(201) },
  readBudget: { clinician: never, administrator: never, 'data-manager': place(200) },
  recordBudgetEvent: { clinician: never, administrator: never, 'data-manager': place(201) },
  readBudgetStatement: { clinician: never, administrator: never, 'data-manager': place(200) },
  // Past permission: nobody has this number.
  receiveEhcRequest: { 'data-manager': 404, 'council-system': 404 },
  // For those who coordinate: not there for any other service.
  recordEhcAssessmentEvent: { clinician: never, administrator: never, 'data-manager': place(201) },
  recordEhcAdviceEvent: { clinician: alert(201), administrator: alert(201), 'data-manager': place(201) },
  // The council’s case system sees those that it asked for, and none of these.
  readEhcAssessment: {
    ...{ clinician: never, administrator: never, 'data-manager': place(200) },
    'council-system': never,
  },
  // What one's own service has to give advice on; the counts are for those who coordinate.
  listEhcChases: { clinician: 200, administrator: 200, 'data-manager': 200 },
  countEhc: { 'data-manager': 200 },
  countCareAssessments: { 'data-manager': 200 },
  rehearseCareNotifications: { 'data-manager': 200 },
  workCareNotifications: { 'data-manager': 200 },
  // Another team's: that a child is in care is not told. A child may have several periods of it.
  openHealthCheck: { clinician: work(201), administrator: work(201), 'data-manager': place(201) },
  recordHealthCheckEvent: { clinician: never, administrator: never, 'data-manager': never },
  openCareAssessment: { clinician: outside, administrator: outside, 'data-manager': place(201) },
  // Advice is another kind of record.
  recordCareAssessmentEvent: { clinician: never, administrator: never, 'data-manager': never },
  readMyDay: { clinician: 200, administrator: 200, 'data-manager': 200 },
  listCases: { clinician: 200, administrator: 200, 'data-manager': 200 },
  exportCases: { clinician: 200, administrator: 200, 'data-manager': 200 },
  listCasesOfPerson: { clinician: work(200), administrator: work(200), 'data-manager': place(200) },
  // Another service's cases are not there.
  readCase: { clinician: alert(200), administrator: alert(200), 'data-manager': place(200) },
  auditPerson: { 'audit-officer': place(200) },
  auditStaff: { 'audit-officer': place(200) },
  auditUnusual: { 'audit-officer': 200 },
  verifyAudit: { 'audit-officer': 200, operator: 200, 'data-manager': 200 },
  askEmergencyAccess: { clinician: 201, administrator: 201 },
  // A colleague's, whoever asks: nobody uses another's emergency access.
  useEmergencyAccess: { clinician: never, administrator: never },
  listEmergencyAccess: { 'audit-officer': 200 },
  readEmergencyAccess: { 'audit-officer': place(200) },
  reviewEmergencyAccess: { 'audit-officer': place(201) },
  listHelp: { ...readsCommunity(200) },
  writeHelp: { 'content-editor': 201 },
  readHelp: { ...readsCommunity(place(200)) },
  changeHelp: { 'content-editor': place(200) },
  publishHelp: { 'content-editor': place(200) },
  // Past permission: it is not published, and has no edition.
  reviewHelp: { 'content-editor': place(409) },
  withdrawHelp: { 'content-editor': place(409) },
  restoreHelp: { 'content-editor': place(409) },
  listNotices: { ...readsCommunity(200) },
  writeNotice: { 'content-editor': 201 },
  readNotice: { ...readsCommunity(place(200)) },
  changeNotice: { 'content-editor': place(200) },
  publishNotice: { 'content-editor': place(200) },
  // Past permission: no family has seen it.
  withdrawNotice: { 'content-editor': place(409) },
  listEvents: { ...readsCommunity(200) },
  planEvent: { 'content-editor': 201 },
  readEvent: { ...readsCommunity(place(200)) },
  changeEvent: { 'content-editor': place(200) },
  openEvent: { 'content-editor': place(200) },
  cancelEvent: { 'content-editor': place(200) },
  listQuestionnaires: { ...readsCommunity(200) },
  writeQuestionnaire: { 'content-editor': 201 },
  readQuestionnaire: { ...readsCommunity(place(200)) },
  changeQuestionnaire: { 'content-editor': place(200) },
  openQuestionnaire: { 'content-editor': place(200) },
  // Past permission: nobody was asked yet.
  closeQuestionnaire: { 'content-editor': place(409) },
  shareOutcome: { 'content-editor': place(409) },
  listWebhooks: { 'data-manager': 200, operator: 200 },
  createWebhook: { 'data-manager': 201, operator: 201 },
  readWebhook: { 'data-manager': place(200), operator: place(200) },
  testWebhook: { 'data-manager': place(200), operator: place(200) },
  switchWebhookOff: { 'data-manager': place(200), operator: place(200) },
  // Past permission: it is on already.
  switchWebhookOn: { 'data-manager': place(409), operator: place(409) },
  replayWebhook: { 'data-manager': place(200), operator: place(200) },
  changeWebhookSecret: { 'data-manager': place(200), operator: place(200) },
  readOperations: { operator: 200 },
  readFamilyAccess: { clinician: work(200), administrator: work(200) },
  inviteFamily: { clinician: service(201), administrator: service(201) },
  recordFamilyAccess: { clinician: service(201), administrator: service(201) },
  readHealth: Object.fromEntries(roles.map((role) => [role, 200])),
  readOpenApi: Object.fromEntries(roles.map((role) => [role, 200])),
  readDocs: Object.fromEntries(roles.map((role) => [role, 200])),
};
/** Whoever works with families may see what is written for them; none of it is a person's. */
function readsCommunity(expected: Expected | number) {
  return { clinician: expected, administrator: expected, 'data-manager': expected, 'content-editor': expected };
}
/** A queue is nobody's secret inside its place, and another place's queue is not there. */
function queue(own: number, otherService: number): Expected {
  return [own, otherService, own, 404, 404];
}

let api: ApiService;
const askers = new Map<string, Asker>();
let policy: unknown;

beforeAll(async () => {
  api = await ApiService.open();
  for (const role of roles) askers.set(role, await api.staff(role, { services: ['salt', 'learning-disability'] }));
  policy = (await api.get(askers.get('operator') as Asker, '/v1/policy')).body;
});
afterAll(() => api.close());

const shared = new Map<Relation, Promise<Target>>();
/** What a request that changes nothing may ask about, together with others. */
function sharedTarget(relation: Relation): Promise<Target> {
  const kept = shared.get(relation) ?? newTarget(api, relation);
  shared.set(relation, kept);
  return kept;
}

const { staffId: _id, version: _version, ...usualChoices } = usualPreferences('');

const row = { record: 1, line: 2, cells: { referralId: 'REF1' } };

function request(route: Route, to: Target): { path: string; sent: Sent } {
  const path = route.path
    .replace('{personId}', to.personId)
    .replace('{referralId}', to.referralId)
    .replace('{queue}', to.queue)
    .replace('{importId}', to.importId)
    .replace('{reviewId}', to.reviewId)
    .replace('{staffId}', to.staffId)
    .replace('{accessId}', to.accessId)
    .replace('{alertId}', to.alertId)
    .replace('{budgetId}', to.budgetId)
    .replace('{assessmentId}', to.assessmentId)
    .replace('{caseId}', to.caseId)
    .replace('{kind}', 'ehc-advice')
    .replace('{webhookId}', to.webhookId)
    .replace('{helpId}', to.helpId)
    .replace('{noticeId}', to.noticeId)
    .replace('{meetingId}', to.meetingId)
    .replace('{questionnaireId}', to.questionnaireId);
  const bodies: Readonly<Record<string, unknown>> = {
    createPerson: person(),
    findPeople: { familyName: 'Okafor', birthDate: '2018-10-16' },
    changePerson: { interpreterLanguage: 'Somali' },
    receiveReferral: referral({ queue: 'ADHD' }),
    recordReferralEvent: { facts: { kind: 'noted', note: 'A note' }, on: '2026-10-01' },
    savePolicy: policy,
    startImport: { rows: 1 },
    rehearseImport: { rows: [row] },
    findAbsentReferrals: { referralIds: [] },
    importRows: { rows: [row] },
    decideReview: { decision: 'dismiss' },
    rehearsePracticeFile: { rows: [{ record: 1, line: 2, cells: {} }] },
    rehearseCareNotifications: { rows: [{ record: 1, line: 2, cells: {} }] },
    workCareNotifications: { rows: [{ record: 1, line: 2, cells: {} }] },
    workPracticeFile: { rows: [{ record: 1, line: 2, cells: {} }] },
    acknowledgeAlert: {},
    acknowledgeAlerts: { alerts: [{ id: to.alertId, version: 1 }] },
    snoozeAlert: { until: '2026-11-05', reason: 'The family is away' },
    openBudget: { facts: { kind: 'requested', right: 'continuing-care', askedBy: 'parent' }, on: '2026-10-01' },
    recordBudgetEvent: { facts: { kind: 'noted', note: 'A note' }, on: '2026-10-01' },
    importLedger: { system: 'finance', rows: [{ row: 1, cells: {} }] },
    askEmergencyAccess: { nhsNumber: '9990017336', reason: 'The child is at risk of harm' },
    createWebhook: { name: 'Board', channel: 'webhook', team: 'salt', url: 'https://team.example.org/' },
    writeHelp: aHelp(),
    changeHelp: aHelp(),
    publishHelp: { reviewBy: '2027-04-01' },
    reviewHelp: { reviewBy: '2027-04-01' },
    withdrawHelp: {},
    restoreHelp: { edition: 1 },
    writeNotice: aNotice(),
    changeNotice: aNotice(),
    publishNotice: { isSent: true },
    withdrawNotice: { reason: 'A mistake' },
    planEvent: aMeeting(),
    changeEvent: aMeeting(),
    openEvent: {},
    cancelEvent: { reason: 'No room' },
    writeQuestionnaire: aQuestionnaire(),
    changeQuestionnaire: aQuestionnaire(),
    openQuestionnaire: {},
    closeQuestionnaire: {},
    shareOutcome: { lines: [{ said: 'Ring us', did: 'We do' }] },
    chooseOwnNotifications: usualChoices,
    inviteFamily: {
      ...{ holder: 'adult', name: 'Grace Okafor', relationship: 'mother', basis: 'parental-responsibility' },
      ...{ checked: 'birth-certificate' },
    },
    recordFamilyAccess: { facts: { kind: 'reviewed' }, on: '2026-10-01' },
    openHealthCheck: { facts: { kind: 'registered', practice: 'N82001' }, on: '2026-01-05' },
    recordHealthCheckEvent: { facts: { kind: 'noted', note: 'A note' }, on: '2026-10-01' },
    openCareAssessment: {
      facts: { kind: 'became-looked-after', legalStatus: 'section-20', authority: 'Liverpool', outOfArea: false },
      on: '2026-10-01',
    },
    recordCareAssessmentEvent: { facts: { kind: 'noted', note: 'A note' }, on: '2026-10-02' },
    reviewEmergencyAccess: { outcome: 'justified', note: 'Spoken to' },
    recordEhcAssessmentEvent: { facts: { kind: 'noted', note: 'A note' }, on: '2026-10-01' },
    recordEhcAdviceEvent: { facts: { kind: 'noted', note: 'A note' }, on: '2026-10-01' },
    receiveEhcRequest: {
      nhsNumber: '9990017336',
      birthDate: '2018-10-16',
      receivedOn: '2026-10-01',
      requestedBy: 'parent',
      councilReference: 'EHC-1',
    },
  };
  const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    countEhc: { from: '2026-09-01', to: '2026-09-30' },
    countCareAssessments: { from: '2026-09-01', to: '2026-09-30' },
  };
  const body = bodies[route.id];
  // Nobody was ever invited to these records.
  const version = route.path.includes('/family-access') ? 0 : 1;
  const headers = { 'idempotency-key': api.key(), 'if-match': `"${version}"` };
  const query = queries[route.id];
  if (body !== undefined) return { path, sent: { body, headers } };
  return { path, sent: route.method === 'GET' ? { ...(query && { query }) } : { headers } };
}

describe('who may do what', () => {
  it('is said for every route', async () => {
    expect(Object.keys(matrix).sort()).toEqual(api.routes.map(({ id }) => id).sort());
  });

  it.each(Object.keys(matrix))('%s', async (id) => {
    const route = api.routes.find((one) => one.id === id) as Route;
    const aboutOne = /\{/.test(route.path);
    for (const role of roles) {
      const expected = matrix[id]?.[role];
      for (const [at, relation] of relations.entries()) {
        if (!aboutOne && at > 0) continue;
        const status = typeof expected === 'number' ? expected : (expected ?? REFUSED)[at];
        const changes = route.method !== 'GET' && status !== undefined && status < 300;
        const { path, sent } = request(route, await (changes ? newTarget(api, relation) : sharedTarget(relation)));
        const answer = await api.ask(askers.get(role) as Asker, route.method, path, sent);
        expect(answer.status, `${id} as ${role} of ${relation}: ${answer.text.slice(0, 300)}`).toBe(status);
      }
    }
  });
});

describe('what is not yours', () => {
  it.each([
    'readPerson',
    'changePerson',
    'receiveReferral',
    'readReferral',
    'recordReferralEvent',
    'listQueue',
    'readReview',
  ])('is answered to the byte as if it were not there: %s', async (id) => {
    const route = api.routes.find((one) => one.id === id) as Route;
    const asker = askers.get('clinician') as Asker;
    const answers = [];
    for (const relation of [
      'other-place',
      'absent',
      ...(id === 'listQueue' ? [] : (['restricted'] as const)),
    ] as const) {
      const { path, sent } = request(route, await newTarget(api, relation));
      const { status, headers, text } = await api.ask(asker, route.method, path, sent);
      // The request's own id is the one thing that differs, and it tells nothing of the subject.
      answers.push(JSON.stringify([status, headers, text]).replaceAll(/request-\d+/g, 'request'));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404');
  });

  it('is not found by searching', async () => {
    const manager = await api.staff('data-manager');
    const who = { familyName: 'Verborgen', birthDate: '2011-11-11', flags: ['restricted'], nhsNumber: '9990017336' };
    const { personId } = await referred(api, manager, { who, what: { queue: 'OT' } });
    for (const body of [{ nhsNumber: '9990017336' }, { familyName: 'Verborgen', birthDate: '2011-11-11' }]) {
      const search = async (asker: Asker) => (await api.ask(asker, 'POST', '/v1/people/search', { body })).body.people;
      expect(await search(askers.get('clinician') as Asker)).toEqual([]);
      expect(await search(await api.staff('clinician', { services: ['ot'] }))).toMatchObject([{ id: personId }]);
      expect(await search(await api.staff('data-manager', { place: 'cheshire-east' }))).toEqual([]);
    }
  });
});

describe('moving somebody up', () => {
  it('is for clinicians of the service', async () => {
    const manager = await api.staff('data-manager');
    const { path } = await referred(api, manager);
    const retier = { facts: { kind: 'retiered', tier: 'urgent', reason: 'Losing words' }, on: '2026-10-01' };
    const ask = (asker: Asker) => api.post(asker, `${path}/events`, retier, { 'if-match': '"1"' });
    expect((await ask(askers.get('administrator') as Asker)).status).toBe(403);
    expect((await ask(manager)).status).toBe(403);
    expect((await ask(await api.staff('clinician', { services: ['ot'] }))).status).toBe(403);
    expect((await ask(askers.get('clinician') as Asker)).body.state.tier).toBe('urgent');
  });
});
