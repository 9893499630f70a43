import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultPlan, Faults } from '../../../../infra/local/store/faults.ts';
import { ADMINISTRATOR, openStore, type Store } from '../../../../infra/local/store/store.ts';
import { clientOf, NOON, put, RECORDS, referral } from './records-store.ts';

const EVERYTHING: FaultPlan['perMille'] = {
  throttle: 50,
  'internal-error': 50,
  'drop-before': 50,
  'drop-after': 50,
  slow: 50,
};

describe('a plan of faults', () => {
  const fates = (seed: string) => {
    const faults = new Faults({ seed, perMille: EVERYTHING });
    return Array.from({ length: 4_000 }, () => faults.next('PutItem', 'api') ?? 'none');
  };

  it('hit only the roles that they are for', () => {
    const faults = new Faults({ seed: 'x', perMille: { throttle: 1_000 }, roles: ['watch'] });
    expect(faults.next('Query', 'api')).toBeUndefined();
    expect(faults.next('Query', 'watch')).toBe('throttle');
  });

  it('gives the same fates for the same seed and others for another', () => {
    expect(fates('one')).toEqual(fates('one'));
    expect(fates('one')).not.toEqual(fates('two'));
  });

  it('keeps to its rates', () => {
    const seen = fates('rates');
    for (const fault of Object.keys(EVERYTHING)) {
      const count = seen.filter((fate) => fate === fault).length;
      // 200 expected of 4,000; four standard deviations are 55.
      expect(count).toBeGreaterThan(145);
      expect(count).toBeLessThan(255);
    }
  });

  it('hits and counts only the operations that it names', () => {
    const faults = new Faults({ seed: 'x', perMille: { throttle: 1_000 }, operations: ['Query'] });
    expect(faults.next('PutItem', 'api')).toBeUndefined();
    expect(faults.next('Query', 'api')).toBe('throttle');
    expect(faults.injected()).toEqual({ throttle: 1 });
  });

  it('cannot hit more than every request', () => {
    expect(() => new Faults({ seed: 'x', perMille: { throttle: 600, slow: 500 } })).toThrow(RangeError);
  });
});

describe('a store with faults', () => {
  let store: Store;
  let client: DynamoDBDocumentClient;
  beforeEach(async () => {
    store = await openStore({ tables: [RECORDS], principals: [ADMINISTRATOR], clock: () => NOON });
    client = clientOf(store.endpoint);
  });
  afterEach(async () => {
    client.destroy();
    await store.close();
  });
  const always = (fault: keyof FaultPlan['perMille']) =>
    store.setFaults({ seed: 'x', perMille: { [fault]: 1_000 }, slowMilliseconds: 60 });
  const stored = async () => {
    store.setFaults(undefined);
    const key = { pk: 'liverpool#P#a', sk: 'R#1' };
    return (await client.send(new GetCommand({ TableName: 'records', Key: key }))).Item !== undefined;
  };

  it('throttles in the words of DynamoDB and stores nothing', async () => {
    always('throttle');
    await expect(put(client, referral('a', '1'))).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await stored()).toBe(false);
  });

  it('fails with a 500 and stores nothing', async () => {
    always('internal-error');
    await expect(put(client, referral('a', '1'))).rejects.toMatchObject({
      name: 'InternalServerError',
      $metadata: { httpStatusCode: 500 },
    });
    expect(await stored()).toBe(false);
  });

  it('drops the connection before anything happened', async () => {
    always('drop-before');
    await expect(put(client, referral('a', '1'))).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await stored()).toBe(false);
  });

  it('drops the connection after the write was committed', async () => {
    always('drop-after');
    await expect(put(client, referral('a', '1'))).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await stored()).toBe(true);
  });

  it('answers late', async () => {
    always('slow');
    const from = performance.now();
    await put(client, referral('a', '1'));
    expect(performance.now() - from).toBeGreaterThanOrEqual(55);
    expect(store.usage().faults).toEqual({ slow: 1 });
  });

  it('lets the SDK through by its own retries', async () => {
    store.setFaults({ seed: 'retries', perMille: { throttle: 150, 'internal-error': 100, 'drop-before': 100 } });
    const patient = clientOf(store.endpoint, ADMINISTRATOR, 8);
    await Promise.all(Array.from({ length: 20 }, (_, id) => put(patient, referral(`${id}`, `${id}`))));
    expect(Object.values(store.usage().faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2);
    patient.destroy();
  });
});
