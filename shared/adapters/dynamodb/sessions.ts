import * as z from 'zod';
import type { Sessions } from '../../application/ports/sessions.ts';
import { epochMillisecondsOf } from '../../domain/calendar/instant.ts';
import { conflict } from '../../domain/error.ts';
import { LONGEST_MINUTES, type Session, sessionSchema } from '../../domain/session/session.ts';
import { sha256 } from '../crypto/hash.ts';
import { type Key, providerSessions, type SessionKind, sessionKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import { EXPIRES_ATTRIBUTE } from './table.ts';
import type { TableAccess } from './table-access.ts';

export const storedSessionSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('SESSION'),
  v: z.int().min(1),
  schema: z.int(),
  /** Null once ended: the key stays taken until the store clears it, so that the session cannot come back. */
  session: sessionSchema.nullable(),
  [EXPIRES_ATTRIBUTE]: z.int(),
});

export const sessionShape: ItemShape<z.output<typeof storedSessionSchema>> = {
  name: 'session',
  schema: 1,
  upcasts: {},
  stored: storedSessionSchema,
};

/** Rounds of keeping a session that others renew at the same moment. */
const ROUNDS = 5;

/** Sessions in the records table. They are ended by rule (session.ts); the store's own clearing only saves space. */
export function sessionsInTable(records: TableAccess, kind: SessionKind = 'SESSION'): Sessions {
  async function read(key: Key) {
    const item = await records.get(key);
    return item === undefined ? undefined : readItem(sessionShape, item);
  }

  async function write(key: Key, session: Session | null, expiresAt: number, version: number): Promise<boolean> {
    const item = { ...key, v: version, schema: sessionShape.schema, session, [EXPIRES_ATTRIBUTE]: expiresAt };
    return records.put(item, version === 1 ? 'absent' : { version: version - 1 });
  }

  /** Put before the session itself, so that no session is without one. */
  async function point(session: Session): Promise<void> {
    const { issuer, session: providerSession } = session.provider;
    if (providerSession === null) return;
    const key = { pk: providerCollection(kind, issuer, providerSession), sk: session.idHash };
    await records.put({ ...key, v: 1, schema: 1, [EXPIRES_ATTRIBUTE]: expiryOf(session) }, 'absent');
  }

  async function end(idHash: string): Promise<void> {
    const key = sessionKey(kind, idHash);
    for (;;) {
      const kept = await read(key);
      if (kept === undefined) return;
      if (kept.session === null) return;
      if (await write(key, null, kept[EXPIRES_ATTRIBUTE], kept.v + 1)) return;
    }
  }

  return {
    async find(idHash) {
      return (await read(sessionKey(kind, idHash)))?.session ?? undefined;
    },

    async keep(session) {
      const key = sessionKey(kind, session.idHash);
      for (let round = 0; round < ROUNDS; round += 1) {
        const kept = await read(key);
        if (kept?.session === null) throw conflict('session-ended', 'This session has ended');
        if (kept === undefined) await point(session);
        // Two requests of one browser may renew at once: a renewal never sets the session back.
        if (kept?.session && kept.session.seenAt > session.seenAt) return;
        if (await write(key, session, expiryOf(session), (kept?.v ?? 0) + 1)) return;
      }
    },

    end,

    async endAtProvider(issuer, providerSession) {
      const pointers = await records.all({ partition: providerCollection(kind, issuer, providerSession) });
      for (const pointer of pointers) await end(z.string().parse(pointer['sk']));
    },
  };
}

function providerCollection(kind: SessionKind, issuer: string, providerSession: string): string {
  return providerSessions(kind, sha256(JSON.stringify([issuer, providerSession])));
}

/** Epoch seconds after which a session can be of no use to anybody. */
function expiryOf(session: Session): number {
  return Math.ceil(epochMillisecondsOf(session.signedInAt) / 1000) + LONGEST_MINUTES * 60;
}
