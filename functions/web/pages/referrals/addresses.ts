/** Addresses of the pages about a referral. They hold opaque ids and nothing that says who it is (promise P8). */
import type { ReferralEventKind } from '../../../../shared/domain/referral/event.ts';

export interface ReferralAddress {
  readonly personId: string;
  readonly referralId: string;
}

export function addReferralPath(personId: string): string {
  return `/people/${personId}/referrals/new`;
}

export function referralPath({ personId, referralId }: ReferralAddress): string {
  return `/people/${personId}/referrals/${referralId}`;
}

export function whyPath(address: ReferralAddress): string {
  return `${referralPath(address)}/why`;
}

export function recordPath(address: ReferralAddress, kind: ReferralEventKind): string {
  return `${referralPath(address)}/record/${kind}`;
}

/** The form that says that an entry was a mistake. */
export function correctPath(address: ReferralAddress, eventId: string): string {
  return `${recordPath(address, 'recorded-in-error')}?event=${eventId}`;
}
