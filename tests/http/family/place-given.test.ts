/** Who waits for a place at an event is told when they have it: once, in their way, and only while it is so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCollection, seekerKey } from '../../../shared/adapters/dynamodb/keys.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import { planFamilyMessages } from '../../../shared/application/messages/plan-family-messages.ts';
import { sendMessages } from '../../../shared/application/messages/send-messages.ts';
import type { Outgoing, SendOutcome } from '../../../shared/application/ports/senders.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import { type Asker, TODAY } from '../api-service.ts';
import { aMeeting } from '../community-papers.ts';
import { referred } from '../invented.ts';
import { FAMILY_ISSUER, FamilyService } from './family-service.ts';

let service: WatchedService;
let families: FamilyService;
let staff: Asker;
let editor: Asker;
beforeAll(async () => {
  service = await WatchedService.open();
  families = FamilyService.over(service.api);
  staff = await service.api.staff('clinician');
  editor = await service.api.staff('content-editor', { services: [] });
});
afterAll(() => service?.close());

let phones = 100;
/** A parent who is reached by text, as they prefer to be; gives their telephone. */
async function parent(subject: string, preferences: object = {}): Promise<string> {
  phones += 1;
  const address = `07700 900${phones}`;
  const { personId } = await referred(service.api, staff, { who: { birthDate: '2018-10-16' } });
  const grantId = await families.letIn(staff, personId, subject);
  const reach = `/v1/family/children/${personId}/reach`;
  await families.ask(subject, 'POST', `${reach}/addresses`, { body: { channel: 'text', address } });
  const code = await families.deps.oneTimeCodes.get('liverpool', personId, grantId);
  const body = { channel: 'text', code: families.deps.oneTimeCodes.codeOf(code?.codeId ?? '') };
  await families.ask(subject, 'POST', `${reach}/confirmations`, { body });
  const chosen = { channel: 'text', formats: [], language: 'en', interpreter: null, notToRing: [], ...preferences };
  const answer = await families.ask(subject, 'POST', `${reach}/preferences`, { body: chosen });
  expect(answer.status, answer.text).toBe(201);
  return `+44${address.slice(1).replace(' ', '')}`;
}

