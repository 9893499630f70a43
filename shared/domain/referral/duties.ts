/** What staff are to do about a referral: each with the day it can be done from and the day it is to be done by. */
import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { englandAndWales } from '../calendar/bank-holidays.ts';
import { addDays, type LocalDate, partsOf } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { clockFamilies } from './clock-families/clock-families.ts';
import { nextFamilyContactDue } from './family-contact.ts';
import { isProtected, type RecordContext } from './record-context.ts';
import type { ReferralState } from './state.ts';

export const dutyKinds = [
  'triage',
  'acknowledge',
  'contact-after-missed',
  'review-missed',
  'agree-new-date',
  'family-contact',
  'tell-outcome',
  'plan-transition',
  'escalate-transition',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface Duty {
  readonly kind: DutyKind;
  /** Nothing is asked of anybody before this day. */
  readonly from: LocalDate;
  /** The last day in time. */
  readonly by: LocalDate;
}

/** What the duties of a referral follow from, besides its state. */
export type DutyContext = Omit<RecordContext, 'today'> & { readonly holidays?: BankHolidays };

/** The duties that stand, unordered. None on a closed referral. */
export function dutiesOf(state: ReferralState, context: DutyContext): readonly Duty[] {
  if (!state.open) return [];
  return [
    ...triageDuties(state, context),
    ...missedDuties(state, context),
    ...waitingDuties(state, context),
    ...transitionDuties(state),
    ...outcomeDuties(state, context),
  ];
}

/** The duty that can be done first; of several, the one due first. Undefined when there is none. */
export function firstDuty(duties: readonly Duty[]): Duty | undefined {
  let first: Duty | undefined;
  for (const duty of duties) {
    if (first === undefined || duty.from < first.from || (duty.from === first.from && duty.by < first.by)) first = duty;
  }
  return first;
}

function triageDuties(state: ReferralState, context: DutyContext): Duty[] {
  const from = state.awaitingTriageFrom;
  if (from === undefined) return [];
  const triage: Duty = { kind: 'triage', from, by: workingDaysAfter(from, context.policy.triageWorkingDays, context) };
  // Being told of the triage is an acknowledgement too, so this stands only while nobody has been told anything.
  if (state.lastFamilyContactOn !== undefined || from !== state.stamps.received) return [triage];
  const by = workingDaysAfter(from, context.policy.acknowledgeWorkingDays, context);
  return [triage, { kind: 'acknowledge', from, by }];
}

function missedDuties({ missed }: ReferralState, context: DutyContext): Duty[] {
  const { lastOn, reviewFrom } = missed;
  if (lastOn === undefined || missed.inARow === 0 || !isProtected({ ...context, today: lastOn }, lastOn)) return [];
  const rule = context.policy.missedAppointment;
  const duties: Duty[] = [];
  if (!missed.familyContacted)
    duties.push({
      kind: 'contact-after-missed',
      from: lastOn,
      by: workingDaysAfter(lastOn, rule.contactWorkingDays, context),
    });
  if (reviewFrom !== undefined && !missed.reviewed)
    duties.push({
      kind: 'review-missed',
      from: reviewFrom,
      by: workingDaysAfter(reviewFrom, rule.reviewWorkingDays, context),
    });
  return duties;
}

function waitingDuties(state: ReferralState, context: DutyContext): Duty[] {
  if (state.running !== undefined) {
    const due = nextFamilyContactDue(state.running.startOn, state.lastFamilyContactOn, context.policy.validation);
    return [{ kind: 'family-contact', from: due, by: due }];
  }
  const last = state.clocks.at(-1)?.end;
  return last?.reason === 'nullified'
    ? [{ kind: 'agree-new-date', from: last.on, by: addDays(last.on, context.policy.reasonableOffer.noticeDays) }]
    : [];
}

function transitionDuties({ transition, running }: ReferralState): Duty[] {
  if (transition === undefined || running === undefined) return [];
  const { planFrom, adultFrom, step } = transition;
  if (step === 'refused-by-adult-team') return [{ kind: 'escalate-transition', from: planFrom, by: adultFrom }];
  // Someone who was an adult when the clock started never waited as a child: there is nothing to hand over.
  return step === undefined && running.startOn < adultFrom
    ? [{ kind: 'plan-transition', from: planFrom, by: adultFrom }]
    : [];
}

function outcomeDuties({ stamps }: ReferralState, { queue }: DutyContext): Duty[] {
  const { outcomeDecided, familyInformed } = stamps;
  if (!clockFamilies[queue.clockFamily].diagnostic || outcomeDecided === undefined || familyInformed !== undefined)
    return [];
  return [{ kind: 'tell-outcome', from: outcomeDecided, by: outcomeDecided }];
}

/**
 * Working days after a day. Before the first year of the list of bank holidays no day can be worked out and the duty is
 * years late: it is given the longest the count can take, so that an old referral is shown as overdue rather than refused.
 * Past the last year the failure is loud.
 */
function workingDaysAfter(from: LocalDate, count: number, { holidays = englandAndWales }: DutyContext): LocalDate {
  return partsOf(from).year < holidays.firstYear ? addDays(from, 2 * count + 7) : addWorkingDays(from, count, holidays);
}
