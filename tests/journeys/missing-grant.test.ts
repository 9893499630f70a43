/**
 * Each function may do what it needs and no more, so without one of its grants its work fails here as it would on AWS: with
 * AccessDenied, kept among the refusals, said on the page or left in the dead-letter queue, and never passed over.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../infra/local/local-cloud.ts';
import type { IamStatement } from '../../infra/local/store/store.ts';
import type { CloudDescription } from '../../infra/local/template/cloud-description.ts';
import type { LocalRole } from '../../infra/local/template/roles.ts';
import { type Alteration, withoutGrant } from '../../infra/local/without-grant.ts';
import { openRecordedCloud } from './recorded-cloud.ts';
import { JOURNEY_TIME, journey, WorkingService } from './working-service.ts';

const MISSING = [
  ['web', 'dynamodb:Query', '/index/list'],
  ['api', 'dynamodb:BatchGetItem', 'Audit'],
  ['publish-changes', 'events:PutEvents', ''],
] as const;

/** All are taken from one cloud: no work looked at here needs another's. What schedules run may do nothing with the tables. */
const takeAll: Alteration = (description) => {
  const left = MISSING.reduce(
    (so, [label, action, resource]) => withoutGrant(label, action, resource)(so),
    description,
  );
  const scheduled = new Set(description.schedules.map(({ targetArn }) => targetArn));
  const roles = description.functions.filter(({ arn }) => scheduled.has(arn)).map(({ roleArn }) => roleArn);
  return without(left, ({ arn }) => roles.includes(arn), 'dynamodb:');
};

/** Schedules may start nothing. */
const takeStarting: Alteration = (description) =>
  without(description, ({ takenBy }) => takenBy.includes('scheduler.amazonaws.com'), 'lambda:InvokeFunction');

/** Takes every statement that allows an action which begins so from some of the roles. */
function without(
  description: CloudDescription,
  concerned: (role: LocalRole) => boolean,
  beginning: string,
): CloudDescription {
  const kept = ({ Action }: IamStatement) => ![Action].flat().some((action) => action?.startsWith(beginning));
  const roles = description.roles.map((role) =>
    concerned(role) ? { ...role, statements: role.statements.filter(kept) } : role,
  );
  return { ...description, roles };
}

/** Runs every schedule there is; the queues that their functions' dead letters go to must each hold more than before. */
async function expectKeptRuns(cloud: LocalCloud): Promise<void> {
  const { schedules } = cloud.description;
  expect(schedules.length).toBeGreaterThan(1);
  const kept = () => schedules.map(({ deadLetters = '' }) => cloud.queue(deadLetters.split(':').at(-1) ?? '').length);
  for (const { name } of schedules) {
    const before = kept();
    await cloud.runSchedule(name);
    await cloud.settled();
    expect(kept(), name).not.toEqual(before);
  }
}

let service: WorkingService;
let child: string;
beforeAll(async () => {
  service = await WorkingService.open({ today: '2026-03-02', alter: takeAll, pauses: { first: 1, last: 5 } });
  const who = { familyName: 'Nowak', givenName: 'Ola', birthDate: '2019-04-01', noNhsNumberReason: 'not-known' };
  const added = await service.asks('sam', 'POST', '/v1/people', { body: who });
  child = `/v1/people/${JSON.parse(added.text).id}`;
  const referral = { queue: 'SALT', on: '2026-03-02', facts: { source: 'gp', tier: 'routine' } };
  const received = await service.asks('sam', 'POST', `${child}/referrals`, { body: referral });
  expect(received.status, received.text).toBe(201);
}, JOURNEY_TIME);
afterAll(() => service?.close(), JOURNEY_TIME);

function expectRefusal([label, action, resource]: (typeof MISSING)[number]): void {
  const role = service.cloud.description.functions
    .find((each) => each.label === label)
    ?.roleArn.split('/')
    .at(-1);
  const refusals = service.cloud.denials().filter((each) => each.role === role && each.action === action);
  expect(refusals, label).not.toEqual([]);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ because: 'no-grant', resource: expect.stringContaining(resource) });
  }
}

describe('without one grant', () => {
  it('a list is not shown, and its page does not say that nobody waits', journey, async () => {
    const priya = await service.atTheirDesk('priya');
    await priya.signsIn('/people/find');
    // Asked with the browser's session and not shown in it: a page that fails is a fault to whoever watches the browser.
    const list = await priya.page.request.get(`${service.cloud.url}/queues/SALT`);
    expect(list.status()).toBe(500);
    const said = await list.text();
    expect(said).toContain('Sorry, there is a problem with the service');
    expect(said).not.toMatch(/nobody|waiting 0/i);
    expectRefusal(MISSING[0]);
  });

  it('the audit is not answered in part', journey, async () => {
    await service.asks('priya', 'GET', child);
    const path = `${child.replace('/v1', '/v1/audit')}?from=2026-03-01&to=2026-03-02`;
    const answer = await service.asks('amina', 'GET', path);
    expect(answer.status, answer.text).toBe(500);
    expectRefusal(MISSING[1]);
  });

  it('changes that cannot be told wait in the dead-letter queue', journey, async () => {
    await service.cloud.settled();
    expect(service.cloud.queue('PublishChangesDeadLetters')).not.toEqual([]);
    expectRefusal(MISSING[2]);
  });

  it('changes put back before the grant is there are read again, tried, and kept', journey, async () => {
    const { cloud } = service;
    const [letter] = cloud.queue('PublishChangesDeadLetters');
    const refused = () => cloud.denials().filter(({ action }) => action === MISSING[2][1]).length;
    const before = refused();
    const attributes = { SentTimestamp: String(cloud.now()) };
    const record = { eventSource: 'aws:sqs', messageId: 'letter', body: letter?.body, attributes };
    const name = cloud.description.functions.find(({ label }) => label === 'publish-changes')?.name ?? '';
    expect(await cloud.invoke(name, { Records: [record] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'letter' }],
    });
    expect(refused()).toBeGreaterThan(before);
  });

  it('a scheduled run that fails is kept', journey, async () => {
    service.theDayIs('2026-09-14');
    await expectKeptRuns(service.cloud);
  });

  it('a scheduled run that cannot start is kept', journey, async () => {
    const cloud = await openRecordedCloud({ today: '2026-09-14', alter: takeStarting });
    try {
      await expectKeptRuns(cloud);
      expect(cloud.denials()).toContainEqual(expect.objectContaining({ action: 'lambda:InvokeFunction' }));
    } finally {
      await cloud.close();
    }
  });
});
