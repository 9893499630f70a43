/**
 * Who in a family may see a child's record: one aggregate a child, with every adult's grant and the child's own decisions,
 * because these decide about all of them at once. What it comes to on a day is said in opened-parts.ts.
 */
import * as z from 'zod';
import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { type AccessEvent, accessEventSchema, type FactsOf } from './access-event.ts';
import { nobodyAsked, type Reach } from './contact-preferences.ts';
import type { Part } from './part.ts';

/** The most events of one child's access: far below the store's limits. */
export const MOST_ACCESS_EVENTS = 300;
/** The most after which a family changes nothing more by itself, so that staff can still end an access. */
export const MOST_EVENTS_BY_FAMILY = 200;

export const familyAccessSchema = z.strictObject({
  place: placeIdSchema,
  personId: opaqueIdSchema,
  version: z.int().min(1),
  events: z.array(accessEventSchema).min(1).max(MOST_ACCESS_EVENTS),
});

export interface FamilyAccess {
  readonly place: string;
  readonly personId: string;
  readonly version: number;
  readonly events: readonly AccessEvent[];
}

/** What the audit knows a child's access by: the person's own history has the person's id. */
export function familyAggregateId(personId: string): string {
  return `${personId}-family`;
}

/** One adult's, or the young person's own, way into the record. */
export interface Grant {
  readonly id: string;
  readonly holder: 'adult' | 'young-person';
  readonly name: string;
  readonly relationship: FactsOf<'invited'>['relationship'];
  readonly basis: FactsOf<'invited'>['basis'];
  readonly checked: FactsOf<'invited'>['checked'];
  readonly invitedOn: LocalDate;
  /** The invitation whose code still opens it; null once it was used. */
  readonly invitation: {
    readonly id: string;
    readonly expiresAt: Instant;
    /** How its link was sent; null where it is the code of a letter. */
    readonly by: 'text' | 'email' | null;
  } | null;
  /** Whose it has become, by an opaque id of the family's directory. */
  readonly account: string | null;
  /** Who in the authority that holds parental responsibility has said so. */
  readonly authority: string | null;
  /** The day the child or young person last said yes; null when they said no, or were not asked. */
  readonly consentOn: LocalDate | null;
  /** The day it was decided in the young person's best interests. */
  readonly bestInterestsOn: LocalDate | null;
  /** Kept from this adult by staff, and by the young person. */
  readonly hiddenByStaff: readonly Part[];
  readonly hiddenByYoungPerson: readonly Part[];
  readonly reach: Reach;
  readonly revoked: { readonly on: LocalDate; readonly reason: FactsOf<'revoked'>['reason'] } | null;
}

/** What a child's access comes to. */
export interface AccessState {
  readonly grants: readonly Grant[];
  /** The last assessment of whether the child can decide for themself. */
  readonly competence: { readonly on: LocalDate; readonly competent: boolean } | null;
  /** The authority that holds parental responsibility under a care order. */
  readonly careOrder: { readonly authority: string } | null;
  /** The last day staff looked at all of it. */
  readonly reviewedOn: LocalDate | null;
}

const nothing: AccessState = { grants: [], competence: null, careOrder: null, reviewedOn: null };

/** What the events come to, in the order they were recorded. */
export function foldAccess(events: readonly AccessEvent[]): AccessState {
  return events.reduce(taken, nothing);
}

