import type { Session } from '../../domain/session/session.ts';

/** Signed-in sessions of the pages. */
export interface Sessions {
  /** The session as last kept, ended or timed out or not: session.ts says whether it stands. Undefined once ended. */
  find(idHash: string): Promise<Session | undefined>;
  /** Keeps a new session, or a renewed one. An ended session cannot be kept again. @throws `conflict` `session-ended`. */
  keep(session: Session): Promise<void>;
  /** Ends a session for good. Ending it twice changes nothing. */
  end(idHash: string): Promise<void>;
  /** Ends every session that the identity provider began in one session of its own (back-channel logout). */
  endAtProvider(issuer: string, providerSession: string): Promise<void>;
}
