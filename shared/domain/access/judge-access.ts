/** What may be recorded about a child's access, and what may not: refusals with the field that is wrong. */
import { rightsTimeline } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { conflict, type DomainError, invalid } from '../error.ts';
import type { AccessFacts, FactsOf } from './access-event.ts';
import { type AccessState, type Grant, grantOf } from './family-access.ts';
import { type AccessPerson, decidesForThemself, openedParts } from './opened-parts.ts';

/** The most grants of one child. */
const MOST_GRANTS = 40;

/** Whom it is about, and on which day it is recorded. */
export interface JudgeContext {
  readonly person: AccessPerson;
  readonly today: LocalDate;
}

/** Why this may not be recorded; undefined when it may. @param on the day it concerns. */
export function accessRefusal(
  state: AccessState,
  facts: AccessFacts,
  on: LocalDate,
  context: JudgeContext,
): DomainError | undefined {
  if (on > context.today) return wrong('/on', 'date-in-future', 'The date must be today or in the past');
  if (on < context.person.birthDate) return wrong('/on', 'before-birth', 'The date must not be before the birth');
  switch (facts.kind) {
    case 'invited':
      return invitationRefusal(state, facts, context);
    case 'care-order-made':
    case 'care-order-ended':
    case 'reviewed':
      return undefined;
    case 'competence-assessed':
      return competenceRefusal(state, facts, on, context);
    default:
      return aboutGrant(state, facts, on, context);
  }
}

function invitationRefusal(
  state: AccessState,
  { holder, relationship, basis, authority }: FactsOf<'invited'>,
  { person, today }: JudgeContext,
): DomainError | undefined {
  if (person.diedOn !== null)
    return conflict('person-died', 'Nobody is invited to the record of somebody who has died');
  if (state.grants.length >= MOST_GRANTS) return conflict('too-many-grants', 'No more people can be invited');
  const { eighteenth } = rightsTimeline(person.birthDate);
  if (holder === 'young-person') {
    if (relationship !== 'self' || basis !== 'own')
      return wrong('/basis', 'not-self', 'The young person sees their own record');
    if (!mayHaveOwnAccess(state, person, today))
      return wrong(
        '/relationship',
        'too-young',
        'A young person can be invited from six months before their 16th birthday, or once they are found able to decide',
      );
    const other = state.grants.find((grant) => grant.holder === 'young-person' && grant.revoked === null);
    return other && conflict('already-invited', 'The young person has access or an invitation already');
  }
  if (relationship === 'self' || basis === 'own')
    return wrong('/basis', 'is-self', 'Say by what right this adult may see the record');
  if (basis === 'parental-responsibility' && today >= eighteenth)
    return wrong('/basis', 'responsibility-ended', 'Parental responsibility ends at 18: say who has decided');
  if (basis === 'delegated' && authority === undefined)
    return wrong('/authority', 'authority-needed', 'Say who in the local authority has agreed to this');
  if (state.careOrder !== null && authority === undefined)
    return wrong(
      '/authority',
      'authority-needed',
      'There is a care order: the local authority decides who sees the record. Say who has agreed to this',
    );
  return undefined;
}

function mayHaveOwnAccess(state: AccessState, person: AccessPerson, today: LocalDate): boolean {
  return today >= rightsTimeline(person.birthDate).inviteFrom || decidesForThemself(state, person, today);
}

function competenceRefusal(
  state: AccessState,
  facts: FactsOf<'competence-assessed'>,
  on: LocalDate,
  { person: { birthDate } }: JudgeContext,
): DomainError | undefined {
  const { eleventh, healthConsentFrom } = rightsTimeline(birthDate);
  if (on < eleventh)
    return wrong('/on', 'under-eleven', 'Whether a child can decide is assessed from their 11th birthday');
  if (on >= healthConsentFrom)
    return wrong(
      '/on',
      'sixteen',
      'From the 16th birthday a young person is presumed able to decide: record their consent',
    );
  if (!facts.competent && facts.consentsTo.length > 0)
    return wrong('/consentsTo', 'not-competent', 'Only a child who is able to decide can agree');
  const unknown = facts.consentsTo.some((id) => grantOf(state, id)?.holder !== 'adult');
  return unknown ? wrong('/consentsTo', 'grant-unknown', 'Choose from the adults who are listed') : undefined;
}

