import { type FamilyAccess, familyAggregateId } from '../../domain/access/family-access.ts';
import { accessEventHash } from '../../domain/access/record-access.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import { alertEventHash } from '../../domain/alert/record-alert.ts';
import type { AuditFinding } from '../../domain/audit/finding.ts';
import { type ChainPoint, type HistoryCopy, type HistoryLink, historyFindings } from '../../domain/audit/verify.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Case } from '../../domain/case/case.ts';
import { caseEventHash } from '../../domain/case/record-case.ts';
import { type BreakGlass, breakGlassEventHash } from '../../domain/permission/break-glass.ts';
import type { Person } from '../../domain/person/person.ts';
import { personEventHash } from '../../domain/person/record-person.ts';
import { chained } from '../../domain/referral/event-chain.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { ALERT_KINDS, writtenAlertKind } from '../alerts/written-kind.ts';
import { writtenCaseKind } from '../case/written-kind.ts';
import type { Deps } from '../deps.ts';
import type { WrittenEntry } from '../ports/audit.ts';

interface VerifyingDeps extends Pick<Deps, 'auditSearch' | 'hash'> {
  readonly people: Pick<Deps['people'], 'record'>;
  readonly cases: Pick<Deps['cases'], 'whole'>;
  readonly breakGlasses: Pick<Deps['breakGlasses'], 'askedBy'>;
  readonly familyAccesses: Pick<Deps['familyAccesses'], 'get'>;
  readonly alerts: Pick<Deps['alerts'], 'get'>;
  readonly audit: Pick<Deps['audit'], 'writtenAbout'>;
}
type Hash = (text: string) => string;
type Unsettled = Omit<HistoryLink, 'settled'> & { readonly recordedAt: string };

/** What was found of one person. */
export interface VerifiedPerson {
  readonly findings: readonly AuditFinding[];
  readonly events: number;
}

/**
 * Holds everything recorded about a person against both copies in the audit: the person, their referrals and cases, who in
 * the family may see them, the alerts about them, and the emergency accesses to them.
 * @param heads what daily heads say, by aggregate.
 * @param settledBefore events of before this instant must have been copied.
 */
export async function verifyPerson(
  deps: VerifyingDeps,
  { place, personId }: { readonly place: string; readonly personId: string },
  heads: ReadonlyMap<string, readonly ChainPoint[]>,
  settledBefore: Instant,
): Promise<VerifiedPerson> {
  // The copies first: an event that is recorded between the two readings is then new, and not one without a record.
  const copies = await gathered(deps.audit.writtenAbout(place, personId));
  const [record, family, writers, accesses, alerts] = await Promise.all([
    deps.people.record(place, personId),
    deps.familyAccesses.get(place, personId),
    deps.auditSearch.copiesOfWriters(copies),
    emergencyAccesses(deps, place, copies),
    alertsIn(deps, place, copies),
  ]);
  const cases = await Promise.all((record?.cases ?? []).map((kept) => deps.cases.whole(kept)));
  const histories = new Map<string, readonly Unsettled[]>([
    ...(record === undefined ? [] : [[personId, personLinks(record.person, deps.hash)] as const]),
    ...(record?.referrals ?? []).map(({ referral }) => [referral.id, referralLinks(referral, deps.hash)] as const),
    ...cases.map(({ record: one }) => [one.id, caseLinks(one, deps.hash)] as const),
    ...(family === undefined ? [] : [[familyAggregateId(personId), familyLinks(family, deps.hash)] as const]),
    ...alerts.map((alert) => [alert.id, alertLinks(alert, deps.hash)] as const),
    ...accesses.map((access) => [access.id, accessLinks(access, deps.hash)] as const),
  ]);
  const ids = new Set([...histories.keys(), ...copies.map(({ aggregateId }) => aggregateId)]);
  const findings = [...ids].flatMap((id) => {
    const events = (histories.get(id) ?? []).map((link) => ({ ...link, settled: link.recordedAt < settledBefore }));
    const own = (entry: WrittenEntry) => entry.aggregateId === id;
    const byWriter = new Map(writers.filter(own).map((entry) => [entry.seq, copyOf(entry)]));
    const chain = { of: 'history', id } as const;
    const found = historyFindings(chain, events, copies.filter(own).map(copyOf), byWriter, heads.get(id));
    return found.map((finding) => ({ ...finding, about: { place, personId } }));
  });
  const events = [...histories.values()].reduce((sum, links) => sum + links.length, 0);
  return { findings, events };
}

