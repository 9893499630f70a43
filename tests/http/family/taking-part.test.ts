/** Families book places and answer questions: under races, once each, and with nothing kept that leads to them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCollection, registerCollection } from '../../../shared/adapters/dynamodb/keys.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import type { Asker } from '../api-service.ts';
import { aMeeting, aQuestionnaire } from '../community-papers.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

let families: FamilyService;
let staff: Asker;
let editor: Asker;
const parents: string[] = [];

beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
  editor = await families.api.staff('content-editor', { services: [] });
  for (let n = 0; n < 12; n += 1) {
    const { personId } = await referred(families.api, staff, { who: { birthDate: '2018-10-16' } });
    parents.push(`parent-${n}`);
    await families.letIn(staff, personId, `parent-${n}`);
  }
});
afterAll(() => families?.close());

async function work(path: string, what: string, body: unknown = {}) {
  const { version } = (await families.api.get(editor, path)).body;
  const answer = await families.api.post(editor, `${path}/${what}`, body, { 'if-match': `"${version}"` });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}
async function openEvent(more = {}): Promise<string> {
  const { id } = (await families.api.post(editor, '/v1/events', aMeeting(more))).body;
  await work(`/v1/events/${id}`, 'open');
  return id;
}
const book = (who: string, id: string, seats = 1) =>
  families.ask(who, 'POST', `/v1/family/events/liverpool/${id}/booking`, { body: { seats, needs: null } });
const giveBack = (who: string, id: string) =>
  families.ask(who, 'POST', `/v1/family/events/liverpool/${id}/cancellation`);
const everything = (partition: string) =>
  new TableAccess(families.api.engine.client, families.api.engine.recordsTable).all({ partition });

describe('an event', () => {
  it('is never overbooked when everybody presses at once, and what is given back goes to who waits', async () => {
    const id = await openEvent({ capacity: 5 });
    const answers = await Promise.all(parents.flatMap((who) => [book(who, id), book(who, id)]));
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const { bookings } = (await families.api.get(editor, `/v1/events/${id}`)).body;
    const states = bookings.map(({ state }: { state: string }) => state);
    expect(bookings).toHaveLength(12);
    expect(states.filter((state: string) => state === 'booked')).toHaveLength(5);
    const own = (await Promise.all(parents.map((who) => families.ask(who, 'GET', '/v1/family/taking-part')))).map(
      ({ body }) => body.places[0].events.find((event: { id: string }) => event.id === id).booking.state,
    );
    const first = parents[own.indexOf('booked')] ?? '';
    await giveBack(first, id);
    const after = (await families.api.get(editor, `/v1/events/${id}`)).body.bookings;
    expect(after.filter(({ state }: { state: string }) => state === 'booked')).toHaveLength(5);
    expect(after).toHaveLength(11);
    await work(`/v1/events/${id}`, 'details', aMeeting({ capacity: 8 }));
    const added = (await families.api.get(editor, `/v1/events/${id}`)).body.bookings;
    expect(added.filter(({ state }: { state: string }) => state === 'booked')).toHaveLength(8);
  });

  it('takes no places away, and names nobody in what is kept', async () => {
    const id = await openEvent();
    const booked = await book('parent-0', id, 2);
    expect(booked.body.booking).toMatchObject({ seats: 2, state: 'booked' });
    const { version } = (await families.api.get(editor, `/v1/events/${id}`)).body;
    const fewer = await families.api.post(editor, `/v1/events/${id}/details`, aMeeting({ capacity: 9 }), {
      'if-match': `"${version}"`,
    });
    expect([fewer.status, fewer.body.errors[0].pointer]).toEqual([422, '/capacity']);
    const kept = JSON.stringify(await everything(registerCollection('liverpool')));
    const account = await families.deps.familyAccounts.find({
      issuer: 'https://families.example',
      subject: 'parent-0',
    });
    expect(account).toBeDefined();
    expect(kept).not.toContain(account?.account.id);
    for (const { personId } of account?.children ?? []) expect(kept).not.toContain(personId);
  });

  it('that is cancelled, over, or a draft is not booked; nor by somebody with no child there', async () => {
    const id = await openEvent();
    await work(`/v1/events/${id}`, 'cancel', { reason: 'No room' });
    expect((await book('parent-0', id)).body.code).toBe('booking-over');
    const draft = (await families.api.post(editor, '/v1/events', aMeeting())).body.id;
    expect((await book('parent-0', draft)).status).toBe(404);
    expect((await book('stranger', await openEvent())).status).toBe(404);
    expect((await families.ask('stranger', 'GET', '/v1/family/taking-part')).body.places).toEqual([]);
  });
});

describe('a questionnaire', () => {
  it('is answered once by each adult, whose answers lead back to nobody, and is shared back with small numbers hidden', async () => {
    const { id } = (await families.api.post(editor, '/v1/questionnaires', aQuestionnaire())).body;
    const path = `/v1/family/questionnaires/liverpool/${id}/answers`;
    const answer = (who: string, chosen: number, text: string | null) =>
      families.ask(who, 'POST', path, {
        body: { answers: [{ chosen: [chosen] }, { rating: 4 }, text === null ? null : { text }] },
      });
    expect((await answer('parent-0', 0, null)).status).toBe(404);
    await work(`/v1/questionnaires/${id}`, 'open');
    const both = await Promise.all([answer('parent-0', 0, 'Ring us more'), answer('parent-0', 1, 'Twice')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    for (const who of parents.slice(1)) expect((await answer(who, 0, null)).status).toBe(201);
    expect((await answer('stranger', 0, null)).status).toBe(404);
    const wrong = { body: { answers: [{ chosen: [7] }, null, null] } };
    expect((await families.ask('parent-3', 'POST', path, wrong)).status).toBe(422);

    const kept = await everything(answerCollection('liverpool', id));
    expect(kept).toHaveLength(12);
    expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['answers', 'pk', 'schema', 'sk', 'v']);
    const account = await families.deps.familyAccounts.find({
      issuer: 'https://families.example',
      subject: 'parent-0',
    });
    expect(JSON.stringify(kept)).not.toContain(account?.account.id);

    const open = await families.api.post(
      editor,
      `/v1/questionnaires/${id}/outcome`,
      { lines: [{ said: 'Ring us more', did: 'We ring each term' }] },
      { 'if-match': '"2"' },
    );
    expect(open.body.code).toBe('still-open');
    await work(`/v1/questionnaires/${id}`, 'close');
    await work(`/v1/questionnaires/${id}`, 'outcome', { lines: [{ said: 'Ring us more', did: 'We ring each term' }] });
    const [place] = (await families.ask('parent-5', 'GET', '/v1/family/taking-part')).body.places;
    expect(place.questionnaires).toEqual([]);
    const [shared] = place.shared;
    expect(shared.outcome.answered).toBe(10);
    expect(shared.outcome.questions[0].options.every(({ count }: { count: unknown }) => count === '*')).toBe(true);
    expect(JSON.stringify(place)).not.toContain('Twice');
  });
});
