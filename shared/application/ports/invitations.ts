/** What a code leads to: a grant that waits to become somebody's. */
export interface Invitation {
  readonly place: string;
  readonly personId: string;
  readonly grantId: string;
  readonly invitationId: string;
}

/** Invitations by their codes. Codes are kept nowhere: they follow from the invitation's id under a key. */
export interface Invitations {
  /** Keeps where a code leads, before the grant waits for it. Doing it twice changes nothing. */
  keep(invitation: Invitation): Promise<void>;
  /** Where a code leads, whatever has become of it since; undefined for a code that was never given. */
  find(code: string): Promise<Invitation | undefined>;
  /** The code of an invitation, as it is printed. */
  codeOf(invitationId: string): string;
}
