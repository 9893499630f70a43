/** A policy changes, and everything is planned anew at the moment at which somebody records something. */
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composed } from '../../../functions/watch-deadlines/compose.ts';
import { watchHandler } from '../../../functions/watch-deadlines/watch.ts';
import type { WatchDeps } from '../../../shared/application/watch/watch-deps.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { logOf } from '../../../shared/http/middleware/log.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { WatchedService } from './watched-service.ts';

let service: WatchedService;
let clinician: Asker;
let today: LocalDate;
const RECEIVED = localDate('2026-06-01');
const dayOf = (waited: number): LocalDate => addDays(RECEIVED, waited);

beforeAll(async () => {
  today = RECEIVED;
  service = await WatchedService.open({ clock: () => Date.parse(`${today}T06:00:00Z`) });
  clinician = await service.api.staff('clinician');
});
afterAll(() => service.close());

async function contacted(path: string) {
  const { api } = service;
  const { headers } = await api.ask(clinician, 'GET', path, { today });
  const answer = await api.ask(clinician, 'POST', `${path}/events`, {
    body: { facts: { kind: 'family-contacted', purpose: 'validation' }, on: today },
    headers: { 'idempotency-key': api.key(), 'if-match': headers['etag'] ?? '' },
    today,
  });
  expect(answer.status, answer.text).toBe(201);
}

/** The real watch, before whose first write of a referral something else happens. */
async function watchWhile(happens: () => Promise<void>) {
  const { recordsTable, client } = service.api.engine;
  const deps = composed({ RECORDS_TABLE: recordsTable }, client, service.api.deps.caseTypes);
  let isBefore = true;
  const save: WatchDeps['referrals']['save'] = async (...what) => {
    if (isBefore) {
      isBefore = false;
      await happens();
    }
    return deps.referrals.save(...what);
  };
  const context = { awsRequestId: 'run-while', getRemainingTimeInMillis: () => 600_000 } as Context;
  const watched = { ...deps, referrals: { ...deps.referrals, save } };
  await watchHandler(watched, logOf('watch-deadlines'))({ time: `${today}T05:00:00Z` }, context);
  await service.settled();
}

it('takes back what was told before its new day, though somebody recorded something meanwhile', async () => {
  const { referralId, path } = await referred(service.api, clinician, {
    what: { queue: 'SALT', on: RECEIVED, facts: { source: 'gp', tier: 'routine', alreadyAccepted: true } },
  });
  const open = async () =>
    (await service.alerts())
      .filter(({ subject, kind }) => subject.id === referralId && kind === 'waiting-standard')
      .map(({ threshold }) => threshold);
  for (const waited of [85, 96, 115]) {
    today = dayOf(waited);
    if (waited === 85) await contacted(path);
    await service.watch(today);
  }
  expect(await open()).toEqual(['approaching']);

  const queues = liverpool.queues.map((queue) => ({ ...queue, warnDays: { amber: 100, approaching: 120 } }));
  await service.api.deps.policies.save({ ...liverpool, queues, version: 2 });
  today = dayOf(116);
  await watchWhile(() => contacted(path));
  expect(await open()).toEqual(['amber']);

  today = dayOf(120);
  await service.watch(today);
  expect(await open()).toEqual(['approaching']);
});
