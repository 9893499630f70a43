/** A message to a family that did not arrive: its team is told by the next morning, once, until there is another address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordEmailReceipt } from '../../../shared/application/messages/record-email-receipt.ts';
import { foldAccess } from '../../../shared/domain/access/family-access.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { claimedMessage, type Message, newMessage, sentMessage } from '../../../shared/domain/message/message.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const TEAM = 'family-liaison';
const MONDAY = '2026-11-02';
let day = MONDAY;
let service: WatchedService;
let families: FamilyService;
let clinician: Asker;
let liaison: Asker;
beforeAll(async () => {
  service = await WatchedService.open({ clock: () => Date.parse(`${day}T12:00:00Z`) });
  families = FamilyService.over(service.api);
  clinician = await service.api.staff('clinician');
  liaison = await service.api.staff('administrator', { services: [TEAM] });
});
afterAll(() => service?.close());

/** A mother who sees the record, and has given an e-mail address that is confirmed. */
async function reachedMother(name: string) {
  day = MONDAY;
  const { personId } = await referred(service.api, clinician, { who: { birthDate: '2018-10-16' } });
  const grantId = await families.letIn(clinician, personId, name, {}, day);
  await gives(name, personId, `${name}@families.example`);
  const code = await families.deps.oneTimeCodes.get('liverpool', personId, grantId);
  const body = { channel: 'email', code: families.deps.oneTimeCodes.codeOf(code?.codeId ?? '') };
  const path = `/v1/family/children/${personId}/reach/confirmations`;
  expect((await families.ask(name, 'POST', path, { body, today: day })).status).toBeLessThan(300);
  await service.settled();
  return { name, personId, grantId };
}
type Mother = Awaited<ReturnType<typeof reachedMother>>;

async function gives(name: string, personId: string, address: string): Promise<void> {
  const body = { channel: 'email', address };
  const path = `/v1/family/children/${personId}/reach/addresses`;
  const { status, text } = await families.ask(name, 'POST', path, { body, today: day });
  expect(status, text).toBeLessThan(300);
  await service.settled();
}

let messages = 0;
/** An e-mail to her that was taken at two. */
async function sentTo({ personId, grantId }: Mother): Promise<Message> {
  messages += 1;
  const id = `message-${messages}`.padEnd(16, '_');
  const now = parseInstant(`${day}T14:00:00Z`);
  const about = { kind: 'family', notice: 'answer', personId, grantId, about: id } as const;
  const made = newMessage({ id, place: 'liverpool', to: grantId, channel: 'email', about, createdAt: now }, now);
  await service.api.deps.messages.create(made);
  const claimed = claimedMessage(made, now);
  const sent = sentMessage(claimed, now);
  for (const next of [claimed, sent]) expect(await service.api.deps.messages.save(next)).toBe(true);
  await service.settled();
  return sent;
}

async function comesBack({ id: messageId, place }: Message): Promise<void> {
  const receipt = { place, messageId, attempt: 2, said: 'bounced' } as const;
  await recordEmailReceipt(service.api.deps, receipt, parseInstant(`${day}T15:00:00Z`));
  await service.settled();
}

async function told({ personId }: Mother, list: 'open' | 'resolved' = 'open'): Promise<string[]> {
  const own = (await service.alerts(TEAM, list)).filter((row) => row.personId === personId);
  return own.map(({ kind, threshold }) => `${kind} ${threshold}`).sort();
}

async function way({ personId, grantId }: Mother) {
  const { grants } = await families.access(liaison, personId, day);
  return grants.find(({ id }: { id: string }) => id === grantId).reach.ways[0];
}

async function on(next: string): Promise<void> {
  day = next;
  await service.watch(next);
}

describe('a family that a message did not reach', () => {
  it('is told to its team the next morning, late after five working days, and over with another address', async () => {
    const mother = await reachedMother('mother-of-one');
    await comesBack(await sentTo(mother));
    expect(await way(mother)).toMatchObject({ channel: 'email', failedOn: MONDAY });
    const own = await families.ask(mother.name, 'GET', `/v1/family/children/${mother.personId}/reach`, { today: day });
    expect(own.body.addresses).toMatchObject([{ channel: 'email', confirmed: true, failed: true }]);
    await on('2026-11-03');
    await on('2026-11-03');
    expect(await told(mother)).toEqual(['access-unreached amber']);
    await on('2026-11-05');
    expect(await told(mother)).toEqual(['access-unreached approaching']);
    await on('2026-11-10');
    expect(await told(mother)).toEqual(['access-unreached breach']);
    await gives(mother.name, mother.personId, 'new-address@families.example');
    expect(await told(mother)).toEqual([]);
    expect(await told(mother, 'resolved')).toHaveLength(3);
  });

  it('is written down once, however many messages come back', async () => {
    const mother = await reachedMother('mother-of-two');
    const [first, second] = [await sentTo(mother), await sentTo(mother)];
    await comesBack(first);
    await comesBack(second);
    const access = await service.api.deps.familyAccesses.get('liverpool', mother.personId);
    const failed = access?.events.filter(({ facts }) => facts.kind === 'contact-failed') ?? [];
    expect(failed).toMatchObject([{ by: { actor: 'service' }, on: MONDAY }]);
    expect(foldAccess(access?.events ?? []).grants[0]?.reach.ways.email).toMatchObject({ failedOn: MONDAY });
  });

  it('is not one whose address was given after that message was made', async () => {
    const mother = await reachedMother('mother-of-three');
    const message = await sentTo(mother);
    day = '2026-11-03';
    await gives(mother.name, mother.personId, 'newer@families.example');
    await comesBack(message);
    expect(await way(mother)).toMatchObject({ failedOn: null });
    await on('2026-11-04');
    expect(await told(mother)).toEqual([]);
  });

  it('is no longer one when her access has ended', async () => {
    const mother = await reachedMother('mother-of-four');
    await comesBack(await sentTo(mother));
    await on('2026-11-03');
    expect(await told(mother)).toEqual(['access-unreached amber']);
    const ended = { kind: 'revoked', grantId: mother.grantId, reason: 'asked-for' };
    expect((await families.record(liaison, mother.personId, ended, day)).status).toBe(201);
    await service.settled();
    expect(await told(mother)).toEqual([]);
  });
});
