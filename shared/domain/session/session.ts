/**
 * A signed-in session on the pages: kept in the store, found by the hash of a random cookie, so that it can be ended at
 * once from the server's side (sign-out, back-channel logout, a revoked membership).
 */
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantSchema } from '../calendar/instant.ts';
import { placeIdSchema } from '../policy/place-id.ts';

/** Minutes without a request after which a session ends. */
export const IDLE_MINUTES = 20;
/** Minutes after sign-in when a session ends whatever happens: a working day. */
export const LONGEST_MINUTES = 8 * 60;
/** Minutes before the end at which the page offers to stay signed in. */
export const WARN_MINUTES = 3;
/** A request renews the session in the store only when this many seconds have passed since it was last renewed. */
const RENEW_SECONDS = 60;

export const sessionSchema = z.strictObject({
  /** Hash of the cookie's secret: the store alone is not enough to take a session over. */
  idHash: z.string().length(43),
  staffId: z.string().min(1).max(64),
  /** Issuer, subject and session id of the identity provider, for back-channel logout. */
  provider: z.strictObject({
    issuer: z.string(),
    subject: z.string(),
    session: z.string().nullable(),
    idToken: z.string(),
  }),
  /** The membership the person acts in, once chosen. */
  acting: z.strictObject({ place: placeIdSchema, role: z.string() }).nullable(),
  /** Sent with every form; a request without it changes nothing. */
  formToken: z.string().min(22).max(64),
  signedInAt: instantSchema,
  seenAt: instantSchema,
});
export type Session = Readonly<z.output<typeof sessionSchema>>;

export type SessionStanding =
  | { readonly live: true; readonly endsAt: number; readonly renew: boolean }
  | { readonly live: false; readonly why: 'idle' | 'too-long' };

/** Whether a session still holds at an instant, and when (epoch milliseconds) it will end if nothing more is asked. */
export function standingOf(session: Pick<Session, 'signedInAt' | 'seenAt'>, now: Instant): SessionStanding {
  const at = epochMillisecondsOf(now);
  const lastDay = epochMillisecondsOf(session.signedInAt) + LONGEST_MINUTES * 60_000;
  const idleEnd = epochMillisecondsOf(session.seenAt) + IDLE_MINUTES * 60_000;
  if (at >= lastDay) return { live: false, why: 'too-long' };
  if (at >= idleEnd) return { live: false, why: 'idle' };
  const renew = at - epochMillisecondsOf(session.seenAt) >= RENEW_SECONDS * 1000;
  return { live: true, endsAt: Math.min(lastDay, renew ? at + IDLE_MINUTES * 60_000 : idleEnd), renew };
}
