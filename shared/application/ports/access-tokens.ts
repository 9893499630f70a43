import type { Identity } from './staff-directory.ts';

/** Access tokens of the API, as their issuer vouches for them. */
export interface AccessTokens {
  /** Whose a token is; undefined when it is not one that the API takes. @throws `unavailable` when its issuer cannot be asked. */
  holder(token: string): Promise<Identity | undefined>;
}
