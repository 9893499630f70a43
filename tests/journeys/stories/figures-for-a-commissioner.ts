/** A commissioner reads the figures that the census published, and can see nothing behind them. */
import { expect } from 'vitest';
import { axe } from '../../browser/accessibility.ts';
import type { Story } from '../working-service.ts';

/** Every page of figures, with something that it says. */
const pages = [
  ['/indicators', 'Waiting lists'],
  ['/indicators/queues/SALT', 'How long they have waited'],
  ['/indicators/queues/SALT/capacity', 'What would it take?'],
  ['/indicators/equity', 'Who waits longer'],
  ['/indicators/duties', 'Duties to children and young people'],
  ['/indicators/catalogue', 'Reduced waiting times'],
] as const;

export const figuresForACommissioner: Story = {
  title: 'a commissioner reads published figures, and no record',
  async tell(service) {
    service.theDayIs('2026-09-21');
    const marcus = await service.atTheirDesk('marcus');
    await marcus.signsIn('/indicators');
    await marcus.sees('There are no figures yet');
    for (const schedule of ['TakeCensusHourly', 'TakeCensusMonthly']) await service.cloud.runSchedule(schedule);
    await service.cloud.settled();
    await marcus.opens('/indicators');
    await marcus.sees('As at the end of 31 August 2026', 'Speech and language therapy', '*');
    await marcus.seesNothingOf('Wi\u015bniewska');
    for (const [path, words] of pages) {
      expect(await marcus.opens(path), path).toBe(200);
      await marcus.sees(words);
      expect(await axe(marcus.page), path).toEqual([]);
    }
    await marcus.opens('/indicators/queues/SALT/capacity?demand=20&slots=22&missedPercent=10&queue=300&targetWeeks=18');
    await marcus.sees('first appointments a week', 'This holds if');
    expect(await axe(marcus.page)).toEqual([]);
    await marcus.opens('/indicators/queues/SALT/capacity?demand=many');
    await marcus.sees('There is a problem', 'Referrals a week must be a number');
    expect((await service.asks('marcus', 'GET', '/v1/indicators/queues/SALT')).status).toBe(200);
    const capacity = '/v1/indicators/queues/SALT/capacity?demand=20&slots=22&queue=300';
    expect((await service.asks('marcus', 'GET', capacity)).status).toBe(200);
    expect((await service.asks('marcus', 'GET', '/v1/queues/SALT/referrals')).status).toBe(403);
    expect((await service.asks('priya', 'GET', '/v1/indicators')).status).toBe(403);
    const stranger = await fetch(new URL('/v1/indicators', service.cloud.url), {
      headers: { authorization: 'Bearer not-a-token' },
    });
    expect(stranger.status).toBe(401);
    // The session has ended by the next day: the function that says who asks ends it, and the page sends them to sign in.
    service.theDayIs('2026-09-22');
    const next = await marcus.page.request.get(`${service.cloud.url}/indicators`, { maxRedirects: 0 });
    expect(next.status()).toBe(303);
    expect(next.headers()['location']).toContain('/signed-out?why=timed-out');
  },
};
