/** Somebody who can sign in on this machine, without a password. */
export interface DemoAccount {
  /** Short name for tests and for the sign-in page's form: `nurse`. */
  readonly id: string;
  readonly name: string;
  /** What their tokens call them; with the issuer it says who they are, for good. */
  readonly sub: string;
  /** What they do, for whoever chooses: `Speech and language therapist, Liverpool`. */
  readonly description?: string;
  readonly email?: string;
  /** Somebody of a family: they sign in to the families' pages, by the client of those. */
  readonly isFamily?: true;
}
