import { afterEach, describe, expect, it } from 'vitest';
import { LocalClock } from '../../../infra/local/clock.ts';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { Scheduler, type Timed } from '../../../infra/local/schedule/scheduler.ts';
import { withoutGrant } from '../../../infra/local/without-grant.ts';
import { notes, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud | undefined;
afterEach(() => cloud?.close());

describe('a schedule of the template', () => {
  it('run on request tells its function the instant it is scheduled for on the day that is set', async () => {
    cloud = await startSmallApp({ today: '2026-07-01' });
    await cloud.runSchedule('Morning');
    cloud.setToday('2026-12-02');
    await cloud.runSchedule('Morning');
    expect(await notes(cloud)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          source: 'aws.scheduler',
          time: '2026-07-01T05:30:00Z',
          'detail-type': 'Scheduled Event',
        }),
        expect.objectContaining({ source: 'aws.scheduler', time: '2026-12-02T06:30:00Z' }),
      ]),
    );
  });

  it('says when it runs next, from the day that is set', async () => {
    cloud = await startSmallApp({ today: '2026-07-03' });
    cloud.setToday('2026-07-04');
    const morning = cloud.schedules().find(({ name }) => name.includes('Morning'));
    // The fourth is a Saturday.
    expect(new Date(morning?.nextRun ?? 0).toISOString()).toBe('2026-07-06T05:30:00.000Z');
  });

  it('runs nothing when its role may not', async () => {
    cloud = await startSmallApp({
      alter: (description) => ({
        ...description,
        roles: description.roles.map((role) => ({
          ...role,
          statements: role.takenBy.includes('scheduler.amazonaws.com') ? [] : role.statements,
        })),
      }),
    });
    await cloud.runSchedule('Morning');
    expect(await notes(cloud)).toEqual([]);
    expect(cloud.denials()).toContainEqual(expect.objectContaining({ action: 'lambda:InvokeFunction' }));
  });

  it('is not found by a name that none has', async () => {
    cloud = await startSmallApp();
    expect(() => cloud?.runSchedule('Evening')).toThrow(/0 of these are called 'Evening'/);
  });
});

describe('time passing', () => {
  const at = (text: string) => Date.parse(text);

  function scheduled(start: string) {
    let machine = at(start);
    const clock = new LocalClock(() => machine);
    const sent: string[] = [];
    const timed: Timed = {
      name: 'daily',
      arn: 'arn:daily',
      expression: 'cron(0 6 * * ? *)',
      timeZone: 'Europe/London',
      source: 'aws.scheduler',
      input: '{"at":"<aws.scheduler.scheduled-time>"}',
      enabled: true,
      send: async (payload) => {
        sent.push((payload as { at: string }).at);
      },
    };
    const scheduler = new Scheduler([timed], clock);
    return { clock, sent, scheduler, move: (to: string) => (machine = at(to)) };
  }

  it('runs what falls due once, with the instant it was due at', () => {
    const { scheduler, sent, move } = scheduled('2026-03-09T05:59:59Z');
    scheduler.tick();
    move('2026-03-09T06:00:02Z');
    scheduler.tick();
    scheduler.tick();
    expect(sent).toEqual(['2026-03-09T06:00:00Z']);
  });

  it('runs once after a laptop slept over several', () => {
    const { scheduler, sent, move } = scheduled('2026-03-09T05:00:00Z');
    move('2026-03-12T12:00:00Z');
    scheduler.tick();
    scheduler.tick();
    expect(sent).toEqual(['2026-03-09T06:00:00Z']);
  });

  it('makes up on request for the last run that was slept through, before and after its hour', async () => {
    const { scheduler, sent, move } = scheduled('2026-03-09T05:00:00Z');
    await scheduler.runMissed('daily');
    move('2026-03-29T08:00:00Z');
    await scheduler.runMissed('daily');
    // The clocks have gone forward in the night.
    expect(sent).toEqual(['2026-03-08T06:00:00Z', '2026-03-29T05:00:00Z']);
    await expect(scheduler.runMissed('weekly')).rejects.toThrow('no schedule weekly');
  });

  it('runs nothing for days skipped by setting the date', () => {
    const { scheduler, clock, sent } = scheduled('2026-03-09T05:00:00Z');
    clock.setToday('2026-04-09');
    scheduler.reset();
    scheduler.tick();
    expect(sent).toEqual([]);
  });
});

it('a test that takes away what is not there fails', async () => {
  await expect(startSmallApp({ alter: withoutGrant('nobody', 's3:GetObject') })).rejects.toThrow(/no function nobody/);
});
