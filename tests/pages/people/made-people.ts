/** People and referrals that do not exist, put in through the use cases as a member of staff would. */
import { createPerson } from '../../../shared/application/person/create-person.ts';
import { newPersonSchema } from '../../../shared/application/person/person-input.ts';
import type { ReferralView } from '../../../shared/application/person/person-view.ts';
import { newReferralSchema, receiveReferral } from '../../../shared/application/referral/receive-referral.ts';
import { recordReferralEvent } from '../../../shared/application/referral/record-referral-event.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Person } from '../../../shared/domain/person/person.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import type { RunningSite, SignedIn } from '../running-site.ts';

/** Numbers of the range that nobody has, check digits right. */
export const nhsNumbers = ['9990017336', '9990034664', '9990051992', '9990069328', '9990086656'] as const;

/** Writes as somebody on a day, whose noon it is. */
function callOn(site: RunningSite, who: SignedIn, day: string) {
  const actor = {
    id: who.staffId,
    place: 'liverpool',
    role: 'clinician' as const,
    services: ['salt', 'ot', 'asd', 'adhd', 'paediatrics'],
  };
  return { actor, now: parseInstant(`${day}T12:00:00Z`), requestId: `made-${site.deps.ids.fresh()}` };
}

export async function madePerson(
  site: RunningSite,
  who: SignedIn,
  more: Readonly<Record<string, unknown>> = {},
  day = '2025-01-02',
): Promise<Person> {
  const input = newPersonSchema.parse({ familyName: 'Okafor', givenName: 'Wei', birthDate: '2018-10-16', ...more });
  return createPerson(site.deps, callOn(site, who, day), input, site.deps.ids.fresh());
}

export async function madeReferral(
  site: RunningSite,
  who: SignedIn,
  personId: string,
  more: { readonly queue?: string; readonly on?: string; readonly tier?: string } = {},
): Promise<ReferralView> {
  const { queue = 'SALT', on = '2026-07-06', tier = 'routine' } = more;
  const input = newReferralSchema.parse({ queue, on, facts: { source: 'gp', tier } });
  return receiveReferral(site.deps, callOn(site, who, on), personId, input, site.deps.ids.fresh());
}

/** Records what happened, each on its own day, over the version before. */
export async function happened(
  site: RunningSite,
  who: SignedIn,
  { referral }: Pick<ReferralView, 'referral'>,
  ...events: readonly (readonly [on: string, facts: ReferralEventFacts])[]
): Promise<ReferralView> {
  const key = { personId: referral.personId, referralId: referral.id };
  let seen = referral.version;
  let view: ReferralView | undefined;
  for (const [on, facts] of events) {
    const call = callOn(site, who, on);
    view = await recordReferralEvent(site.deps, call, key, { facts, on: localDate(on) }, seen, site.deps.ids.fresh());
    seen = view.referral.version;
  }
  if (view === undefined) throw new Error('Nothing happened');
  return view;
}