type AboutGrant = Exclude<
  AccessFacts,
  { kind: 'invited' | 'care-order-made' | 'care-order-ended' | 'reviewed' | 'competence-assessed' }
>;

function aboutGrant(
  state: AccessState,
  facts: AboutGrant,
  on: LocalDate,
  { person, today }: JudgeContext,
): DomainError | undefined {
  const grant = grantOf(state, facts.grantId);
  if (grant === undefined) return wrong('/grantId', 'grant-unknown', 'There is no such access');
  if (grant.revoked !== null) return conflict('access-ended', 'This access has ended. Invite the person anew instead');
  switch (facts.kind) {
    case 'invited-again':
      if (person.diedOn !== null)
        return conflict('person-died', 'Nobody is invited to the record of somebody who has died');
      return grant.account === null ? undefined : conflict('already-used', 'The invitation has been used already');
    case 'redeemed':
      return grant.account === null ? undefined : conflict('already-used', 'The invitation has been used already');
    case 'consent-recorded':
      return consentRefusal(grant, facts, on, state, person);
    case 'best-interests-recorded':
      if (on < rightsTimeline(person.birthDate).inviteFrom)
        return wrong('/on', 'too-young', 'This decision is for a young person of 16 or nearly 16');
      return adultsOnly(grant);
    case 'authorised':
    case 'limited':
      return adultsOnly(grant);
    case 'sharing-set':
      if (!decidesForThemself(state, person, today))
        return conflict(
          'not-theirs-to-set',
          'The young person decides about sharing from 16, or once found able to decide',
        );
      return adultsOnly(grant);
    case 'contact-confirmed':
      return confirmedRefusal(grant, facts);
    case 'contact-failed':
      return failedRefusal(grant, facts);
    case 'preferences-set':
    case 'contact-set':
    case 'revoked':
      return undefined;
  }
}

function confirmedRefusal(
  { reach: { ways } }: Grant,
  { channel, contactId }: FactsOf<'contact-confirmed'>,
): DomainError | undefined {
  const way = ways[channel];
  if (way?.contactId !== contactId) return conflict('contact-changed', 'This has been changed meanwhile');
  return way.confirmedOn === null
    ? undefined
    : conflict('already-confirmed', 'This has been shown to be yours already');
}

function failedRefusal(
  { reach: { ways } }: Grant,
  { channel, contactId }: FactsOf<'contact-failed'>,
): DomainError | undefined {
  const way = ways[channel];
  if (way?.contactId !== contactId) return conflict('contact-changed', 'This has been changed meanwhile');
  return way.failedOn === null ? undefined : conflict('already-failed', 'This is known to fail already');
}

function consentRefusal(
  grant: Grant,
  { given }: FactsOf<'consent-recorded'>,
  on: LocalDate,
  state: AccessState,
  person: AccessPerson,
): DomainError | undefined {
  const may = on >= rightsTimeline(person.birthDate).inviteFrom || decidesForThemself(state, person, on);
  if (!may) return wrong('/on', 'too-young', 'Consent is the child’s from 16, or once they are found able to decide');
  // Saying no must stop something, or the record would say that it did.
  const open = openedParts(grant, state, person, on).length > 0 || grant.consentOn !== null || grant.account === null;
  if (!given && !open && grant.bestInterestsOn === null)
    return conflict('nothing-to-withdraw', 'This adult sees nothing that could be withdrawn');
  return adultsOnly(grant);
}

function adultsOnly({ holder }: Grant): DomainError | undefined {
  return holder === 'adult' ? undefined : wrong('/grantId', 'not-an-adult', 'This is about the access of adults');
}

function wrong(pointer: string, code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer, code, message }]);
}
