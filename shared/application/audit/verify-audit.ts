import * as z from 'zod';
import type { AuditFinding } from '../../domain/audit/finding.ts';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/instant.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { placeNotFound } from '../policy/read-policy.ts';
import { recordView } from '../record-view.ts';
import { inOrder } from './in-order.ts';
import { type KnownHeads, knownHeads } from './known-heads.ts';
import { verifyPerson } from './verify-person.ts';
import { verifyViews } from './verify-views.ts';

/** How far a verification has come. The parts follow one another: views, people, lists. */
const positionSchema = z.union([
  z.strictObject({
    part: z.literal('views'),
    after: z.string(),
    /** In the middle of somebody's chain: the last entry that was proved. */
    within: z.strictObject({ actor: z.string(), seq: z.int(), hash: z.string() }).optional(),
  }),
  z.strictObject({ part: z.literal('people'), after: z.string() }),
  z.strictObject({ part: z.literal('lists'), queue: z.int().min(0) }),
]);
export type VerifyPosition = z.output<typeof positionSchema>;

export const verifyStart: VerifyPosition = { part: 'views', after: '' };

/** What one slice of a verification looked at and found. */
export interface VerifiedSlice {
  readonly heads: number;
  readonly chains: number;
  readonly views: number;
  readonly people: number;
  readonly events: number;
  readonly findings: readonly AuditFinding[];
  /** Where to go on; absent when all was looked at. */
  readonly next?: VerifyPosition;
}

/** Views of one slice, at most. */
const MOST_VIEWS = 5_000;
/** People of one slice, at most. */
const MOST_PEOPLE = 400;
const PEOPLE_AT_ONCE = 8;
/** An event is copied, and a view listed, within moments; what is a quarter of an hour old and is not, is missing. */
export const SETTLED_MILLISECONDS = 15 * 60_000;

export interface VerifyingDeps extends Pick<Deps, 'auditSearch' | 'auditHeads' | 'hash'> {
  readonly people: Pick<Deps['people'], 'record'>;
  readonly queues: Pick<Deps['queues'], 'each'>;
  readonly policies: Pick<Deps['policies'], 'current'>;
  readonly breakGlasses: Pick<Deps['breakGlasses'], 'askedBy'>;
  readonly familyAccesses: Pick<Deps['familyAccesses'], 'get'>;
  readonly alerts: Pick<Deps['alerts'], 'get'>;
  readonly audit: Pick<Deps['audit'], 'writtenAbout'>;
  readonly cases: Pick<Deps['cases'], 'whole'>;
}

/**
 * Verifies a slice of a place's audit for whoever may; it tells of chains and numbers and of nobody. The cursor of one leads to the next.
 * @throws `invalid` `cursor-unknown`; `forbidden`.
 */
export async function verifyAudit(
  deps: VerifyingDeps & Pick<Deps, 'cursors' | 'audit'>,
  call: Call,
  cursor: string | undefined,
): Promise<{ readonly slice: VerifiedSlice; readonly next?: string }> {
  const { place } = call.actor;
  authorise(call, 'audit.verify', placeSubject(place), placeNotFound);
  const scope = JSON.stringify(['verify-audit', place]);
  const position = cursor === undefined ? verifyStart : positionSchema.parse(deps.cursors.open(scope, cursor));
  await recordView(deps, call, 'audit.verify', []);
  const slice = await verifySlice(deps, place, call.now, position);
  return { slice, ...(slice.next === undefined ? {} : { next: deps.cursors.seal(scope, slice.next) }) };
}

/** Verifies a slice of a place's audit, from a position on. @param now when it is done. */
export async function verifySlice(
  deps: VerifyingDeps,
  place: string,
  now: Instant,
  position: VerifyPosition,
): Promise<VerifiedSlice> {
  const settledBefore = instantOf(epochMillisecondsOf(now) - SETTLED_MILLISECONDS);
  if (position.part === 'lists') return verifyLists(deps, place, settledBefore, position.queue);
  const heads = await knownHeads(deps, place);
  return position.part === 'views'
    ? verifyViewers(deps, place, settledBefore, position, heads)
    : verifyPeople(deps, place, settledBefore, position.after, heads);
}

