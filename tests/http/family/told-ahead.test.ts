/** Before the 16th birthday and before the move at 18 a family is told by message, in its way, once, and read where the message leads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFamilyMessages } from '../../../shared/application/messages/plan-family-messages.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

let day = '2026-11-01';
let service: WatchedService;
let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  service = await WatchedService.open({ clock: () => Date.parse(`${day}T12:00:00Z`) });
  families = FamilyService.over(service.api);
  staff = await service.api.staff('clinician');
});
afterAll(() => service?.close());

/** Waits for ADHD since the spring, and for speech and language therapy too. */
async function waiting(birthDate: string, subject: string, own: boolean): Promise<string> {
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const { personId } = await referred(service.api, staff, {
    who: { birthDate },
    what: { queue: 'ADHD', on: '2026-10-01', facts },
  });
  await service.api.post(staff, `/v1/people/${personId}/referrals`, { queue: 'SALT', on: '2026-10-01', facts });
  const self = { holder: 'young-person', relationship: 'self', basis: 'own' } as const;
  await families.letIn(staff, personId, subject, own ? self : {}, day);
  const reach = `/v1/family/children/${personId}/reach`;
  await families.ask(subject, 'POST', `${reach}/addresses`, {
    body: { channel: 'text', address: '07700 900123' },
    today: day,
  });
  const grantId = (await families.access(staff, personId, day)).grants[0].id;
  const code = await families.deps.oneTimeCodes.get('liverpool', personId, grantId);
  const body = { channel: 'text', code: families.deps.oneTimeCodes.codeOf(code?.codeId ?? '') };
  const shown = await families.ask(subject, 'POST', `${reach}/confirmations`, { body, today: day });
  expect(shown.status, shown.text).toBe(201);
  await service.settled();
  return personId;
}

/** The watch of a day, twice, and the messages about growing up that follow from what it published. */
async function toldOn(next: string, personId: string): Promise<number> {
  day = next;
  const before = service.api.published.length;
  await service.watch(next);
  await service.watch(next);
  let messages = 0;
  for (const event of service.api.published.slice(before)) {
    if (!('personId' in event.data) || event.data.personId !== personId) continue;
    if (!('deadline' in event.data) || event.data.deadline === 'family-contact') continue;
    messages += await planFamilyMessages(service.api.deps, event, parseInstant(`${next}T10:00:00Z`));
  }
  return messages;
}

describe('a family is told ahead', () => {
  it('before the 16th birthday, while somebody still sees the record who will not', async () => {
    day = '2026-11-01';
    const personId = await waiting('2010-12-10', 'mother-of-15', false);
    expect(await toldOn('2026-11-11', personId)).toBe(0);
    // Four weeks before, once; a later threshold of the same day is not told anew.
    expect(await toldOn('2026-11-12', personId)).toBe(1);
    expect(await toldOn('2026-12-04', personId)).toBe(0);
    const page = await families.ask('mother-of-15', 'GET', `/v1/family/children/${personId}`, { today: day });
    expect(page.body.growingUp).toContainEqual(
      expect.objectContaining({ step: 'health-choices', on: '2026-12-10', near: true, passed: false }),
    );
    // After the birthday the health parts are closed to her: she is told no more.
    expect(await toldOn('2026-12-11', personId)).toBe(0);
  });

  it('before the move at 18, once for all waits that move', async () => {
    day = '2026-11-01';
    const personId = await waiting('2009-05-20', 'young-person-of-17', true);
    expect(await toldOn('2026-11-19', personId)).toBe(0);
    expect(await toldOn('2026-11-20', personId)).toBe(1);
    const page = await families.ask('young-person-of-17', 'GET', `/v1/family/children/${personId}`, { today: day });
    expect(page.body.waits.map(({ adultMove }: { adultMove: { on: string } }) => adultMove.on)).toEqual([
      '2027-05-20',
      '2027-05-20',
    ]);
  });
});
