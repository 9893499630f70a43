import type { Identity } from './staff-directory.ts';

/** What a sign-in that was begun must bring back: kept sealed in a cookie, never in the store. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Path of ours to go to afterwards. */
  readonly returnTo: string;
}

/** Whom the identity provider says has signed in. */
export interface SignedInIdentity {
  readonly identity: Identity;
  /** The provider's own session, where it names one: what a back-channel logout speaks of. */
  readonly session: string | null;
  readonly idToken: string;
}

/** The identity provider of staff (OpenID Connect, code flow with PKCE). Every method may throw `unavailable`. */
export interface IdentityProvider {
  begin(returnTo: string): Promise<{ readonly url: string; readonly attempt: SignInAttempt }>;
  /** @throws `invalid` `sign-in-failed` when what came back does not fit what was begun. */
  complete(callbackQuery: URLSearchParams, attempt: SignInAttempt): Promise<SignedInIdentity>;
  /** Where to send the browser so that the provider's session ends too. */
  endUrl(idToken: string): Promise<string>;
  /** The provider's session that a logout token ends. @throws `invalid` `logout-token` when it is not theirs or not one. */
  loggedOut(logoutToken: string): Promise<{ readonly issuer: string; readonly session: string }>;
}
