/** What is due of a referral to a therapy queue: its clock stops at the first contact (domain.md, areas 1, 7 and 10). */
import { afterWorkingDays } from '../calendar.ts';
import { type Due, dueOf } from './due.ts';
import type { PlaceRules } from './place-rules.ts';

/** What is known of it. Days since 1970. */
export interface ReferralFacts {
  readonly of: 'referral';
  readonly queue: 'SALT' | 'OT' | 'PHYSIO';
  readonly received: number;
  readonly accepted: boolean;
  /** Contacts in both directions that were not recorded in error. */
  readonly contacts: number;
  /** Days on which the family was contacted. */
  readonly familyContacts: readonly number[];
}

/** 75%, 90% and the day after the standard; long waits; duties of the first days. */
export function referralDues(facts: ReferralFacts, { standards }: PlaceRules): readonly Due[] {
  const { queue, received, accepted, contacts, familyContacts } = facts;
  const dues: Due[] = [];
  const standard = standards[queue];
  if (standard === undefined) throw new Error(`no standard of ${queue} is known`);
  if (contacts === 0) {
    const { days, amber, approaching } = standard;
    const family = nextFamilyContact(received, familyContacts);
    dues.push(
      dueOf('waiting-standard', received, {
        amber: received + amber,
        approaching: received + approaching,
        due: received + days,
      }),
      {
        kind: 'long-wait',
        start: received,
        thresholds: [52, 65, 78, 104].map((weeks) => {
          return { name: `over-${weeks}-weeks`, on: received + weeks * 7 + 1, severity: 'long-wait' };
        }),
      },
      {
        // The family is asked on the day, and the team told that it is; late is the day after.
        kind: 'family-contact',
        start: family,
        thresholds: [
          { name: 'amber', on: family, severity: 'amber' },
          { name: 'breach', on: family + 1, severity: 'breach' },
        ],
      },
    );
  }
  if (!accepted) {
    dues.push(dutyOfFirstDays('triage', received));
    if (familyContacts.length === 0) dues.push(dutyOfFirstDays('acknowledge', received));
  }
  return dues;
}

/** The day a duty of a few days arises on is told by the list, and by no alert. */
function dutyOfFirstDays(kind: string, received: number): Due {
  const by = afterWorkingDays(received, 5);
  return { kind, start: received, thresholds: [{ name: 'breach', on: by + 1, severity: 'breach' }] };
}

/** 12, 26 and 52 weeks from the start, and 12 weeks from the last contact: whichever is first after that contact. */
function nextFamilyContact(start: number, contacts: readonly number[]): number {
  const last = Math.max(start, ...contacts);
  const fixed = [12, 26, 52].map((weeks) => start + weeks * 7).filter((day) => day > last);
  return Math.min(last + 84, ...fixed);
}
