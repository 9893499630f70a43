/** A commissioner reads the figures that the census published, and can see nothing behind them. */
import { expect } from 'vitest';
import { typedDate } from '../../pages/sent-form.ts';
import type { Story } from '../working-service.ts';

/** Every page of figures, with something that it says. */
const pages = [
  ['/indicators', 'Waiting lists'],
  ['/indicators/queues/SALT', 'How long they have waited'],
  ['/indicators/queues/SALT/capacity', 'What would it take?'],
  ['/indicators/equity', 'Who waits longer'],
  ['/indicators/duties', 'Duties to children and young people'],
  ['/indicators/downloads', 'What the columns mean'],
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
    }
    await marcus.opens('/indicators/queues/SALT/capacity?demand=20&slots=22&missedPercent=10&queue=300&targetWeeks=18');
    await marcus.sees('first appointments a week', 'This holds if');
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
    // Whoever writes for the board writes among the figures, by page and by program; the commissioner reads it.
    const grace = await service.atTheirDesk('grace');
    await grace.signsIn('/indicators/risks/raise');
    await grace.records(
      {
        ...{ title: 'Therapy posts stay empty', description: 'Three posts are empty', queue: 'SALT' },
        ...{ likelihood: '4', impact: '4', owner: 'Head of therapies', mitigations: 'Agency cover' },
        ...typedDate('dueOn', '2026-09-20'),
      },
      'Raise the risk',
    );
    const decision = { reason: 'No money for the posts', on: '2026-09-21' };
    const riskId = grace.address.split('/').at(-1) ?? '';
    const escalated = await service.asks('grace', 'POST', `/v1/indicators/risks/${riskId}/escalate`, {
      body: decision,
      seen: '"1"',
    });
    expect(escalated.status, escalated.text).toBe(200);
    await marcus.opens('/indicators/risks');
    await marcus.sees('SEND Partnership Board', 'Therapy posts stay empty', 'Overdue');
    // The session has ended by the next day: the function that says who asks ends it, and the page sends them to sign in.
    service.theDayIs('2026-09-22');
    const next = await marcus.page.request.get(`${service.cloud.url}/indicators`, { maxRedirects: 0 });
    expect(next.status()).toBe(303);
    expect(next.headers()['location']).toContain('/signed-out?why=timed-out');
  },
};
