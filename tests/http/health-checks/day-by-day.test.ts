/** A health check as the days go by: told of 56 and 14 days before, and the day after; quiet once it is done or declined. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WatchedService } from '../alerts/watched-service.ts';
import type { Asker } from '../api-service.ts';
import { type Followed, followed, happened, NURSES } from './health-check-service.ts';

const TEAM = 'learning-disability';
let service: WatchedService;
let nurse: Asker;
beforeAll(async () => {
  service = await WatchedService.open();
  nurse = await service.api.staff('clinician', { services: NURSES });
});
afterAll(() => service.close());

/** Checked a year before the day that the next check is due. */
async function checkedOn(day: string, birthDate: string): Promise<Followed> {
  const record = await followed(service.api, nurse, { who: { birthDate }, on: '2024-04-01' });
  await happened(service.api, nurse, record, [day, { kind: 'checked', where: 'practice' }]);
  await service.settled();
  return record;
}

async function told({ caseId }: Followed, list: 'open' | 'resolved' = 'open'): Promise<string[]> {
  const own = (await service.alerts(TEAM, list)).filter(({ subject }) => subject.id === caseId);
  return own.map(({ threshold, start }) => `${threshold} ${start}`).sort();
}

describe('a health check that comes due', () => {
  it('is told of to its team, once for each threshold, and no more once it is done', async () => {
    // Due on 24 October 2026; the service's day is 1 November.
    const record = await checkedOn('2025-10-24', '2008-01-05');
    await service.watch('2026-08-28');
    expect(await told(record)).toEqual([]);
    await service.watch('2026-08-29');
    expect(await told(record)).toEqual(['amber 2025-10-24']);
    await service.watch('2026-10-10');
    expect(await told(record)).toEqual(['approaching 2025-10-24']);
    await service.watch('2026-10-24');
    await service.watch('2026-10-25');
    await service.watch('2026-10-25');
    expect(await told(record)).toEqual(['breach 2025-10-24']);
    await happened(service.api, nurse, record, ['2026-10-30', { kind: 'checked', where: 'home' }]);
    await service.settled();
    expect(await told(record)).toEqual([]);
    expect(await told(record, 'resolved')).toHaveLength(3);
  });

  it('is left in peace once it is declined, and told of anew on the day it is offered again', async () => {
    const record = await checkedOn('2025-10-24', '2008-01-06');
    await service.watch('2026-10-25');
    expect(await told(record)).toEqual(['breach 2025-10-24']);
    const decline = { kind: 'declined', by: 'young-person', capacityConsidered: true };
    await happened(service.api, nurse, record, ['2026-10-30', decline]);
    await service.settled();
    expect(await told(record)).toEqual([]);
    await service.watch('2027-03-31');
    expect(await told(record)).toEqual([]);
    await service.watch('2027-04-01');
    expect(await told(record)).toEqual(['breach 2027-04-01']);
  });

  it('is told of again when the check that met it was recorded in error, and ends when somebody leaves', async () => {
    const record = await checkedOn('2025-10-24', '2008-01-07');
    await service.watch('2026-10-25');
    const done = await happened(service.api, nurse, record, ['2026-10-30', { kind: 'checked', where: 'home' }]);
    await service.settled();
    expect(await told(record)).toEqual([]);
    const mistake = done.body.history.at(-1).id;
    await happened(service.api, nurse, record, [
      '2026-10-31',
      { kind: 'recorded-in-error', eventId: mistake, reason: 'Another person' },
    ]);
    await service.settled();
    expect(await told(record)).toEqual(['breach 2025-10-24']);
    const left = { kind: 'left', why: 'moved-away', handedOverTo: 'Marine Lake practice' };
    await happened(service.api, nurse, record, ['2026-11-01', left]);
    await service.settled();
    expect(await told(record)).toEqual([]);
  });

  it('is handed over at the end of the place’s services: told of before the 26th birthday, until they have left', async () => {
    const record = await followed(service.api, nurse, { who: { birthDate: '2001-01-08' }, on: '2026-04-01' });
    await happened(service.api, nurse, record, ['2026-10-20', { kind: 'checked', where: 'practice' }]);
    await service.settled();
    const handOvers = async (list: 'open' | 'resolved' = 'open') =>
      (await service.alerts(TEAM, list))
        .filter(({ subject, kind }) => subject.id === record.caseId && kind === 'health-check-hand-over')
        .map(({ threshold, due }) => `${threshold} ${due}`);
    await service.watch('2026-11-12');
    expect(await handOvers()).toEqual([]);
    await service.watch('2026-11-13');
    expect(await handOvers()).toEqual(['amber 2027-01-08']);
    await service.watch('2027-01-09');
    expect(await handOvers()).toEqual(['breach 2027-01-08']);
    const left = { kind: 'left', why: 'left-service', handedOverTo: 'Harbour Street' };
    const { body } = await happened(service.api, nurse, record, ['2026-11-01', left]);
    await service.settled();
    expect(await handOvers()).toEqual([]);
    expect(body.state).toMatchObject({ handOverBy: '2027-01-08', left: { due: '2027-10-20' } });
  });
});
