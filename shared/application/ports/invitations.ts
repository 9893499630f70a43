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

/** Invitations by the links of messages, which are used as codes are. The secret of a link is kept nowhere either. */
export interface InvitationLinks {
  /** Keeps where a link leads, before the grant waits for it. Doing it twice changes nothing. */
  keep(invitation: Invitation): Promise<void>;
  find(secret: string): Promise<Invitation | undefined>;
  /** Counts a try of a link; answers how many there have been with this one. A link that leads nowhere is counted as well. */
  countTry(secret: string): Promise<number>;
  /** The secret of an invitation's link. */
  linkOf(invitationId: string): string;
}
