import { randomBytes } from 'node:crypto';

/** 256 random bits as base64url, 43 characters: the secret of a session, the token of its forms. */
export function randomText(): string {
  return randomBytes(32).toString('base64url');
}
