/** C3 and C5: requests and capacity units of reading and working referrals, metered at the local store's front door. */
import type { MeterTotals } from '../../infra/local/store/meter.ts';
import { ApiService, type Asker, TODAY } from '../http/api-service.ts';
import { atMost, type Bench, type Figure, forKnowledge } from './figure.ts';

const IN_QUEUE = 120;

export const requestCosts: Bench = {
  name: 'Costs of requests (records table; audit apart)',
  async measure() {
    process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
    const service = await ApiService.open();
    try {
      const asker = await service.staff('clinician');
      const filled = await fill(service, asker);
      return [...(await reading(service, asker, filled)), ...(await working(service, asker))];
    } finally {
      await service.close();
    }
  },
};

interface Filled {
  readonly person: string;
  readonly referral: string;
}

/** Puts referrals of a believable size into one queue. */
async function fill(service: ApiService, asker: Asker): Promise<Filled> {
  let last: Filled | undefined;
  for (let n = 0; n < IN_QUEUE; n += 1) last = await received(service, asker, n);
  if (last === undefined) throw new Error('Nothing was put in');
  return last;
}

async function received(service: ApiService, asker: Asker, n: number): Promise<Filled> {
  const person = await service.post(asker, '/v1/people', {
    familyName: `Fernández-Gómez ${n}`,
    givenName: 'Muhammad',
    birthDate: '2018-05-12',
    reasonableAdjustments: ['Longer appointment'],
    flags: ['ehc-plan'],
  });
  const personId: string = person.body.id ?? person.body.person?.id;
  const facts = { source: 'school', tier: 'routine' };
  const referral = await service.post(asker, `/v1/people/${personId}/referrals`, {
    queue: 'SALT',
    on: '2026-06-01',
    facts,
  });
  if (referral.status !== 201) throw new Error(`A referral was not taken: ${referral.text}`);
  return { person: personId, referral: referral.body.id ?? referral.body.referral?.id };
}

async function reading(service: ApiService, asker: Asker, { person, referral }: Filled): Promise<readonly Figure[]> {
  const alone = await metered(service, 'alone', () => service.deps.queues.page('liverpool', 'SALT', 50));
  const page = await metered(service, 'page', () => service.get(asker, '/v1/queues/SALT/referrals', { limit: '50' }));
  const one = await metered(service, 'one', () => service.get(asker, `/v1/people/${person}/referrals/${referral}`));
  const whole = await metered(service, 'whole', () => service.get(asker, `/v1/people/${person}`));
  return [
    atMost('C3', 'first page (50) of a queue: requests', alone.requests, 1, 'requests'),
    atMost('C3', 'first page (50) of a queue: list index', alone.readUnits, 2, 'RCU'),
    forKnowledge('C3', 'first page (50): with caller, policy, total, audit', page.readUnits, 'RCU'),
    forKnowledge('C3', 'a referral with its history: all reads', one.readUnits, 'RCU'),
    forKnowledge('C3', 'everything about a person: all reads', whole.readUnits, 'RCU'),
  ];
}

/** C5: a command on a referral of about 1, 2 and 4 KB. */
async function working(service: ApiService, asker: Asker): Promise<readonly Figure[]> {
  const { person, referral } = await received(service, asker, IN_QUEUE);
  const path = `/v1/people/${person}/referrals/${referral}`;
  const figures: Figure[] = [];
  let version = 1;
  const record = async (facts: unknown): Promise<void> => {
    const answer = await service.post(asker, `${path}/events`, { on: TODAY, facts }, { 'if-match': `"${version}"` });
    if (answer.status >= 300) throw new Error(`An event was not taken: ${answer.text}`);
    version += 1;
  };
  const accept = await metered(service, 'command', () => record({ kind: 'triage-accepted' }));
  figures.push(atMost('C5', 'a command on a referral of up to 1 KB', writeUnits(accept), 8, 'WCU'));
  for (const kilobytes of [2, 4]) {
    while ((await sizeOf(service, person, referral)) < kilobytes * 1024) {
      await record({ kind: 'noted', note: 'x'.repeat(400) });
    }
    const note = await metered(service, `command-${kilobytes}`, () =>
      record({ kind: 'noted', note: 'Rang the family.' }),
    );
    figures.push(forKnowledge('C5', `a command on a referral of about ${kilobytes} KB`, writeUnits(note), 'WCU'));
  }
  return figures;
}

async function sizeOf(service: ApiService, person: string, referral: string): Promise<number> {
  const kept = await service.deps.referrals.get('liverpool', { personId: person, referralId: referral });
  return JSON.stringify(kept?.referral ?? {}).length;
}

/** What an action cost. */
async function metered(service: ApiService, label: string, action: () => Promise<unknown>): Promise<MeterTotals> {
  const meter = service.engine.store?.meter;
  if (meter === undefined) throw new Error('Only the local store has a meter');
  meter.scope(label);
  await action();
  meter.scope('rest');
  return meter.read(label);
}

function writeUnits(totals: MeterTotals): number {
  return totals.tableWriteUnits + totals.indexWriteUnits;
}
