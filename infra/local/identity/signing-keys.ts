import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod';
import type { KeptValues } from '../secrets/kept-values.ts';

const keySchema = z.looseObject({ kty: z.literal('RSA'), kid: z.string() });

/** The private key that signs tokens: made once and kept, so that tokens outlive a restart. */
export async function signingKey(kept: KeptValues): Promise<JWK> {
  const known = kept.find('identity/signing-key');
  if (known !== undefined) return keySchema.parse(JSON.parse(known));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'local', use: 'sig', alg: 'RS256' };
  kept.set('identity/signing-key', JSON.stringify(key));
  return key;
}
