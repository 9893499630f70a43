/** What each event is called where people read it: a few plain words, with its coded facts and none of what was typed. */
import { formatDate } from '../calendar/format-date.ts';
import type {
  contactMechanisms,
  dischargeReasons,
  ReferralEventFacts,
  ReferralEventKind,
  rejectionReasons,
} from './event.ts';

const mechanisms: Readonly<Record<(typeof contactMechanisms)[number], string>> = {
  'face-to-face': 'Contact in person',
  video: 'Contact by video',
  telephone: 'Contact by telephone',
  letter: 'Letter',
  email: 'Email',
  text: 'Text message',
  'between-professionals': 'Call between professionals',
};

const discharges: Readonly<Record<(typeof dischargeReasons)[number], string>> = {
  completed: 'pathway completed',
  treated: 'treated',
  'not-brought': 'missed appointments',
  'moved-away': 'moved away',
  died: 'died',
  'no-longer-needed': 'no longer needed',
  'unseen-other': 'not seen, another reason',
};

const rejections: Readonly<Record<(typeof rejectionReasons)[number], string>> = {
  'criteria-not-met': 'criteria not met',
  'out-of-area': 'out of area',
  'age-out-of-range': 'age out of range',
  'wrong-service': 'wrong service',
  'not-enough-information': 'not enough information',
  'already-in-care': 'already in care',
  other: 'another reason',
};

type Words = { readonly [K in ReferralEventKind]: (facts: ReferralEventFacts<K>) => string };

const words: Words = {
  received: ({ alreadyAccepted }) => (alreadyAccepted ? 'Referral received, accepted already' : 'Referral received'),
  'booked-directly': ({ appointmentOn }) => `First appointment booked directly, for ${formatDate(appointmentOn)}`,
  'triage-accepted': () => 'Accepted at triage',
  'returned-for-information': () => 'Returned for more information',
  'information-received': () => 'Information received',
  rejected: ({ reason }) => `Not accepted: ${rejections[reason]}`,
  'appointment-offered': ({ dates }) => `Appointment offered: ${dates.map(formatDate).join(' or ')}`,
  'offer-declined': () => 'Offer declined by the family',
  'appointment-booked': ({ appointmentOn }) => `Appointment booked for ${formatDate(appointmentOn)}`,
  'appointment-cancelled': ({ by }) => `Appointment cancelled by the ${by === 'family' ? 'family' : 'service'}`,
  'appointment-missed': ({ coding, first }) =>
    `${coding === 'was-not-brought' ? 'Was not brought' : 'Did not attend'}${first ? ', first appointment' : ''}`,
  'new-date-agreed': () => 'Family agreed a new date',
  'family-contacted': ({ purpose, stillNeeded }) => {
    if (purpose !== 'validation') return 'Family contacted';
    if (stillNeeded === undefined) return 'Family asked about the wait';
    return stillNeeded
      ? 'Family asked about the wait: still needed'
      : 'Family asked about the wait: not needed any more';
  },
  'missed-appointments-reviewed': () => 'Missed appointments reviewed',
  contact: ({ mechanism, parentOnly }) => `${mechanisms[mechanism]}${parentOnly ? ', with a parent only' : ''}`,
  'baseline-measured': () => 'Baseline measure recorded',
  'plan-or-intervention': ({ what }) =>
    ({ 'care-plan': 'Care plan agreed', intervention: 'Intervention', 'coded-assessment': 'Coded assessment' })[what],
  'assessment-started': () => 'Assessment started',
  'outcome-decided': ({ outcome }) => `Outcome decided: ${outcome.replaceAll('-', ' ')}`,
  'family-informed': () => 'Family told the outcome',
  'treatment-started': () => 'Treatment started',
  'active-monitoring-started': ({ by }) =>
    `Active monitoring agreed, asked for by the ${by === 'patient' ? 'family' : 'clinician'}`,
  'decision-to-treat': () => 'Decision to treat',
  'decision-not-to-treat': () => 'Decision not to treat',
  'declined-by-family': () => 'Declined by the family',
  transferred: () => 'Transferred for the same condition',
  'right-to-choose-accepted': () => 'Accepted by the provider chosen under Right to Choose',
  discharged: ({ reason }) => `Discharged: ${discharges[reason]}`,
  reinstated: () => 'Reinstated',
  'moved-into-area': ({ waitedDaysElsewhere }) =>
    `Moved into the area after waiting ${waitedDaysElsewhere} days elsewhere`,
  retiered: ({ tier }) => `Priority changed to ${tier}`,
  'linked-duplicate': ({ received }) => `Duplicate received ${formatDate(received)} linked`,
  transition: ({ step }) =>
    ({
      planned: 'Move to the adult pathway planned',
      'accepted-by-adult-team': 'Accepted by the adult team',
      'refused-by-adult-team': 'Refused by the adult team',
    })[step],
  assigned: () => 'Assigned',
  noted: () => 'Note',
  'recorded-in-error': () => 'An earlier entry recorded in error',
};

/** An event in a few words: `Contact by video`, `Discharged: moved away`. Free text is never part of it. */
export function eventWords(facts: ReferralEventFacts): string {
  // Each kind's words take that kind's facts; the union cannot say so.
  const say = words[facts.kind] as (facts: ReferralEventFacts) => string;
  return say(facts);
}