async function work(id: string, what: string, body: unknown = {}): Promise<void> {
  const { version } = (await service.api.get(editor, `/v1/events/${id}`)).body;
  const answer = await service.api.post(editor, `/v1/events/${id}/${what}`, body, { 'if-match': `"${version}"` });
  expect(answer.status, answer.text).toBe(200);
}
/** An event with one place. */
async function openEvent(): Promise<string> {
  const { id } = (await service.api.post(editor, '/v1/events', aMeeting({ capacity: 1 }))).body;
  await work(id, 'open');
  return id;
}
async function book(who: string, id: string): Promise<string> {
  const path = `/v1/family/events/liverpool/${id}/booking`;
  const answer = await families.ask(who, 'POST', path, { body: { seats: 1, needs: null } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.booking.state;
}
const giveBack = (who: string, id: string) =>
  families.ask(who, 'POST', `/v1/family/events/liverpool/${id}/cancellation`);

/** What was published of an event's places; following it again changes nothing. */
async function moves(id: string) {
  await service.settled();
  return service.api.published.filter(({ type, subject }) => type === 'booking.moved-up.v1' && subject === id);
}

const AT = `${TODAY}T12:40:00Z`;
/** Messages that are kept because of an event's moves, each decided on twice. */
async function planned(id: string): Promise<number> {
  let kept = 0;
  for (const event of [...(await moves(id)), ...(await moves(id))])
    kept += await planFamilyMessages(service.api.deps, event, parseInstant(AT));
  return kept;
}
/** Everything that is due is sent; gives the words that came to a telephone. */
async function textsTo(phone: string, time = AT): Promise<readonly Outgoing[]> {
  const arrived: Outgoing[] = [];
  const nothing = async (): Promise<SendOutcome> => ({ isSent: false, problem: 'none', isFinal: true });
  const text = async (to: string | readonly string[], what: Outgoing): Promise<SendOutcome> => {
    if (to === phone) arrived.push(what);
    return { isSent: true };
  };
  const senders = { text, email: nothing, letter: nothing, webhook: nothing, workflow: nothing };
  const outside = { senders, emailReceipts: { areAllRecorded: async () => true }, publicUrl: 'https://lists.example' };
  await sendMessages(
    { ...service.api.deps, ...outside },
    {
      ...{ places: ['liverpool'], time: parseInstant(time), requestId: 'send', hasTime: () => true },
      onFailure: (failed) => {
        throw failed;
      },
    },
  );
  return arrived.filter(({ url }) => url.endsWith('/family/have-your-say'));
}

describe('a place that somebody waited for', () => {
  it('is told of once when another gives it back, and not to who had theirs at once', async () => {
    const first = await parent('first');
    const second = await parent('second');
    const id = await openEvent();
    expect([await book('first', id), await book('second', id)]).toEqual(['booked', 'waiting']);
    expect(await planned(id)).toBe(0);
    await giveBack('first', id);
    expect(await moves(id)).toHaveLength(1);
    expect(await planned(id)).toBe(1);
    expect((await textsTo(second)).map(({ text }) => text)).toEqual([
      'You asked for a place at an event. It is yours now. Sign in to read more, or to give it back.',
    ]);
    expect(await textsTo(first)).toEqual([]);
  });

  it('is told in the language, the words and at the hours that they chose', async () => {
    await parent('holder');
    const arabic = await parent('arabic', { language: 'ar', notToRing: ['afternoon'] });
    const id = await openEvent();
    for (const who of ['holder', 'arabic']) await book(who, id);
    // Staff add places: nobody gave theirs back.
    await work(id, 'details', aMeeting({ capacity: 3 }));
    expect(await planned(id)).toBe(1);
    expect(await textsTo(arabic)).toEqual([]);
    expect((await textsTo(arabic, `${TODAY}T16:10:00Z`)).map(({ subject }) => subject)).toEqual([
      'أصبح لك مكان في فعالية',
    ]);
  });

  it('is told in Easy Read to whoever reads that', async () => {
    await parent('before-easy');
    const easy = await parent('reads-easily', { formats: ['easy-read'] });
    const id = await openEvent();
    for (const who of ['before-easy', 'reads-easily']) await book(who, id);
    await giveBack('before-easy', id);
    expect(await planned(id)).toBe(1);
    expect((await textsTo(easy)).map(({ subject }) => subject)).toEqual(['You can come to an event']);
  });

  it('is not told of any more once it was given back, or the event was cancelled', async () => {
    await parent('giver');
    const waiting = await parent('gives-back-too');
    const [one, other] = [await openEvent(), await openEvent()];
    for (const id of [one, other]) {
      for (const who of ['giver', 'gives-back-too']) await book(who, id);
      await giveBack('giver', id);
      expect(await planned(id)).toBe(1);
    }
    await giveBack('gives-back-too', one);
    await work(other, 'cancel', { reason: 'The room is closed' });
    expect(await textsTo(waiting)).toEqual([]);
  });

  it('is kept apart from the register, which names nobody, and is published by token alone', async () => {
    await parent('keeper');
    await parent('seeker');
    const id = await openEvent();
    for (const who of ['keeper', 'seeker']) await book(who, id);
    const [atOnce] = (await service.api.deps.community.registers.get('liverpool', id))?.bookings ?? [];
    await giveBack('keeper', id);
    const [event] = await moves(id);
    const { bookingId } = (event?.data ?? {}) as { readonly bookingId?: string };
    const known = await families.deps.familyAccounts.find({ issuer: FAMILY_ISSUER, subject: 'seeker' });
    const own = [known?.account.id, ...(known?.children ?? []).map(({ personId }) => personId)];
    const records = new TableAccess(service.api.engine.client, service.api.engine.recordsTable);
    const register = JSON.stringify(await records.all({ partition: registerCollection('liverpool') }));
    const seeker = JSON.stringify(await records.get(seekerKey('liverpool', bookingId ?? '')));
    for (const word of own) {
      expect(seeker).toContain(word);
      expect(register).not.toContain(word);
      expect(JSON.stringify(event)).not.toContain(word);
    }
    const staffSee = await service.api.get(editor, `/v1/events/${id}`);
    for (const word of own) expect(staffSee.text).not.toContain(word);
    // Whoever had their places at once is not looked for.
    expect(atOnce?.state).toBe('booked');
    expect(await records.get(seekerKey('liverpool', atOnce?.id ?? ''))).toBeUndefined();
  });
});
