/** What each event is called where people read it: a few plain words, with its coded facts and none of what was typed. */
import { formatDate } from '../calendar/format-date.ts';
import type { AdviceEventKind, AdviceFacts, AdviceFactsOf } from './advice-facts.ts';
import type { AssessmentEventKind, AssessmentFacts, FactsOf } from './assessment-facts.ts';
import type { PhaseMove } from './phase-transfer.ts';

export const limitGroundWords: Readonly<Record<FactsOf<'limit-exception'>['ground'], string>> = {
  'school-closure': 'School or college closed for 4 weeks or more',
  'early-years-closure': 'Early-years provider closed for 4 weeks or more',
  'exceptional-circumstances': 'Exceptional personal circumstances',
  absence: 'Away from the area for 4 weeks or more',
};

export const adviceGroundWords: Readonly<Record<AdviceFactsOf<'exception'>['ground'], string>> = {
  'exceptional-circumstances': 'Exceptional circumstances',
  absence: 'Away from the area for 4 weeks or more',
  'missed-appointment': 'Missed an examination or test for this advice',
};

export const delayWords: Readonly<Record<AdviceFactsOf<'delay-explained'>['why'], string>> = {
  'waiting-list': 'Waiting list',
  'school-holidays': 'School holidays',
  'staff-absence': 'Staff away or left',
  other: 'Another reason',
};

export const moveWords: Readonly<Record<PhaseMove, string>> = {
  'early-years-to-school': 'Early years to school',
  'infant-to-junior': 'Infant to junior school',
  'primary-to-middle': 'Primary to middle school',
  'primary-to-secondary': 'Primary to secondary school',
  'middle-to-secondary': 'Middle to secondary school',
  'secondary-to-post-16': 'Secondary school to post-16',
  'between-post-16': 'One post-16 institution to another',
};

export const closingWords: Readonly<Record<FactsOf<'closed'>['reason'], string>> = {
  'request-withdrawn': 'request withdrawn',
  'moved-away': 'moved to another authority',
  died: 'died',
  'plan-ceased': 'plan ceased',
};

type AssessmentWords = { readonly [K in AssessmentEventKind]: (facts: FactsOf<K>) => string };
type AdviceWords = { readonly [K in AdviceEventKind]: (facts: AdviceFactsOf<K>) => string };

const assessmentWords: AssessmentWords = {
  'request-received': () => 'Request received',
  'advice-asked': ({ services }) =>
    `Advice asked of ${services.length === 1 ? 'a service' : `${services.length} services`}`,
  decision: ({ outcome }) => (outcome === 'assess' ? 'Decided to assess' : 'Decided not to assess'),
  'no-plan-notice': () => 'Family told that no plan is issued',
  'draft-served': () => 'Draft plan sent to the family',
  'family-responded': () => 'Family answered the draft',
  'plan-final': () => 'Final plan issued',
  'limit-exception': ({ ground }) => `Exception: ${limitGroundWords[ground].toLowerCase()}`,
  'mediation-certificate': () => 'Mediation certificate issued',
  'appeal-lodged': () => 'Appeal lodged',
  'appeal-ended': ({ outcome }) => `Appeal ended: ${outcome}`,
  'review-meeting-set': ({ meetingOn }) => `Review meeting set for ${formatDate(meetingOn)}`,
  'review-advice-circulated': () => 'Advice sent round before the review',
  'review-meeting': () => 'Review meeting held',
  'review-report': () => 'Report of the review sent',
  'review-notice': ({ outcome }) =>
    ({
      maintain: 'Review concluded: plan kept as it is',
      amend: 'Review concluded: plan to be amended',
      cease: 'Review concluded: plan to cease',
    })[outcome],
  'amended-plan-final': () => 'Amended plan issued',
  'transfer-planned': ({ move, movesOn }) => `Move planned: ${moveWords[move].toLowerCase()}, ${formatDate(movesOn)}`,
  'transfer-plan-final': () => 'Plan issued for the move',
  closed: ({ reason }) => `Closed: ${closingWords[reason]}`,
  noted: () => 'Note',
};

const adviceWords: AdviceWords = {
  asked: ({ familyAsked }) => (familyAsked ? 'Advice asked for, at the family’s request' : 'Advice asked for'),
  'passed-on': () => 'Request passed on inside the body',
  chased: ({ by }) => `Chased by ${by}`,
  'delay-explained': ({ why }) => `Reason given for delay: ${delayWords[why].toLowerCase()}. No exception`,
  'appointment-missed': () => 'Missed an appointment for this advice',
  exception: ({ ground }) => `Exception: ${adviceGroundWords[ground].toLowerCase()}`,
  returned: () => 'Advice returned',
  'not-known': () => 'Replied: not known, no advice to give',
  'existing-advice-accepted': () => 'Existing advice accepted by author, authority and family',
  'quality-checked': () => 'Quality checked',
  withdrawn: () => 'No longer needed: the assessment ended',
  noted: () => 'Note',
};

/** An event of an assessment in a few words. */
export function assessmentEventWords(facts: AssessmentFacts): string {
  // Each kind's words take that kind's facts; the union cannot say so.
  return (assessmentWords[facts.kind] as (of: AssessmentFacts) => string)(facts);
}

/** An event of one service's advice in a few words. */
export function adviceEventWords(facts: AdviceFacts): string {
  return (adviceWords[facts.kind] as (of: AdviceFacts) => string)(facts);
}
