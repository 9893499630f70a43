import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { withoutGrant } from '../../../infra/local/without-grant.ts';
import { startSmallApp } from './small-app/running.ts';

const revealName = (cloud: LocalCloud) => cloud.functions().find(({ name }) => name.includes('Reveal'))?.name ?? '';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-cloud-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('secrets', () => {
  it('are generated as the template says, put together from others, and told to a function that may know', async () => {
    const cloud = await startSmallApp();
    try {
      const secret = JSON.parse(String(await cloud.invoke(revealName(cloud), {})));
      expect(secret).toEqual({ generated: expect.stringMatching(/^[A-Za-z0-9]{40}$/), fixed: 'known' });
    } finally {
      await cloud.close();
    }
  });

  it('are refused to a function that may not, another secret and an unknown one alike', async () => {
    const cloud = await startSmallApp();
    const generated = cloud.description.secrets.find(({ name }) => name.includes('Generated'))?.arn;
    try {
      for (const id of [generated, `${generated}-other`]) {
        await expect(cloud.invoke(revealName(cloud), { id })).rejects.toMatchObject({
          errorType: 'AccessDeniedException',
        });
      }
    } finally {
      await cloud.close();
    }
    const reveal = revealName(cloud);
    const poorer = await startSmallApp({ alter: withoutGrant(reveal, 'secretsmanager:GetSecretValue') });
    try {
      await expect(poorer.invoke(reveal, {})).rejects.toMatchObject({ errorType: 'AccessDeniedException' });
      expect(poorer.denials()).toHaveLength(1);
    } finally {
      await poorer.close();
    }
  });

  it('stay what they are over a restart, as do keys, client secrets and the issuer, for their owner alone', async () => {
    const first = await startSmallApp({ dataDirectory: directory });
    const known = String(await first.invoke(revealName(first), {}));
    const token = await first.token('machine');
    await first.close();
    const second = await startSmallApp({ dataDirectory: directory });
    try {
      expect(String(await second.invoke(revealName(second), {}))).toBe(known);
      expect(second.issuer).toBe(first.issuer);
      expect(second.clients.map(({ secret }) => secret)).toEqual(first.clients.map(({ secret }) => secret));
      const response = await fetch(`${second.url}/guarded/x`, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBe(200);
      const file = join(directory, 'local-cloud.json');
      expect((await stat(file)).mode & 0o077).toBe(0);
      expect(await readFile(file, 'utf8')).toContain('signing-key');
    } finally {
      await second.close();
    }
  });

  it('are new each time in memory', async () => {
    const values = new Set<string>();
    for (let n = 0; n < 2; n += 1) {
      const cloud = await startSmallApp();
      values.add(String(await cloud.invoke(revealName(cloud), {})));
      await cloud.close();
    }
    expect(values.size).toBe(2);
  });
});
