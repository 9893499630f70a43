/** The audit has everything twice, by person and by who did it, with each view that was given; and the service's own verifier finds it whole. */
import { type VerifyPosition, verifySlice, verifyStart } from '../../../shared/application/audit/verify-audit.ts';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { PLACES } from '../audience.ts';
import { DAY_MILLISECONDS } from '../calendar.ts';
import type { Clients } from '../clients/clients.ts';
import type { World } from '../world.ts';
import { type Differs, type Found, scanned } from './found.ts';

export async function judgeAudit({ histories }: Found, world: World, clients: Clients, differs: Differs) {
  const copies = new Map<string, number>();
  const views = new Map<string, number>();
  for await (const item of scanned(world, world.engine.auditTable)) {
    const entry = item['entry'] as
      | { requestId?: string; aggregateId?: string; seq?: number; hash?: string }
      | undefined;
    if (entry?.requestId !== undefined) views.set(entry.requestId, (views.get(entry.requestId) ?? 0) + 1);
    else if (entry !== undefined) {
      const key = `${entry.aggregateId} ${entry.seq} ${entry.hash}`;
      copies.set(key, (copies.get(key) ?? 0) + 1);
    }
  }
  // One copy by person and one by who wrote it.
  for (const { id, events } of histories)
    for (const { seq, hash } of events)
      if (copies.get(`${id} ${seq} ${hash}`) !== 2) differs(`${id}: event ${seq} was not copied to the audit`);
  let given = 0;
  for (const { requestId, least, most } of clients.views) {
    const times = views.get(requestId) ?? 0;
    given += least;
    if (times < least || times > most) differs(`${requestId}: ${times} entries of a view, of ${least} to ${most}`);
  }
  let verified = 0;
  for (const place of PLACES) verified += await verifiedOf(place, world, differs);
  return { 'views given': given, 'entries of the audit verified': verified };
}

async function verifiedOf(place: string, world: World, differs: Differs): Promise<number> {
  let position: VerifyPosition | undefined = verifyStart;
  let verified = 0;
  while (position !== undefined) {
    const later = instantOf(world.now + DAY_MILLISECONDS);
    const slice = await verifySlice(world.deps, place, later, position);
    for (const { chain, fault, from } of slice.findings)
      differs(`audit of ${chain.of} ${chain.id}: ${fault} at ${from}`);
    verified += slice.events + slice.views;
    position = slice.next;
  }
  return verified;
}