async function emergencyAccesses(
  deps: VerifyingDeps,
  place: string,
  copies: readonly WrittenEntry[],
): Promise<readonly BreakGlass[]> {
  const asked = copies.filter(({ kind }) => kind === 'emergency-access-asked');
  const askers = [...new Set(asked.map(({ actor }) => actor))];
  const all = (await Promise.all(askers.map((actor) => deps.breakGlasses.askedBy(place, actor)))).flat();
  return all.filter(({ id }) => asked.some(({ aggregateId }) => aggregateId === id));
}

/** The alerts that the copies tell of. */
async function alertsIn(
  { alerts }: Pick<VerifyingDeps, 'alerts'>,
  place: string,
  copies: readonly WrittenEntry[],
): Promise<readonly Alert[]> {
  const told = copies.filter(({ kind }) => kind.startsWith(ALERT_KINDS)).map(({ aggregateId }) => aggregateId);
  const found = await Promise.all([...new Set(told)].map((id) => alerts.get(place, id)));
  return found.filter((alert) => alert !== undefined);
}

function personLinks({ events }: Person, hash: Hash): readonly Unsettled[] {
  return events.map((event, seq) => linkOf({ ...event, seq, saidHash: personEventHash(event, hash) }));
}

function referralLinks({ events }: Referral, hash: Hash): readonly Unsettled[] {
  return events.map((event) => {
    const { hash: _carried, previousHash, ...rest } = event;
    const saidHash = chained(rest, previousHash, hash).hash;
    return linkOf({ ...event, kind: event.facts.kind, saidHash });
  });
}

function caseLinks({ kind, events }: Case, hash: Hash): readonly Unsettled[] {
  return events.map((event) =>
    linkOf({ ...event, kind: writtenCaseKind(kind, event.facts.kind), saidHash: caseEventHash(event, hash) }),
  );
}

function accessLinks({ events }: BreakGlass, hash: Hash): readonly Unsettled[] {
  return events.map((event, seq) => linkOf({ ...event, seq, saidHash: breakGlassEventHash(event, hash) }));
}

function alertLinks({ id, events }: Alert, hash: Hash): readonly Unsettled[] {
  return events.map((event) => {
    const kind = writtenAlertKind(event.facts.kind);
    return linkOf({ ...event, kind, saidHash: alertEventHash(id, event, hash) });
  });
}

function familyLinks({ events }: FamilyAccess, hash: Hash): readonly Unsettled[] {
  return events.map((event) => linkOf({ ...event, kind: event.facts.kind, saidHash: accessEventHash(event, hash) }));
}

interface Recorded {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly recordedAt: string;
  readonly by: { readonly actor: string; readonly role: string };
  readonly previousHash: string;
  readonly hash: string;
  readonly saidHash: string;
}

function linkOf({ id, seq, kind, recordedAt, by, previousHash, hash, saidHash }: Recorded): Unsettled {
  const copy = copyText({ eventId: id, kind, recordedAt, actor: by.actor, role: by.role, previousHash });
  return { seq, previousHash, hash, saidHash, copy, recordedAt };
}

function copyOf(entry: WrittenEntry): HistoryCopy {
  return { seq: entry.seq, hash: entry.hash, copy: copyText(entry) };
}

/** What the audit's copy of an event says of it, as one text to compare. */
function copyText(entry: Omit<WrittenEntry, 'place' | 'personId' | 'aggregateId' | 'seq' | 'hash'>): string {
  const { eventId, kind, recordedAt, actor, role, previousHash } = entry;
  return JSON.stringify([eventId, kind, recordedAt, actor, role, previousHash]);
}

async function gathered<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}
