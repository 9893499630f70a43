import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../../infra/local/local-cloud.ts';
import { demonstration } from '../../../infra/local/seed/seed.ts';
import { withoutGrant } from '../../../infra/local/without-grant.ts';

const { accounts, seed } = demonstration({ people: false });
const [account] = accounts;
const id = account?.id ?? '';

describe('the service itself on the local cloud', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud({ accounts, seed, today: '2026-03-09' });
  });
  afterAll(() => cloud.close());

  const get = async (path: string, token?: string) =>
    fetch(`${cloud.url}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  it('answers what is public, and asks for a token for everything else of the API', async () => {
    expect((await get('/health')).status).toBe(200);
    expect((await get('/v1/openapi.json')).status).toBe(200);
    expect((await get('/v1/people/x')).status).toBe(401);
    const token = await cloud.token(id);
    expect([401, 403, 500, 502, 503]).not.toContain((await get('/v1/people/AAAAAAAAAAAAAAAA', token)).status);
  });

  it('is refused nothing by its own roles', async () => {
    await get('/v1/people/AAAAAAAAAAAAAAAA', await cloud.token(id));
    await cloud.settled();
    expect(cloud.denials()).toEqual([]);
  });

  it('counts what each grant of its roles was used for', () => {
    const used = cloud.grants().filter(({ uses }) => uses > 0);
    expect(used).toContainEqual(expect.objectContaining({ action: 'dynamodb:GetItem' }));
    expect(used).toContainEqual(expect.objectContaining({ action: 'secretsmanager:GetSecretValue' }));
    expect(used).toContainEqual(expect.objectContaining({ action: 'dynamodb:GetRecords' }));
  });
});

describe('a grant that is taken away from a role', () => {
  it.each([
    ['dynamodb:GetItem', 'records'],
    ['secretsmanager:GetSecretValue', 'secret'],
  ])('%s of %s makes the same request fail, and the refusal is kept', async (action) => {
    const cloud = await startLocalCloud({ accounts, seed, alter: withoutGrant('api', action) });
    try {
      const response = await fetch(`${cloud.url}/v1/people/AAAAAAAAAAAAAAAA`, {
        headers: { authorization: `Bearer ${await cloud.token(id)}` },
      });
      expect(response.status).toBeGreaterThanOrEqual(500);
      expect(cloud.denials()).toContainEqual(expect.objectContaining({ action, because: 'no-grant' }));
    } finally {
      await cloud.close();
    }
  });
});
