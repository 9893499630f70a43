/** Alerts are in the audit like everything else that is written; and what a killed request left unlisted, the night lists. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDay } from '../../../shared/application/audit/close-day.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
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

const night = (time: string) =>
  closeDay(service.api.deps, {
    ...{ places: ['liverpool'], time: parseInstant(time), requestId: 'night', hasTime: () => true },
    onFailure: (failed) => {
      throw failed;
    },
  });

describe('the audit of somebody with alerts', () => {
  it('is whole, every event of every alert proved', async () => {
    const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
    await referred(service.api, clinician, { what: { on: localDate('2026-06-01'), facts } });
    await service.watch('2026-09-20');
    const raised = (await service.alerts()).length;
    expect(raised).toBeGreaterThan(0);
    const { counts } = await night('2026-11-02T02:30:00Z');
    // The person, the referral, and each alert with the event of its raising.
    expect(counts).toMatchObject({ findings: 0, failed: 0, events: 2 + raised });
  });

  it('says when an alert is gone that the audit has copies of', async () => {
    const { deps } = service.api;
    const alerts = { ...deps.alerts, get: async () => undefined };
    const question = { places: ['liverpool'], time: parseInstant('2026-11-02T02:30:00Z'), requestId: 'night' };
    const rest = { hasTime: () => true, onFailure: () => undefined };
    const { counts } = await closeDay({ ...deps, alerts }, { ...question, ...rest });
    expect(counts['findings']).toBeGreaterThan(0);
  });
});

describe('a view whose request died before it was listed', () => {
  it('is listed in the night, counted, and found from then on', async () => {
    const { deps, engine } = service.api;
    const { personId, path } = await referred(service.api, clinician, { what: { queue: 'OT' } });
    // Dies between the chain and the lists: what was asked for was not given.
    const { send } = engine.client;
    engine.client.send = ((command: { input: { Item?: { seq?: number } } }) =>
      command.input.Item?.seq === undefined
        ? Reflect.apply(send, engine.client, [command])
        : Promise.reject(new Error('killed'))) as typeof send;
    const { status } = await service.api.get(clinician, path);
    engine.client.send = send;
    expect(status).toBe(500);
    const listed = async () => {
      const times = [];
      for await (const view of deps.audit.viewsOf('liverpool', personId, [])) times.push(view.requestId);
      return times.length;
    };
    const before = await listed();
    expect((await night('2026-11-02T02:30:00Z')).counts).toMatchObject({ listed: 1, findings: 0 });
    expect(await listed()).toBe(before + 1);
    expect((await night('2026-11-02T02:40:00Z')).counts).toMatchObject({ listed: 0, findings: 0 });
  });
});
