/**
 * What the law allows for an EHC needs assessment, as data: a rule set for each span of request dates, so that a change of the
 * law binds the requests made from that day on and none before (domain.md 6). All limits are calendar days and months.
 */
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import { invalid } from '../error.ts';

/** See the head of this file. */
export interface EhcRuleSet {
  /** Stamped on everything that is worked out by it. */
  readonly version: string;
  readonly source: string;
  /** The first request date that it binds. */
  readonly from: LocalDate;
  /** Days from the request, which is day 0, to each of the authority's limits. */
  readonly limitDays: Readonly<Record<EhcLimit, number>>;
  /** Days from receipt by the body that was asked, to its advice. */
  readonly adviceDays: number;
  /** Days in which the family may answer a draft plan; the day it is served is the first. */
  readonly draftResponseDays: number;
  /** Days of a closure of a school, or of an absence from the area, from which it is an exception. */
  readonly longDays: number;
  /** Days before a closure, and before its end, between which asking for advice falls into it. */
  readonly closureLeadDays: number;
  readonly appealMonths: { readonly fromDecision: number; readonly fromMediation: number };
  readonly review: {
    readonly everyMonths: number;
    /** Days before the meeting by which the advice is sent round. */
    readonly circulateDays: number;
    /** Days after the meeting. */
    readonly reportDays: number;
    readonly noticeDays: number;
    /** Days to the amended plan: of the notice and of the meeting, whichever ends first (reading 34). */
    readonly amendedAfterNoticeDays: number;
    readonly amendedAfterMeetingDays: number;
    /** Under this age a review is thought of every so many months. */
    readonly youngUnderAge: number;
    readonly youngEveryMonths: { readonly least: number; readonly most: number };
  };
}

/** The authority's three limits, in the order of their days. */
export const ehcLimits = ['decision', 'no-plan-notice', 'final-plan'] as const;
export type EhcLimit = (typeof ehcLimits)[number];

/** In the order of their first day. */
export const ehcRuleSets: readonly EhcRuleSet[] = [
  {
    version: 'send-regulations-2014',
    source: 'Children and Families Act 2014 s36; SEND Regulations 2014 (SI 2014/1530)',
    from: localDate('2014-09-01'),
    limitDays: { decision: 42, 'no-plan-notice': 112, 'final-plan': 140 },
    adviceDays: 42,
    draftResponseDays: 15,
    longDays: 28,
    closureLeadDays: 7,
    appealMonths: { fromDecision: 2, fromMediation: 1 },
    review: {
      everyMonths: 12,
      circulateDays: 14,
      reportDays: 14,
      noticeDays: 28,
      amendedAfterNoticeDays: 56,
      amendedAfterMeetingDays: 84,
      youngUnderAge: 5,
      youngEveryMonths: { least: 3, most: 6 },
    },
  },
];

/** The rule set that binds a request, by its date. Throws `invalid` (`before-ehc-law`) before the first. */
export function ehcRulesOn(requestedOn: LocalDate, sets: readonly EhcRuleSet[] = ehcRuleSets): EhcRuleSet {
  const found = sets.findLast(({ from }) => from <= requestedOn);
  if (found !== undefined) return found;
  const message = 'EHC needs assessments began on 1 September 2014. Check the date of the request';
  throw invalid('before-ehc-law', message, [{ pointer: '/on', code: 'before-ehc-law', message }]);
}
