/** The store cannot be reached, whole or in part: pages and API say so, and no list is ever shown as one on which nobody waits. */
import { expect } from 'vitest';
import type { FaultPlan } from '../../../infra/local/store/store.ts';
import type { MemberOfStaff } from '../member-of-staff.ts';
import type { Story, WorkingService } from '../working-service.ts';
import { addsAReferral, type Child, findsNobodyAndAdds } from './a-childs-record.ts';

const zofia: Child = { givenName: 'Zofia', familyName: 'Lis', born: '2020-05-11', nhsNumber: '999 010 4034' };
const QUEUE = '/queues/OT';
const LIKE_NOBODY = ['Nobody is waiting', 'Nobody waits', 'There is nobody', '0 of 0', 'Waiting 0'];

let service: WorkingService;
let sam: MemberOfStaff;

export const storeAway: Story = {
  title: 'when the store is away the service says so, and shows no empty list',
  async tell(given) {
    service = given;
    service.theDayIs('2027-02-01');
    sam = await service.atTheirDesk('sam');
    await givenAListWithAChild();
    await whenTheStore('is away', { perMille: { 'drop-before': 1_000 } });
    await whenTheStore('fails', { perMille: { 'internal-error': 1_000 } });
    await whenTheStore('answers no list', { perMille: { throttle: 1_000 }, operations: ['Query'] });
    await thenAllIsThereAgain();
  },
};

async function givenAListWithAChild(): Promise<void> {
  await sam.signsIn();
  await findsNobodyAndAdds(sam, zofia);
  await addsAReferral(sam, 'OT', '2027-01-04');
  await service.cloud.settled();
}

async function whenTheStore(does: string, plan: Omit<FaultPlan, 'seed'>): Promise<void> {
  service.cloud.store.setFaults({ seed: 'store-away', ...plan });
  try {
    for (const path of [QUEUE, '/', '/alerts']) {
      expect(await sam.opens(path), `${path} when it ${does}`).toBe(503);
      await sam.sees('Sorry, the records cannot be reached', 'This does not mean that nobody is waiting');
      await sam.seesNothingOf(...LIKE_NOBODY);
    }
    const listed = await service.asks('sam', 'GET', '/v1/queues/OT/referrals');
    expect(listed.status, listed.text).toBe(503);
    expect(JSON.parse(listed.text)).not.toHaveProperty('rows');
  } finally {
    service.cloud.store.setFaults(undefined);
  }
}

async function thenAllIsThereAgain(): Promise<void> {
  expect(await sam.opens(QUEUE)).toBe(200);
  await sam.sees('LIS, Zofia', '4 weeks 0 days');
}
