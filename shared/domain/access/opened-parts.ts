/**
 * What a grant opens on a day: the rule of domain.md 9.1, and the only place that says it. Health consent and SEND rights
 * pass to the young person on two days, so each part is judged by its own.
 */
import { type RightsTimeline, rightsTimeline } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { AccessState, Grant } from './family-access.ts';
import { followsSendRights, type Part, parts } from './part.ts';

/** What access depends on besides the grants. */
export interface AccessPerson {
  readonly birthDate: LocalDate;
  readonly diedOn: LocalDate | null;
}

/** The parts of the record that a grant opens; none when it is not, or is no longer, a way in. */
export function openedParts(
  grant: Grant,
  state: Pick<AccessState, 'competence' | 'careOrder'>,
  person: AccessPerson,
  asAt: LocalDate,
): readonly Part[] {
  // Once the service knows of a death nothing is shown but how to reach somebody, whichever day it was (F9-13).
  if (grant.account === null || grant.revoked !== null || person.diedOn !== null) return [];
  if (grant.holder === 'young-person') return parts;
  if (state.careOrder !== null && grant.authority === null) return [];
  const rights = rightsTimeline(person.birthDate);
  if (refusedByCompetentChild(grant, state, rights, asAt)) return [];
  const agreed = agreedAsYoungPerson(grant, rights);
  return parts.filter((part) => {
    const theirOwnFrom = followsSendRights(part) ? rights.sendRightsFrom : rights.healthConsentFrom;
    if (asAt >= theirOwnFrom && !agreed) return false;
    return !grant.hiddenByStaff.includes(part) && !grant.hiddenByYoungPerson.includes(part);
  });
}

/** Between 11 and 16 access goes on until the child is found able to decide; from then on it needs their yes (F9-05 to F9-07). */
function refusedByCompetentChild(
  grant: Grant,
  { competence }: Pick<AccessState, 'competence'>,
  { eleventh, healthConsentFrom }: RightsTimeline,
  asAt: LocalDate,
): boolean {
  const isAble = asAt >= eleventh && asAt < healthConsentFrom && competence?.competent === true;
  return isAble && grant.consentOn === null;
}

/**
 * Whether the young person said yes as one, or it was decided in their best interests: from the day they are invited on. What
 * a younger child agreed to ends with the 16th birthday.
 */
function agreedAsYoungPerson({ consentOn, bestInterestsOn }: Grant, { inviteFrom }: RightsTimeline): boolean {
  return [consentOn, bestInterestsOn].some((on) => on !== null && on >= inviteFrom);
}

/** Whether the young person decides who sees what: found able to between 11 and 16, or 16 and over. */
export function decidesForThemself(
  { competence }: Pick<AccessState, 'competence'>,
  { birthDate }: AccessPerson,
  asAt: LocalDate,
): boolean {
  const { eleventh, healthConsentFrom } = rightsTimeline(birthDate);
  return asAt >= healthConsentFrom || (asAt >= eleventh && competence?.competent === true);
}
