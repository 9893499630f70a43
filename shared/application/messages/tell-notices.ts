/**
 * Tells families of the place's notices: for each that is to be told it finds who waits for what the notice is about, and keeps one
 * message for each adult who can read it and has chosen a way to be told. It sends nothing. A notice is told in one pass; a pass that is
 * cut short is made again by the next run, which finds each message kept.
 */
import { foldAccess, type Grant } from '../../domain/access/family-access.ts';
import { openedParts } from '../../domain/access/opened-parts.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { isToBeTold, type Notice, noticesFrom, workedNotice } from '../../domain/community/notice.ts';
import { deliveryTo, partOfNotice } from '../../domain/message/family-notice.ts';
import { messageIdOf, newMessage } from '../../domain/message/message.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { Community } from '../ports/community.ts';
import type { FamilyAccesses } from '../ports/family-accesses.ts';
import type { Hash } from '../ports/hash.ts';
import type { Messages } from '../ports/messages.ts';
import type { People } from '../ports/people.ts';
import type { Policies } from '../ports/policies.ts';
import type { Queues } from '../ports/queues.ts';
import { workedThrough } from '../watch/bounded.ts';

export interface TellingDeps {
  readonly community: { readonly notices: Pick<Community['notices'], 'since' | 'keep'> };
  readonly policies: Pick<Policies, 'current'>;
  readonly queues: Pick<Queues, 'each'>;
  readonly people: Pick<People, 'get'>;
  readonly familyAccesses: Pick<FamilyAccesses, 'get'>;
  readonly messages: Pick<Messages, 'create'>;
  readonly hash: Hash;
}

export interface TellingRun {
  readonly places: Iterable<string>;
  readonly time: Instant;
  readonly hasTime: () => boolean;
  readonly onFailure: (failed: unknown) => void;
}

/** Children looked at at once. */
const LANES = 8;

export async function tellNotices(deps: TellingDeps, run: TellingRun): Promise<void> {
  const today = localDateOf(run.time);
  for (const place of run.places) {
    try {
      const begun = await deps.community.notices.since(place, noticesFrom(today));
      for (const notice of begun) if (isToBeTold(notice, today)) await tell(deps, run, notice);
    } catch (caught) {
      run.onFailure(caught);
    }
  }
}

async function tell(deps: TellingDeps, run: TellingRun, notice: Notice): Promise<void> {
  const touched = new Set<string>();
  const messaged = new Set<string>();
  let readable = 0;
  const isWhole = await workedThrough(waiting(deps, notice), LANES, run.hasTime, async (personId) => {
    if (touched.has(personId)) return;
    touched.add(personId);
    const readers = await readersOf(deps, notice.place, personId, run.time);
    if (readers.length > 0) readable += 1;
    for (const grant of readers) if (await toldOne(deps, run, notice, personId, grant)) messaged.add(accountOf(grant));
  });
  // Whoever changed the notice meanwhile decides; the next run looks again.
  if (!isWhole) return;
  const reached = { touched: touched.size, readable, messaged: messaged.size };
  const id = messageIdOf(['told', notice.id], deps.hash);
  const event = { id, at: run.time, by: { id, name: 'The service', role: 'service' }, requestHash: '' };
  await deps.community.notices.keep(workedNotice(notice, { kind: 'told', reached }, event, localDateOf(run.time)));
}

/** Everybody who waits for what the notice is about, or is on its pathway. */
async function* waiting({ policies, queues }: TellingDeps, { place, content }: Notice) {
  const policy = await placePolicy(policies, place);
  const codes = content.queues.length > 0 ? content.queues : policy.queues.map(({ code }) => code);
  for (const code of codes)
    for (const list of ['waiting', 'pathway'] as const)
      for await (const rows of queues.each(place, code, list)) yield rows.map(({ personId }) => personId);
}

/** Those in a child's family who see the part of the record that notices stand beside. */
async function readersOf(
  { people, familyAccesses }: TellingDeps,
  place: string,
  personId: string,
  now: Instant,
): Promise<readonly Grant[]> {
  const access = await familyAccesses.get(place, personId);
  if (access === undefined) return [];
  const person = await people.get(place, personId);
  if (person === undefined) return [];
  const state = foldAccess(access.events);
  const part = partOfNotice.news ?? 'health';
  return state.grants.filter((grant) => openedParts(grant, state, person.details, localDateOf(now)).includes(part));
}

/** Keeps a message for a reader, once for each account; answers whether they are told by one. */
async function toldOne(
  { messages, hash }: TellingDeps,
  { time }: TellingRun,
  { id: noticeId, place }: Notice,
  personId: string,
  grant: Grant,
): Promise<boolean> {
  const delivery = deliveryTo(grant.reach, time);
  if (delivery === null) return false;
  const { channel, at } = delivery;
  const id = messageIdOf(['news', noticeId, accountOf(grant)], hash);
  const about = { kind: 'family', notice: 'news', personId, grantId: grant.id, about: noticeId } as const;
  await messages.create(newMessage({ id, place, to: grant.id, channel, about, createdAt: time }, at));
  return true;
}

/** Whose it is: the same adult has a grant for each child. */
function accountOf({ account, id }: Grant): string {
  return account ?? id;
}
