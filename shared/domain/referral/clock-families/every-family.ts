/** What every event does in every family. A family is this table with its own lines put in. */
import type { EffectRule } from '../clock-family.ts';
import type { ReferralEventKind } from '../event.ts';
import { sources } from './sources.ts';

/** A line of a family's table: an event that the family uses, always with this effect unless said otherwise. */
export function rule(line: Pick<EffectRule, 'effect' | 'rule' | 'source'> & Partial<EffectRule>): EffectRule {
  return { when: 'always', used: true, ...line };
}

/** Recorded, and nothing happens to the clock. */
export function noEffect(text: string, source: string = sources.nationalPractice): EffectRule {
  return rule({ effect: 'none', rule: text, source });
}

/** Has no meaning in this family: it is not offered, and is refused. */
export function notUsed(text: string, source: string = sources.nationalPractice): EffectRule {
  return { ...noEffect(text, source), used: false };
}

const notAnAppointmentRule = 'An offer or a booking does not stop the clock; only being seen does';

export const everyFamily = {
  received: rule({
    effect: 'start',
    rule: 'The clock starts on the day the referral is received',
    source: sources.waitingTimes,
  }),
  'booked-directly': rule({
    effect: 'start',
    rule: 'A first appointment booked directly starts the clock on the day of the booking, if none runs yet',
    source: sources.waitingTimes,
  }),
  'triage-accepted': noEffect('Triage and acceptance do not start or stop the clock'),
  'returned-for-information': noEffect(
    'A return for information does not stop the clock while an answer can still come in time',
    sources.localPolicy,
  ),
  'information-received': rule({
    effect: 'start',
    when: 'after-closure-without-information',
    rule: 'Information that arrives after the referral was closed for want of it starts a new clock',
    otherwise: 'The information came in time, so the clock keeps its start',
    source: sources.localPolicy,
  }),
  rejected: rule({
    effect: 'nullify',
    endReason: 'rejected',
    rule: 'A referral that is not accepted has no clock; its reason is kept',
    source: sources.localPolicy,
  }),
  'appointment-offered': noEffect(notAnAppointmentRule),
  'offer-declined': noEffect('The clock runs on when an offer is declined'),
  'appointment-booked': noEffect(notAnAppointmentRule),
  'appointment-cancelled': noEffect('A cancellation by either side does not pause or stop the clock'),
  'appointment-missed': noEffect(
    'A missed appointment never pauses, stops or resets this clock: the family waits one wait',
    sources.localPolicy,
  ),
  'new-date-agreed': noEffect('Agreeing a new date does not restart a clock that runs', sources.localPolicy),
  'family-contacted': noEffect('Contact about the wait does not stop the clock', sources.localPolicy),
  'missed-appointments-reviewed': noEffect(
    'A review of missed appointments does not stop the clock',
    sources.localPolicy,
  ),
  contact: noEffect('A contact does not stop this clock'),
  'baseline-measured': noEffect('A baseline measure does not stop this clock'),
  'plan-or-intervention': noEffect('An agreed plan does not stop this clock'),
  'assessment-started': noEffect('The start of an assessment does not stop this clock'),
  'outcome-decided': noEffect('A decision about the outcome does not stop the clock', sources.localPolicy),
  'family-informed': noEffect('Telling the family the outcome does not stop the clock', sources.localPolicy),
  'treatment-started': noEffect('Treatment is recorded but does not stop this clock'),
  'active-monitoring-started': noEffect('Active monitoring does not stop this clock', sources.waitingTimes),
  'decision-to-treat': notUsed('A decision to treat after active monitoring belongs to referral to treatment only'),
  'decision-not-to-treat': rule({
    effect: 'removed',
    endReason: 'decision-not-to-treat',
    rule: 'A decision not to treat stops the clock; it is not counted as seen',
    source: sources.waitingTimes,
  }),
  'declined-by-family': rule({
    effect: 'removed',
    endReason: 'declined',
    rule: 'The clock stops when the family declines; it is not counted as seen',
    source: sources.waitingTimes,
  }),
  transferred: noEffect(
    'A move between clinicians, teams or providers for the same condition carries the clock on',
    sources.waitingTimes,
  ),
  'right-to-choose-accepted': rule({
    effect: 'removed',
    endReason: 'transferred-right-to-choose',
    rule: 'The local entry closes on the day the chosen provider accepts; it is a removal, not seen',
    source: sources.localPolicy,
  }),
  discharged: rule({
    effect: 'removed',
    endReason: 'by-reason',
    rule: 'Discharge before being seen stops the clock as a removal under its own reason',
    source: sources.nationalPractice,
  }),
  reinstated: rule({
    effect: 'restore',
    rule: 'Contact from the family soon enough after a discharge for missed appointments restores the original clock',
    source: sources.localPolicy,
  }),
  'moved-into-area': noEffect(
    'A wait elsewhere counts for the order of the list in protected groups, never for the wait reported',
    sources.localPolicy,
  ),
  retiered: noEffect('A change of priority moves the place on the list, not the clock', sources.localPolicy),
  'linked-duplicate': rule({
    effect: 'start-earlier',
    when: 'received-before-clock-start',
    rule: 'A linked duplicate that was received earlier gives the clock its earlier start',
    otherwise: 'A duplicate is linked and starts no new clock',
    source: sources.localPolicy,
  }),
  transition: noEffect('The hand-over to the pathway for adults keeps the same clock', sources.localPolicy),
  assigned: noEffect('Giving the referral to a member of staff does not touch the clock', sources.localPolicy),
  noted: noEffect('A note does not touch the clock', sources.localPolicy),
  'recorded-in-error': noEffect('An event recorded in error counts as if it had never happened', sources.localPolicy),
} as const satisfies Record<ReferralEventKind, EffectRule>;
