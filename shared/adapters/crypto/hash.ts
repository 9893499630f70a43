import { createHash } from 'node:crypto';
import type { Hash } from '../../application/ports/hash.ts';

/** SHA-256 of a text as UTF-8, in base64url. */
export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('base64url');
