/** "Are we still needed?": asked on the days of domain.md 9.3, answered or not; nobody is removed by an answer or by silence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInStanding } from '../../../shared/application/family-access/check-in-standing.ts';
import { planFamilyMessages } from '../../../shared/application/messages/plan-family-messages.ts';
import type { PersonRecord } from '../../../shared/application/ports/people.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { sentMessage } from '../../../shared/domain/message/message.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const RECEIVED = localDate('2026-06-01');
const dayOf = (waited: number): LocalDate => addDays(RECEIVED, waited);

let service: WatchedService;
let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  service = await WatchedService.open();
  families = FamilyService.over(service.api);
  staff = await service.api.staff('clinician');
});
afterAll(() => service?.close());

let made = 0;
async function waiting() {
  made += 1;
  const subject = `asked-${made}`;
  const { personId, referralId } = await referred(service.api, staff, {
    who: { birthDate: '2018-10-16' },
    what: { queue: 'SALT', on: RECEIVED, facts: { source: 'gp', tier: 'routine', alreadyAccepted: true } },
  });
  const grantId = await families.letIn(staff, personId, subject, {}, dayOf(1));
  const reach = `/v1/family/children/${personId}/reach`;
  const today = dayOf(1);
  await families.ask(subject, 'POST', `${reach}/addresses`, {
    body: { channel: 'text', address: '07700 900123' },
    today,
  });
  const code = await families.deps.oneTimeCodes.get('liverpool', personId, grantId);
  const body = { channel: 'text', code: families.deps.oneTimeCodes.codeOf(code?.codeId ?? '') };
  await families.ask(subject, 'POST', `${reach}/confirmations`, { body, today });
  await families.letIn(staff, personId, `unreachable-${made}`, { relationship: 'father' }, dayOf(1));
  return { subject, personId, referralId, grantId, child: `/v1/family/children/${personId}` };
}
type Waiting = Awaited<ReturnType<typeof waiting>>;

/** The watch of a day, and what follows for families from what it published. */
async function watched(day: LocalDate, { personId }: Waiting): Promise<number> {
  const before = service.api.published.length;
  await service.watch(day);
  const now = parseInstant(`${day}T09:00:00Z`);
  let messages = 0;
  for (const event of service.api.published.slice(before))
    if ('personId' in event.data && event.data.personId === personId)
      messages += await planFamilyMessages(service.api.deps, event, now);
  return messages;
}

const standing = ({ personId, referralId }: Waiting, due: LocalDate) =>
  checkInStanding(service.api.deps, { place: 'liverpool', personId, referralId }, due);
const answer = ({ subject, child, referralId }: Waiting, what: string, today: LocalDate, text: string | null = null) =>
  families.ask(subject, 'POST', `${child}/check-ins`, {
    body: { answers: [{ referralId, answer: what }], text },
    today,
  });
const seen = async ({ subject, child }: Waiting, today: LocalDate) =>
  (await families.ask(subject, 'GET', child, { today })).body.waits[0];

/** What the family wrote, as the record of the child has it. */
function writtenBy(record: PersonRecord | undefined) {
  const written = record?.cases.filter((one) => one.record.kind === 'family-message') ?? [];
  return written.map((one) => one.record.events[0]?.facts);
}

describe('a family that waits', () => {
  it('is asked once on the day, by its channel, whoever else cannot be reached; silence keeps the place', async () => {
    const one = await waiting();
    expect(await watched(dayOf(83), one)).toBe(0);
    expect(await watched(dayOf(84), one)).toBe(1);
    expect(await watched(dayOf(85), one)).toBe(0);
    expect((await seen(one, dayOf(84))).askedSince).toBe(dayOf(84));
    const waitingToGo = await standing(one, dayOf(84));
    expect(waitingToGo).toEqual({ askedOn: null, by: [], waiting: true, failed: false });
    for await (const ids of service.api.deps.messages.due('liverpool', parseInstant(`${dayOf(85)}T12:00:00Z`)))
      for (const message of await service.api.deps.messages.many('liverpool', ids))
        if (message.about.kind === 'family' && message.about.notice === 'check-in')
          await service.api.deps.messages.save(sentMessage(message, parseInstant(`${dayOf(84)}T09:01:00Z`)));
    expect(await standing(one, dayOf(84))).toEqual({ askedOn: dayOf(84), by: ['text'], waiting: false, failed: false });
    // Nobody answers for a year: the child is still on the list, and the team is told of the silence.
    const silent = (await service.alerts('salt', 'open')).filter(({ subject }) => subject.id === one.referralId);
    expect(silent.some(({ kind, severity }) => kind === 'family-contact' && severity === 'breach')).toBe(true);
    expect(await seen(one, dayOf(365))).toMatchObject({ open: true, stage: 'waiting' });
  });

  it('that still needs it has been asked, and is asked again in twelve weeks', async () => {
    const one = await waiting();
    await watched(dayOf(84), one);
    const [first, again] = await Promise.all([
      answer(one, 'still-needed', dayOf(86)),
      answer(one, 'still-needed', dayOf(86)),
    ]);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect((await seen(one, dayOf(86))).askedSince).toBeNull();
    const record = await service.api.deps.people.record('liverpool', one.personId);
    const last = record?.referrals[0]?.referral.events.at(-1);
    expect([last?.by.role, last?.facts]).toEqual([
      'family',
      { kind: 'family-contacted', purpose: 'validation', stillNeeded: true },
    ]);
    expect(writtenBy(record)).toEqual([]);
    await service.settled();
    expect((await seen(one, addDays(dayOf(86), 83))).askedSince).toBeNull();
    expect((await seen(one, addDays(dayOf(86), 84))).askedSince).toBe(addDays(dayOf(86), 84));
  });

  it('that needs it no more is a task for a person, and keeps the place until then', async () => {
    const one = await waiting();
    expect((await answer(one, 'not-needed', dayOf(90))).status).toBe(201);
    const record = await service.api.deps.people.record('liverpool', one.personId);
    expect(writtenBy(record)).toMatchObject([{ topic: 'not-needed', referralId: one.referralId }]);
    expect(await seen(one, dayOf(90))).toMatchObject({ open: true, stage: 'waiting' });
  });

  it('says what has changed, in words; and answers for waits of its own alone', async () => {
    const one = await waiting();
    const other = await waiting();
    const silent = await answer(one, 'changed', dayOf(90));
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/text']);
    expect((await answer(one, 'changed', dayOf(90), 'There is a new school')).status).toBe(201);
    const foreign = await answer({ ...one, referralId: other.referralId }, 'not-needed', dayOf(90));
    expect([foreign.status, foreign.body.errors[0].code]).toEqual([422, 'wait-unknown']);
    expect((await answer({ ...one, child: other.child }, 'not-needed', dayOf(90))).status).toBe(404);
  });
});
