import type { AlertSubject } from '../../domain/alert/alert-subject.ts';
import type { Alerted, WatchedDeadline } from '../../domain/alert/watch-plan.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { replannedCase } from '../case/case-entry.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { KeptReferral } from '../ports/referrals.ts';
import { plannedAnew } from '../queue/queue-entry.ts';

/** What alerts can be about, whatever it is: which alerts there can be follows from how far they have come. */
export interface Alertable {
  readonly place: string;
  readonly personId: string;
  readonly subject: AlertSubject;
  readonly alerted: readonly Alerted[];
  /** The day it was last planned as at, where it is kept: what stood then may have lapsed since, by days alone. */
  readonly plannedOn?: LocalDate;
  /** The deadlines that stand on a day. */
  deadlines(policy: Policy, day: LocalDate): readonly WatchedDeadline[];
}

export function alertableReferral(kept: Pick<KeptReferral, 'referral' | 'entry'>): Alertable {
  const { place, personId, id, queue } = kept.referral;
  return {
    place,
    personId,
    subject: { of: 'referral', id, queue },
    alerted: kept.entry.alerted,
    deadlines: (policy, day) => plannedAnew(kept, policy, day).deadlines,
  };
}

export function alertableCase(types: CaseTypes, kept: KeptCase): Alertable {
  const { place, personId, id, kind } = kept.record;
  return {
    place,
    personId,
    subject: { of: 'case', id, kind, service: kept.entry.row.service },
    alerted: kept.entry.alerted,
    plannedOn: kept.entry.planned.asAt,
    deadlines: (policy, day) => replannedCase({ types, policy }, kept, day).deadlines,
  };
}
