/**
 * Makes the record of a child's reviews say how their access stands. Whoever follows the change stream does it, from the access as it is
 * now and not as the change saw it: an old change that comes again, late or out of order, finds everything done (ADR 0072).
 */
import { type ReviewedAccess, reviewedAccess } from '../../domain/access/access-reviews.ts';
import { foldAccess } from '../../domain/access/family-access.ts';
import { accessReviewType } from '../../domain/access-review/access-review-type.ts';
import type { AccessReviewFacts } from '../../domain/access-review/facts.ts';
import { serviceItself } from '../../domain/alert/record-alert.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { latest } from '../../domain/calendar/local-date.ts';
import type { Case } from '../../domain/case/case.ts';
import { openCase, recordOnCase, stateOfCase } from '../../domain/case/record-case.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import { type CaseRules, caseContext, plannedCase } from '../case/case-entry.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import type { PublishingDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { PersonRecord } from '../ports/people.ts';

export type ReviewSettlingDeps = Pick<
  PublishingDeps,
  'familyAccesses' | 'people' | 'cases' | 'caseTypes' | 'policies' | 'hash'
>;

/** How often it begins again after somebody else wrote the record at the same moment. */
const ATTEMPTS = 4;

/** @throws `unavailable` `reviews-busy` when others kept writing; the stream comes again. */
export async function settleAccessReview(
  deps: ReviewSettlingDeps,
  { place, personId }: { readonly place: string; readonly personId: string },
  at: Instant,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [access, record, policy] = await Promise.all([
      deps.familyAccesses.get(place, personId),
      deps.people.record(place, personId),
      placePolicy(deps.policies, place),
    ]);
    if (access === undefined || record === undefined) return;
    const rules = { types: deps.caseTypes, policy };
    const kept = record.cases.find((one) => one.record.kind === accessReviewType.kind);
    const settled = settledReview(rules, record, kept, reviewedAccess(foldAccess(access.events)), at, deps.hash);
    if (settled === undefined) return;
    const { entry } = plannedCase(rules, settled, record.person, localDateOf(at), kept?.entry.alerted ?? []);
    try {
      const next = { record: settled, entry };
      return await (kept === undefined ? deps.cases.create(next) : deps.cases.save(next, kept.record.version));
    } catch (refused) {
      if (!isDomainError(refused, 'stale') && !isDomainError(refused, 'conflict')) throw refused;
    }
  }
  throw unavailable('reviews-busy', 'The reviews of this access are being written. Try again');
}

/** The record as it ought to be; undefined where it says so already, or no adult was ever let in. */
function settledReview(
  rules: CaseRules,
  { person }: PersonRecord,
  kept: KeptCase | undefined,
  access: ReviewedAccess,
  at: Instant,
  hash: (text: string) => string,
): Case | undefined {
  if (kept === undefined && !access.adults && access.unreachedSince === undefined) return undefined;
  const on = latest(localDateOf(at), ...(kept?.record.events ?? []).map((event) => event.on));
  const context = caseContext(rules, person.details, on);
  const said = kept && stateOfCase(accessReviewType, kept.record, context)?.access;
  if (said !== undefined && canonicalJson(said) === canonicalJson(access)) return undefined;
  const { place, id: personId } = person;
  const id = kept?.record.id ?? reviewIdOf(place, personId, hash);
  const facts: AccessReviewFacts = { kind: 'stood', ...access };
  const now = { person: person.details, version: person.version };
  const before = kept && withMovedDues(rules, kept, now, at, hash);
  const eventId = hash(JSON.stringify(['settle-access-review', id, before?.version ?? 0])).slice(0, 16);
  const recorder = { eventId, recordedAt: at, by: serviceItself, hash };
  return before === undefined
    ? openCase(accessReviewType, { id, place, personId }, { facts, on }, recorder, context)
    : recordOnCase(accessReviewType, before, { facts, on }, recorder, context);
}

/** A child has one such record. */
function reviewIdOf(place: string, personId: string, hash: (text: string) => string): string {
  return hash(JSON.stringify([accessReviewType.kind, place, personId])).slice(0, 16);
}