function taken(state: AccessState, { facts, on }: AccessEvent): AccessState {
  switch (facts.kind) {
    case 'invited':
      return { ...state, grants: [...state.grants, invited(facts, on)] };
    case 'invited-again':
      return changed(state, facts.grantId, { invitation: invitationOf(facts) });
    case 'redeemed':
      return changed(state, facts.grantId, { account: facts.account, invitation: null });
    case 'care-order-made':
      return { ...state, careOrder: { authority: facts.authority } };
    case 'care-order-ended':
      return { ...state, careOrder: null };
    case 'authorised':
      return changed(state, facts.grantId, { authority: facts.authority });
    case 'competence-assessed':
      return { ...assessed(state, facts, on), competence: { on, competent: facts.competent }, reviewedOn: on };
    case 'consent-recorded':
      return changed(
        state,
        facts.grantId,
        facts.given ? { consentOn: on } : { consentOn: null, bestInterestsOn: null },
      );
    case 'best-interests-recorded':
      return changed(state, facts.grantId, { bestInterestsOn: on });
    case 'limited':
      return changed(state, facts.grantId, { hiddenByStaff: facts.hidden });
    case 'sharing-set':
      return changed(state, facts.grantId, { hiddenByYoungPerson: facts.hidden });
    case 'preferences-set':
    case 'contact-set':
    case 'contact-confirmed':
    case 'contact-failed':
      return reached(state, facts, on);
    case 'revoked':
      return changed(state, facts.grantId, { revoked: { on, reason: facts.reason }, invitation: null });
    case 'reviewed':
      return { ...state, reviewedOn: on };
  }
}

function invitationOf({ invitationId: id, expiresAt, by }: FactsOf<'invited' | 'invited-again'>): Grant['invitation'] {
  return { id, expiresAt, by: by ?? null };
}

function invited(facts: FactsOf<'invited'>, on: LocalDate): Grant {
  const { grantId: id, holder, name, relationship, basis, checked, authority = null } = facts;
  return {
    ...{ id, holder, name, relationship, basis, checked, authority },
    invitedOn: on,
    invitation: invitationOf(facts),
    account: null,
    consentOn: null,
    bestInterestsOn: null,
    hiddenByStaff: [],
    hiddenByYoungPerson: [],
    reach: nobodyAsked,
    revoked: null,
  };
}

// A child who can decide has decided about everybody: whoever is not named was not agreed to.
function assessed(state: AccessState, { competent, consentsTo }: FactsOf<'competence-assessed'>, on: LocalDate) {
  if (!competent) return state;
  const grants = state.grants.map((grant) => ({ ...grant, consentOn: consentsTo.includes(grant.id) ? on : null }));
  return { ...state, grants };
}

type AboutReach = FactsOf<'preferences-set' | 'contact-set' | 'contact-confirmed' | 'contact-failed'>;

function reached(state: AccessState, facts: AboutReach, on: LocalDate): AccessState {
  const reach = grantOf(state, facts.grantId)?.reach ?? nobodyAsked;
  return changed(state, facts.grantId, { reach: reachAfter(reach, facts, on) });
}

function reachAfter(reach: Reach, facts: AboutReach, on: LocalDate): Reach {
  if (facts.kind === 'preferences-set') {
    const said = facts.saidBy === undefined ? null : { by: facts.saidBy, on };
    return { ...reach, preferences: facts.preferences, said };
  }
  const { [facts.channel]: now, ...others } = reach.ways;
  if (facts.kind === 'contact-confirmed' || facts.kind === 'contact-failed') {
    if (now === undefined) return reach;
    const known = facts.kind === 'contact-failed' ? { failedOn: on } : { confirmedOn: on, failedOn: null };
    return { ...reach, ways: { ...others, [facts.channel]: { ...now, ...known } } };
  }
  const { contactId, checked = false } = facts;
  if (contactId === null) return { ...reach, ways: others };
  const way = { contactId, since: on, confirmedOn: checked ? on : null, failedOn: null };
  return { ...reach, ways: { ...others, [facts.channel]: way } };
}

function changed(state: AccessState, grantId: string, change: Partial<Grant>): AccessState {
  return { ...state, grants: state.grants.map((grant) => (grant.id === grantId ? { ...grant, ...change } : grant)) };
}

/** A grant by its id. */
export function grantOf(state: AccessState, grantId: string): Grant | undefined {
  return state.grants.find(({ id }) => id === grantId);
}

/** The grant that has become an account's: the latest, where one was ended and another given. */
export function grantOfAccount(state: AccessState, account: string): Grant | undefined {
  return state.grants.findLast((grant) => grant.account === account);
}
