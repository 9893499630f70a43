import * as z from 'zod';
import type { ViewEntry } from '../../domain/audit/view.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { isDomainError, stale } from '../../domain/error.ts';
import {
  askOf,
  type BreakGlass,
  type ReviewStanding,
  reviewDueOn,
  reviewedBreakGlass,
  reviewNoteSchema,
  reviewOutcomes,
  reviewStanding,
} from '../../domain/permission/break-glass.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';
import { emergencyAccessNotFound } from './ask-emergency-access.ts';
import { breakGlassRules } from './rules.ts';

/** What an audit officer made of it. */
export const emergencyReviewSchema = z.strictObject({ outcome: z.enum(reviewOutcomes), note: reviewNoteSchema });
export type EmergencyReview = z.output<typeof emergencyReviewSchema>;

/** An emergency access as an audit officer sees it. */
export interface AccessToReview {
  readonly access: BreakGlass;
  readonly standing: ReviewStanding;
  readonly dueOn: LocalDate;
}

/** Every emergency access of the place that waits for a review, or that had one; the oldest first. @throws `forbidden`. */
export async function emergencyAccesses(
  deps: Pick<Deps, 'breakGlasses' | 'policies' | 'audit'>,
  call: Call,
  which: 'waiting' | 'reviewed',
): Promise<readonly AccessToReview[]> {
  const { place } = call.actor;
  authorise(call, 'audit.read', placeSubject(place), emergencyAccessNotFound);
  const [all, policy] = await Promise.all([
    deps.breakGlasses.list(place, which),
    placePolicy(deps.policies, place),
    recordView(deps, call, 'audit.read', []),
  ]);
  const rules = breakGlassRules(policy);
  const today = todayOf(call);
  return all.map((access) => toReview(access, rules, today));
}

/** One emergency access with everything that was seen under it. @throws `not-found`; `forbidden`. */
export async function emergencyAccess(
  deps: Pick<Deps, 'breakGlasses' | 'policies' | 'audit' | 'auditSearch'>,
  call: Call,
  key: AccessKey,
): Promise<AccessToReview & { readonly views: readonly ViewEntry[] }> {
  const { place } = call.actor;
  authorise(call, 'audit.read', placeSubject(place), emergencyAccessNotFound);
  const [access, policy] = await Promise.all([
    deps.breakGlasses.get(place, key.actor, key.id),
    placePolicy(deps.policies, place),
  ]);
  if (access === undefined) throw emergencyAccessNotFound();
  const { personId, recordedAt, endsAt } = askOf(access);
  await recordView(deps, call, 'audit.read', personId === null ? [] : [personId]);
  const views: ViewEntry[] = [];
  for await (const view of deps.auditSearch.viewsByIn(place, key.actor, { from: recordedAt, until: endsAt }))
    if (view.grantId === access.id) views.push(view);
  return { ...toReview(access, breakGlassRules(policy), todayOf(call)), views };
}

/** Which emergency access: who asked for it, and its id. */
export interface AccessKey {
  readonly actor: string;
  readonly id: string;
}

/**
 * Records what an audit officer made of an emergency access.
 * @param seen the version that the officer decided on.
 * @throws `conflict` `already-reviewed` or `own-access`; `stale`; `not-found`; `forbidden`.
 */
export async function reviewEmergencyAccess(
  deps: Pick<Deps, 'breakGlasses' | 'ids' | 'hash'>,
  call: Call,
  key: AccessKey,
  review: EmergencyReview,
  seen: number,
  idempotencyKey: string,
): Promise<BreakGlass> {
  const { place, id: actor, role } = call.actor;
  authorise(call, 'audit.review', placeSubject(place), emergencyAccessNotFound);
  const command = commandIdentity(deps, call, ['review-emergency-access', key.id], idempotencyKey, review);
  const access = await deps.breakGlasses.get(place, key.actor, key.id);
  if (access === undefined) throw emergencyAccessNotFound();
  if (recordedBefore(access.events, command) !== undefined) return access;
  if (access.version !== seen) throw changedMeanwhile(access.version);
  const recorder = { ...command, recordedAt: call.now, by: { actor, role }, hash: deps.hash };
  const reviewed = reviewedBreakGlass(access, review, recorder);
  try {
    await deps.breakGlasses.save(reviewed);
    return reviewed;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const current = await deps.breakGlasses.get(place, key.actor, key.id);
    if (current !== undefined && recordedBefore(current.events, command) !== undefined) return current;
    throw refused;
  }
}

function toReview(access: BreakGlass, rules: ReturnType<typeof breakGlassRules>, today: LocalDate): AccessToReview {
  return { access, standing: reviewStanding(access, rules, today), dueOn: reviewDueOn(access, rules) };
}

function changedMeanwhile(currentVersion: number) {
  return stale('changed-since', 'This emergency access has been changed since you read it', { currentVersion });
}
