/** What was done in a month, beside how the list grew and shrank: triage, attendance, and who was seen in time. */
import { daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { Policy, QueuePolicy } from '../../policy/policy.ts';
import { contactMechanisms, type ReferralEvent } from '../../referral/event.ts';
import type { ReferralState } from '../../referral/state.ts';

export interface Activity {
  /** Referrals received, by the day of receipt. */
  readonly received: number;
  /** Accepted and not accepted, by the day of the decision. */
  readonly accepted: number;
  readonly rejected: number;
  /** Clocks that stopped as seen, and those of them within the standard. */
  readonly seen: number;
  readonly seenWithin: number;
  /** Contacts with the person or the family that took place, and appointments that were missed. Cancellations are in neither. */
  readonly attended: number;
  readonly missed: number;
  /** Contacts that took place and were the first of their referral; the others followed up. */
  readonly firstContacts: number;
  /** Decisions at triage, and those of them within the place's working days of the receipt. */
  readonly triaged: number;
  readonly triagedWithin: number;
}

export const noActivity: Activity = {
  received: 0,
  accepted: 0,
  rejected: 0,
  seen: 0,
  seenWithin: 0,
  attended: 0,
  missed: 0,
  firstContacts: 0,
  triaged: 0,
  triagedWithin: 0,
};

const names = Object.keys(noActivity) as readonly (keyof Activity)[];

export function addActivity(a: Activity, b: Activity): Activity {
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Activity;
}

/** Two-way contacts: a letter, or a call between professionals, is nobody's attendance. */
const attendedBy: ReadonlySet<string> = new Set(
  contactMechanisms.filter((mechanism) => ['face-to-face', 'video', 'telephone'].includes(mechanism)),
);

/** The kinds of event that decide a referral at triage. */
const decisions: ReadonlySet<string> = new Set(['triage-accepted', 'rejected', 'returned-for-information']);

export function activityIn(
  { standing, closing }: { readonly standing: readonly ReferralEvent[]; readonly closing: ReferralState },
  {
    policy,
    queue,
    month,
  }: {
    readonly policy: Policy;
    readonly queue: QueuePolicy;
    readonly month: { readonly from: LocalDate; readonly to: LocalDate };
  },
): Activity {
  const inMonth = (day: LocalDate) => day >= month.from && day <= month.to;
  const events = standing.filter(({ on }) => inMonth(on));
  const count = (belongs: (event: ReferralEvent) => boolean) => events.filter(belongs).length;
  const seen = closing.clocks.filter(({ end }) => end?.reason === 'seen' && inMonth(end.on));
  const { received } = closing.stamps;
  const took = (event: ReferralEvent) => event.facts.kind === 'contact' && attendedBy.has(event.facts.mechanism);
  const firstContact = standing.find(took);
  const triage = triageIn(standing, policy).filter(({ on }) => inMonth(on));
  return {
    received: received !== undefined && inMonth(received) ? 1 : 0,
    accepted: count(({ facts }) => facts.kind === 'triage-accepted'),
    rejected: count(({ facts }) => facts.kind === 'rejected'),
    seen: seen.length,
    seenWithin: seen.filter(({ startOn, end }) => daysBetween(startOn, end?.on ?? startOn) <= queue.standard.days)
      .length,
    attended: count(took),
    missed: count(({ facts }) => facts.kind === 'appointment-missed'),
    firstContacts: firstContact !== undefined && inMonth(firstContact.on) ? 1 : 0,
    triaged: triage.length,
    triagedWithin: triage.filter(({ within }) => within).length,
  };
}

/** Each decision at triage: its day, and whether it came within the working days of the receipt or arrival before it. */
function triageIn(
  standing: readonly ReferralEvent[],
  { triageWorkingDays }: Policy,
): readonly { readonly on: LocalDate; readonly within: boolean }[] {
  let from: LocalDate | undefined;
  const decided: { on: LocalDate; within: boolean }[] = [];
  for (const { facts, on } of standing) {
    if (facts.kind === 'received' && !facts.alreadyAccepted) from ??= on;
    else if (facts.kind === 'information-received') from = on;
    else if (decisions.has(facts.kind) && from !== undefined) {
      decided.push({ on, within: on <= addWorkingDays(from, triageWorkingDays) });
      from = undefined;
    }
  }
  return decided;
}