const nothing = { heads: 0, chains: 0, views: 0, people: 0, events: 0 } as const;

async function verifyViewers(
  deps: VerifyingDeps,
  place: string,
  settledBefore: Instant,
  { after, within }: Extract<VerifyPosition, { part: 'views' }>,
  heads: KnownHeads,
): Promise<VerifiedSlice> {
  const isFirst = after === '' && within === undefined;
  const findings: AuditFinding[] = isFirst ? [...heads.findings] : [];
  const done = { ...nothing, heads: isFirst ? heads.count : 0 };
  let [chains, views] = [0, 0];
  let from = within;
  // Chains that a head knows are walked even where nothing else says any more that they were there.
  for await (const actor of inOrder(deps.auditSearch.viewers(place, after), heads.views.keys(), after)) {
    const base = from?.actor === actor ? { base: { seq: from.seq, hash: from.hash } } : {};
    from = undefined;
    const most = MOST_VIEWS - views;
    const chain = { place, actor, heads: heads.views.get(actor) ?? [] };
    const walked = await verifyViews(deps, chain, { ...base, most, settledBefore });
    findings.push(...walked.findings);
    views += walked.entries;
    chains += 1;
    if (walked.next !== undefined) {
      const next = { part: 'views', after: before(actor), within: { actor, ...walked.next } } as const;
      return { ...done, chains, views, findings, next };
    }
    if (views >= MOST_VIEWS) return { ...done, chains, views, findings, next: { part: 'views', after: actor } };
  }
  return { ...done, chains, views, findings, next: { part: 'people', after: '' } };
}

/** What sorts before an id and after every id before it: ids are of one length. */
function before(id: string): string {
  return id.slice(0, -1);
}

async function verifyPeople(
  deps: VerifyingDeps,
  place: string,
  settledBefore: Instant,
  after: string,
  heads: KnownHeads,
): Promise<VerifiedSlice> {
  const ids: string[] = [];
  for await (const id of inOrder(deps.auditSearch.peopleWrittenAbout(place, after), heads.people, after)) {
    ids.push(id);
    if (ids.length === MOST_PEOPLE) break;
  }
  const findings: AuditFinding[] = [];
  let events = 0;
  for (let start = 0; start < ids.length; start += PEOPLE_AT_ONCE) {
    const some = ids.slice(start, start + PEOPLE_AT_ONCE);
    const verified = await Promise.all(
      some.map((personId) => verifyPerson(deps, { place, personId }, heads.histories, settledBefore)),
    );
    findings.push(...verified.flatMap((one) => one.findings));
    events += verified.reduce((sum, one) => sum + one.events, 0);
  }
  const last = ids.length === MOST_PEOPLE ? ids.at(-1) : undefined;
  const next: VerifyPosition = last === undefined ? { part: 'lists', queue: 0 } : { part: 'people', after: last };
  return { ...nothing, people: ids.length, events, findings, next };
}

/** People on a queue's lists of whom the audit knows nothing at all. */
async function verifyLists(
  deps: VerifyingDeps,
  place: string,
  settledBefore: Instant,
  at: number,
): Promise<VerifiedSlice> {
  const { queues } = await placePolicy(deps.policies, place);
  const queue = queues[at];
  if (queue === undefined) return { ...nothing, findings: [] };
  const unknown = new Set<string>();
  for (const list of ['waiting', 'pathway', 'closed'] as const) {
    for await (const rows of deps.queues.each(place, queue.code, list)) {
      const ids = rows.map(({ personId }) => personId);
      for (const id of await deps.auditSearch.neverWrittenAbout(place, ids)) unknown.add(id);
    }
  }
  const findings: AuditFinding[] = [];
  for (const id of unknown) {
    const record = await deps.people.record(place, id);
    const recordedAt = record?.person.events[0]?.recordedAt;
    if (recordedAt === undefined || recordedAt < settledBefore) findings.push(notCopied(place, id));
  }
  const more = at + 1 < queues.length;
  return { ...nothing, findings, ...(more ? { next: { part: 'lists', queue: at + 1 } } : {}) };
}

function notCopied(place: string, personId: string): AuditFinding {
  return { chain: { of: 'history', id: personId }, fault: 'not-copied', from: 0, to: 0, about: { place, personId } };
}
