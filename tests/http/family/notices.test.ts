/** Notices of a place: told once to each adult whom they touch, shown on pages and in the API, taken back by withdrawing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessages } from '../../../shared/application/messages/send-messages.ts';
import { tellNotices } from '../../../shared/application/messages/tell-notices.ts';
import type { Outgoing, SendOutcome } from '../../../shared/application/ports/senders.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { type Asker, TODAY } from '../api-service.ts';
import { aNotice } from '../community-papers.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

let families: FamilyService;
let staff: Asker;
let editor: Asker;
beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
  editor = await families.api.staff('content-editor', { services: [] });
});
afterAll(() => families?.close());

const AT = `${TODAY}T12:40:00Z`;

/** An adult who can be texted, with children who wait. */
async function reader(subject: string, phone: string, queues: readonly string[]): Promise<readonly string[]> {
  const children: string[] = [];
  for (const queue of queues) {
    const { personId } = await referred(families.api, staff, { who: { birthDate: '2018-10-16' }, what: { queue } });
    const grantId = await families.letIn(staff, personId, subject);
    const path = `/v1/family/children/${personId}/reach`;
    await families.ask(subject, 'POST', `${path}/addresses`, { body: { channel: 'text', address: phone } });
    const kept = await families.deps.oneTimeCodes.get('liverpool', personId, grantId);
    const code = families.deps.oneTimeCodes.codeOf(kept?.codeId ?? '');
    await families.ask(subject, 'POST', `${path}/confirmations`, { body: { channel: 'text', code } });
    children.push(personId);
  }
  return children;
}

async function published(more = {}, isSent = true): Promise<{ id: string; version: number }> {
  const { id, version } = (await families.api.post(editor, '/v1/notices', aNotice(more))).body;
  return work(id, version, 'publish', { isSent });
}

async function work(id: string, version: number, what: string, body: unknown) {
  const answer = await families.api.post(editor, `/v1/notices/${id}/${what}`, body, { 'if-match': `"${version}"` });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

/** One run of the function that tells and sends: what arrived, by address. */
async function run({
  tell = true,
  hasTime = (): boolean => true,
} = {}): Promise<readonly { to: string; what: Outgoing }[]> {
  const arrived: { to: string; what: Outgoing }[] = [];
  const by = async (to: unknown, what: Outgoing): Promise<SendOutcome> => {
    arrived.push({ to: String(to), what });
    return { isSent: true };
  };
  const senders = { email: by, text: by, letter: by, webhook: by, workflow: by };
  const emailReceipts = { areAllRecorded: async () => true };
  const deps = { ...families.api.deps, senders, emailReceipts, publicUrl: 'https://waiting-lists.example' };
  const question = {
    places: ['liverpool'],
    time: parseInstant(AT),
    requestId: 'run',
    hasTime,
    onFailure: (failed: unknown) => {
      throw failed;
    },
  };
  if (tell) await tellNotices(deps, question);
  await sendMessages(deps, { ...question, hasTime: () => true });
  return arrived.filter(({ what }) => what.subject === 'There is news');
}

const newsOf = async (subject: string, personId: string) =>
  (await families.ask(subject, 'GET', `/v1/family/children/${personId}`)).body.news as { title: string }[];

describe('a notice', () => {
  it('is told once to each adult it touches, however often it runs, and says nothing of what or whom', async () => {
    const [child = '', sibling = ''] = await reader('two-children', '07700 900301', ['SALT', 'SALT']);
    const [other = ''] = await reader('elsewhere', '07700 900302', ['OT']);
    const notice = await published({ title: 'Speech clinic moves', queues: ['SALT'] });
    // A run that is cut short leaves it to the next one.
    await run({ hasTime: () => false });
    const arrived = await run();
    const again = await run();
    expect([...arrived, ...again].filter(({ to }) => to === '+447700900302')).toEqual([]);
    expect([...arrived, ...again].filter(({ to }) => to === '+447700900301')).toHaveLength(1);
    const told = (await families.api.get(editor, `/v1/notices/${notice.id}`)).body;
    expect(told.history.map(({ kind }: { kind: string }) => kind)).toEqual(['written', 'published', 'told']);
    // Few of them: staff are not told how many.
    expect(told.reached).toEqual({ touched: null, readable: null, messaged: null });
    for (const one of [child, sibling])
      expect((await newsOf('two-children', one)).map(({ title }) => title)).toEqual(['Speech clinic moves']);
    expect(await newsOf('elsewhere', other)).toEqual([]);
  });

  it('reaches the telephone of whoever chose it', async () => {
    await reader('texted', '07700 900303', ['ASD']);
    await published({ queues: ['ASD'] });
    const arrived = (await run()).filter(({ to }) => to === '+447700900303');
    expect(arrived.map(({ what }) => what.text)).toEqual([
      'There is news from us. It does not change your place. Sign in to read it.',
    ]);
    expect(arrived[0]?.what.url).toBe('https://waiting-lists.example/family');
  });

  it('that is withdrawn is shown no more, and messages that wait are not sent', async () => {
    const [child = ''] = await reader('withdrawn-from', '07700 900304', ['ADHD']);
    const { id, version } = await published({ queues: ['ADHD'] });
    const question = { places: ['liverpool'], time: parseInstant(AT), hasTime: () => true, onFailure: () => undefined };
    await tellNotices(families.api.deps, question);
    const told = (await families.api.get(editor, `/v1/notices/${id}`)).body;
    expect(told.version).toBe(version + 1);
    await work(id, told.version, 'withdraw', { reason: 'It was for another list' });
    expect((await run({ tell: false })).filter(({ to }) => to === '+447700900304')).toEqual([]);
    expect(await newsOf('withdrawn-from', child)).toEqual([]);
  });

  it('is not sent where it was not to be, ends by itself, and cannot be changed once families have read it', async () => {
    const [child = ''] = await reader('quiet', '07700 900305', ['SALT']);
    const { id, version } = await published({ title: 'Quiet', queues: ['SALT'] }, false);
    expect((await run()).filter(({ to }) => to === '+447700900305')).toEqual([]);
    expect((await newsOf('quiet', child)).map(({ title }) => title)).toContain('Quiet');
    const later = await families.ask('quiet', 'GET', `/v1/family/children/${child}`, { today: '2027-01-01' });
    expect(later.body.news).toEqual([]);
    const change = await families.api.post(editor, `/v1/notices/${id}/draft`, aNotice(), {
      'if-match': `"${version}"`,
    });
    expect([change.status, change.body.code]).toEqual([409, 'notice-published']);
    const long = await families.api.post(editor, '/v1/notices', aNotice({ until: '2027-06-01' as never }));
    expect([long.status, long.body.errors[0].pointer]).toEqual([422, '/until']);
  });
});
