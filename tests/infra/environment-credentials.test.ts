import { describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '../../infra/bundle/environment-credentials.ts';

describe('the credentials of a function', () => {
  it('are those that the runtime put in its environment, at the time they are asked for', async () => {
    const provide = defaultProvider();
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    await expect(provide()).resolves.toEqual({ accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' });
  });

  it('have no session where the environment has none', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', '');
    await expect(defaultProvider()()).resolves.toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
  });

  it('are an error where there are none: no profile, no metadata server is asked', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    await expect(defaultProvider()()).rejects.toThrow(/AWS_ACCESS_KEY_ID/);
  });
});
