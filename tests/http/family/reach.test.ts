/** How families are reached: what they choose, addresses that are shown to be theirs, and messages that honour both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactKey } from '../../../shared/adapters/dynamodb/keys.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import { sendMessages } from '../../../shared/application/messages/send-messages.ts';
import type { Outgoing, SendOutcome } from '../../../shared/application/ports/senders.ts';
import { foldAccess } from '../../../shared/domain/access/family-access.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { newMessage } from '../../../shared/domain/message/message.ts';
import { type Asker, TODAY } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const PHONE = '07700 900123';
const INTERNATIONAL = '+447700900123';

let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
});
afterAll(() => families?.close());

let made = 0;
async function parent() {
  made += 1;
  const subject = `reached-${made}`;
  const { personId } = await referred(families.api, staff, { who: { birthDate: '2018-10-16' } });
  const grantId = await families.letIn(staff, personId, subject);
  return { subject, personId, grantId, path: `/v1/family/children/${personId}/reach` };
}
type Parent = Awaited<ReturnType<typeof parent>>;

const give = ({ subject, path }: Parent, address: string | null, channel = 'text', today = TODAY) =>
  families.ask(subject, 'POST', `${path}/addresses`, { body: { channel, address }, today });
const confirm = ({ subject, path }: Parent, code: string, channel = 'text') =>
  families.ask(subject, 'POST', `${path}/confirmations`, { body: { channel, code } });
const choose = ({ subject, path }: Parent, more: object = {}) =>
  families.ask(subject, 'POST', `${path}/preferences`, {
    body: { channel: 'text', formats: [], language: 'en', interpreter: null, notToRing: [], ...more },
  });

async function codeSentTo({ personId, grantId }: Parent): Promise<string> {
  const code = await families.deps.oneTimeCodes.get('liverpool', personId, grantId);
  return families.deps.oneTimeCodes.codeOf(code?.codeId ?? '');
}

interface Arrived {
  readonly channel: string;
  readonly to: string | readonly string[];
  readonly what: Outgoing;
}

/** Everything that is due is sent by the real sending; what arrives is kept. */
async function sent(at: string, references: readonly string[] = []): Promise<readonly Arrived[]> {
  const arrived: Arrived[] = [];
  const by =
    (channel: string) =>
    async (to: string | readonly string[], what: Outgoing): Promise<SendOutcome> => {
      arrived.push({ channel, to, what });
      return { isSent: true };
    };
  const nothing = async (): Promise<SendOutcome> => ({ isSent: false, problem: 'none', isFinal: true });
  const senders = { email: by('email'), text: by('text'), letter: by('letter'), webhook: nothing, workflow: nothing };
  const emailReceipts = { areAllRecorded: async () => true };
  const deps = { ...families.api.deps, senders, emailReceipts, publicUrl: 'https://waiting-lists.example' };
  await sendMessages(deps, {
    places: ['liverpool'],
    time: parseInstant(at),
    requestId: 'send',
    hasTime: () => true,
    onFailure: (failed) => {
      throw failed;
    },
  });
  return arrived.filter(({ what }) => references.length === 0 || references.includes(what.reference));
}

const AT = `${TODAY}T12:40:00Z`;

/** A notice of a kind waits for somebody; gives its reference. */
async function told(
  { personId, grantId }: Parent,
  notice: 'check-in' | 'answer' | 'appointment',
  channel: 'text' | 'email' | 'letter' = 'text',
): Promise<string> {
  const id = families.api.deps.ids.fresh();
  const about = { kind: 'family', notice, personId, grantId, about: id } as const;
  const now = parseInstant(AT);
  await families.api.deps.messages.create(
    newMessage({ id, place: 'liverpool', to: grantId, channel, about, createdAt: now }, now),
  );
  return id;
}

