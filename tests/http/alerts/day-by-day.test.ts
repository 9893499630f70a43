/** A referral waits, a day at a time: who is told what, once, and what ends it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { standingOfAlert } from '../../../shared/domain/alert/alert.ts';
import { alertChainHolds } from '../../../shared/domain/alert/record-alert.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { WatchedService } from './watched-service.ts';

let service: WatchedService;
let clinician: Asker;
beforeAll(async () => {
  service = await WatchedService.open();
  clinician = await service.api.staff('clinician');
});
afterAll(() => service.close());

const RECEIVED = localDate('2026-06-01');
const dayOf = (waited: number): LocalDate => addDays(RECEIVED, waited);

async function waiting() {
  return referred(service.api, clinician, {
    what: { queue: 'SALT', on: RECEIVED, facts: { source: 'gp', tier: 'routine', alreadyAccepted: true } },
  });
}

async function record(path: string, facts: Record<string, unknown>, on: string) {
  const { api } = service;
  const { headers } = await api.ask(clinician, 'GET', path, { today: on });
  const answer = await api.ask(clinician, 'POST', `${path}/events`, {
    body: { facts, on },
    headers: { 'idempotency-key': api.key(), 'if-match': headers['etag'] ?? '' },
    today: on,
  });
  expect(answer.status, answer.text).toBe(201);
  await service.settled();
  return answer;
}

const standard = async (referralId: string, list: 'open' | 'resolved' = 'open') =>
  (await service.alerts('salt', list)).filter(
    (row) => row.subject.id === referralId && row.kind === 'waiting-standard',
  );

describe('a wait of 18 weeks', () => {
  let referralId: string;
  let personId: string;
  let path: string;
  beforeEach(async () => {
    ({ referralId, personId, path } = await waiting());
    // Contact with the family is a duty of its own: it is kept, so that only the wait is told of.
    await record(path, { kind: 'family-contacted', purpose: 'validation' }, dayOf(85));
  });

  it('is told amber on day 95, approaching on day 114, breached on day 127, once each and never before', async () => {
    const told: string[] = [];
    for (let waited = 94; waited <= 130; waited += 1) {
      await service.watch(dayOf(waited));
      for (const { threshold, id } of await standard(referralId)) {
        if (told.some((line) => line.endsWith(id))) continue;
        told.push(`${waited} ${threshold} ${id}`);
      }
      expect(await standard(referralId), `day ${waited}`).toHaveLength(waited < 95 ? 0 : 1);
    }
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '95 amber',
      '114 approaching',
      '127 breach',
    ]);
    const published = service.api.published.filter(
      ({ type, data }) => type === 'alert.raised.v1' && 'referralId' in data && data.referralId === referralId,
    );
    expect(published.map(({ data }) => ('threshold' in data ? data.threshold : ''))).toEqual([
      'amber',
      'approaching',
      'breach',
    ]);
    expect((await standard(referralId, 'resolved')).map(({ threshold }) => threshold).sort()).toEqual([
      'amber',
      'approaching',
    ]);
  });

  it('is told of no more once the first contact stops the clock, and is told again when that was a mistake', async () => {
    await service.watch(dayOf(127));
    const [breach] = await standard(referralId);
    expect(breach).toMatchObject({
      severity: 'breach',
      state: 'raised',
      team: 'salt',
      on: dayOf(127),
      due: dayOf(126),
    });
    await record(path, { kind: 'contact', mechanism: 'video', parentOnly: false }, dayOf(128));
    expect(await standard(referralId)).toEqual([]);
    const ended = await service.alert(breach?.id ?? '');
    expect(standingOfAlert(ended)).toMatchObject({ state: 'resolved', resolved: 'cause-ended' });
    await service.watch(dayOf(129));
    expect(await standard(referralId)).toEqual([]);

    const kept = await service.api.deps.referrals.get('liverpool', { personId, referralId });
    const eventId = kept?.referral.events.at(-1)?.id;
    await record(path, { kind: 'recorded-in-error', eventId, reason: 'Another child' }, dayOf(130));
    expect(await standard(referralId)).toMatchObject([{ id: breach?.id, state: 'raised' }]);
    const back = await service.alert(breach?.id ?? '');
    expect(back.events.map(({ facts }) => facts.kind)).toEqual(['raised', 'resolved', 'reopened']);
    expect(alertChainHolds(back, service.api.deps.hash)).toBe(true);
  });

  it('that nobody looked at for weeks is told once, by the last threshold crossed', async () => {
    await service.watch(dayOf(140));
    expect(await standard(referralId)).toMatchObject([{ threshold: 'breach', on: dayOf(127) }]);
    expect(await standard(referralId, 'resolved')).toEqual([]);
  });
});

describe('a run of the watch', () => {
  it('for a day that was watched before writes nothing', async () => {
    await waiting();
    const day = dayOf(127);
    await service.watch(day);
    const { store } = service.api.engine;
    store?.meter.scope('second run');
    await service.watch(day);
    expect(store?.meter.read('second run')).toMatchObject({ tableWriteUnits: 0, indexWriteUnits: 0, itemsWritten: 0 });
    store?.meter.scope('all');
  });
});