describe('an address that somebody gives', () => {
  it('is used once a code that was sent there has come back, and is told by its end alone', async () => {
    const one = await parent();
    const given = await give(one, PHONE);
    expect([given.status, given.body.addresses, given.body.channel]).toEqual([
      201,
      [{ channel: 'text', hint: '123', confirmed: false, failed: false }],
      null,
    ]);
    const code = await codeSentTo(one);
    const [text] = (await sent(AT)).filter(({ to }) => to === INTERNATIONAL);
    expect(text?.what.text).toContain(`Your code is ${code}.`);
    const done = await confirm(one, code);
    expect([done.status, done.body.addresses[0].confirmed, done.body.channel]).toEqual([201, true, 'text']);
    expect(done.text + given.text).not.toContain('7700900');
  });

  it('stands nowhere in the table as it was typed, nor in the history, nor as a hash that can be guessed', async () => {
    const one = await parent();
    await give(one, PHONE);
    const access = await families.api.deps.familyAccesses.get('liverpool', one.personId);
    const way = foldAccess(access?.events ?? []).grants[0]?.reach.ways.text;
    const { client, recordsTable } = families.api.engine;
    const item = await new TableAccess(client, recordsTable).get(
      contactKey('liverpool', one.personId, way?.contactId ?? ''),
    );
    expect(item).toBeDefined();
    const plain = [PHONE, INTERNATIONAL, '7700900123', families.deps.hash(JSON.stringify(INTERNATIONAL))];
    for (const text of plain) expect(JSON.stringify([item, access])).not.toContain(text);
  });

  it('is refused, and nothing is sent, when it is none', async () => {
    const one = await parent();
    for (const [channel, address] of [
      ['text', '0151 496 0000'],
      ['email', 'not an address'],
      ['letter', 'L1'],
    ] as const) {
      const refused = await give(one, address, channel);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/address']);
    }
    expect(await families.deps.oneTimeCodes.get('liverpool', one.personId, one.grantId)).toBeUndefined();
  });

  it('is shown by the code in five tries or not at all, and by the last code alone', async () => {
    const one = await parent();
    await give(one, PHONE);
    const first = await codeSentTo(one);
    await give(one, '07700 900124');
    expect((await confirm(one, first)).status).toBe(422);
    const code = await codeSentTo(one);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 4; tries += 1) expect((await confirm(one, wrong)).status).toBe(422);
    const refused = await confirm(one, code);
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'contact-code-not-usable']);
  });

  it('is confirmed once, of any number of codes at one moment', async () => {
    const one = await parent();
    await give(one, PHONE);
    const code = await codeSentTo(one);
    const answers = await Promise.all(Array.from({ length: 12 }, () => confirm(one, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('gets five codes in an hour', async () => {
    const one = await parent();
    const statuses: number[] = [];
    for (let sends = 0; sends < 6; sends += 1) statuses.push((await give(one, PHONE)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 422]);
  });

  it('is nobody else’s to see: neither the other household nor the young person’s list has it', async () => {
    const one = await parent();
    await give(one, PHONE);
    await choose(one, { interpreter: 'Somali' });
    await families.letIn(staff, one.personId, 'another-household', { relationship: 'father' });
    const theirs = await families.ask('another-household', 'GET', one.path);
    expect(theirs.body).toEqual({ preferences: null, addresses: [], channel: null });
    const child = await families.ask('another-household', 'GET', `/v1/family/children/${one.personId}`);
    expect(child.text).not.toContain('Somali');
  });
});

describe('what somebody chose', () => {
  it.each(['check-in', 'answer', 'appointment'] as const)(
    'is honoured in a message of kind “%s”: address, language and format',
    async (notice) => {
      const one = await parent();
      await give(one, 'amina@example.com', 'email');
      await confirm(one, await codeSentTo(one), 'email');
      await choose(one, { channel: 'email', language: 'pl' });
      const [polish] = await sent(AT, [await told(one, notice, 'email')]);
      expect([polish?.channel, polish?.to]).toEqual(['email', 'amina@example.com']);
      expect(polish?.what.text).toMatch(/Masz|Mamy/);
      await choose(one, { channel: 'email', formats: ['easy-read', 'bsl'] });
      const [easy] = await sent(AT, [await told(one, notice, 'email')]);
      expect(easy?.what.text).toContain('Relay UK');
    },
  );

  it('has a letter printed large, with the name and the address that staff checked', async () => {
    const one = await parent();
    await give(one, '1 High Street\nLiverpool\nl1 8jq', 'letter');
    const waiting = await told(one, 'check-in', 'letter');
    expect(await sent(AT, [waiting])).toEqual([]);
    const access = await families.api.deps.familyAccesses.get('liverpool', one.personId);
    const way = foldAccess(access?.events ?? []).grants[0]?.reach.ways.letter;
    expect(way?.confirmedOn).toBeNull();
  });

  it('of no messages is no message, and one address is never taken for another', async () => {
    const one = await parent();
    await give(one, PHONE);
    await confirm(one, await codeSentTo(one));
    const other = await choose(one, { channel: 'email' });
    expect(other.body.channel).toBeNull();
    expect((await choose(one, { channel: null })).body.channel).toBeNull();
  });

  it('ends with the access: what waited is not sent', async () => {
    const one = await parent();
    await give(one, PHONE);
    await confirm(one, await codeSentTo(one));
    const waiting = await told(one, 'answer');
    await families.record(staff, one.personId, { kind: 'revoked', grantId: one.grantId, reason: 'court-order' });
    expect(await sent(AT, [waiting])).toEqual([]);
    expect((await families.api.deps.messages.get('liverpool', waiting))?.state).toBe('cancelled');
  });
});
