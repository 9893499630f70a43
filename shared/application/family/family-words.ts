/**
 * What families read of a wait, sentence by sentence, under keys: the pages, the API and every translation say the same. Short
 * words, short sentences; status tags are adjectives.
 */
import type { AccessNotice } from '../../domain/access/access-reviews.ts';
import type { ReferralEventFacts } from '../../domain/referral/event.ts';
import type { FamilyEstimate } from './family-estimate.ts';
import type { FamilyStage, FamilyWait } from './family-wait.ts';

interface StageWords {
  /** The status, as a tag. */
  readonly label: string;
  /** What it means. */
  readonly now: string;
  /** What happens next. */
  readonly next: string;
}

export const stageWords: Readonly<Record<FamilyStage, StageWords>> = {
  received: {
    label: 'Received',
    now: 'The team has your referral.',
    next: 'They will read it and tell you if it is right for them.',
  },
  'more-information': {
    label: 'More details needed',
    now: 'The team has asked for more details. The wait goes on while they wait for an answer.',
    next: 'If you can help with the answer, ring the team. They will then look at the referral again.',
  },
  waiting: {
    label: 'Waiting',
    now: 'You are on the list. You have not lost your place.',
    next: 'The team will offer you a date when your turn comes.',
  },
  booked: {
    label: 'Booked',
    now: 'You have an appointment.',
    next: 'Tell the team if you cannot come. They will find another day.',
  },
  'being-assessed': {
    label: 'Being assessed',
    now: 'The assessment has begun.',
    next: 'The team will finish the assessment and then meet you to tell you what they found.',
  },
  'assessment-finished': {
    label: 'Assessed',
    now: 'The assessment is finished.',
    next: 'The team will meet you to tell you what they found.',
  },
  told: {
    label: 'Assessed',
    now: 'The team has told you what they found.',
    next: 'They will talk with you about what helps now.',
  },
  seen: {
    label: 'Seen',
    now: 'The team has seen you.',
    next: 'They will agree the next steps with you.',
  },
  monitored: {
    label: 'Being watched over',
    now: 'The team and you have agreed to wait and see how things go.',
    next: 'The team will look again. Tell them if anything changes before that.',
  },
  'not-accepted': {
    label: 'Not accepted',
    now: 'The team could not take this referral.',
    next: 'Ring the team if you think this is wrong, or if you want to know who else can help.',
  },
  finished: {
    label: 'Finished',
    now: 'This team has finished its part.',
    next: 'You can ask to be referred again if you need more help.',
  },
  closed: {
    label: 'Closed',
    now: 'You are not on this list now.',
    next: 'Ring the team if you think this is wrong. They can look at it again.',
  },
};

export const outcomeWords: Readonly<Record<NonNullable<FamilyWait['outcome']>, string>> = {
  confirmed: 'The assessment found what it was looking for.',
  'not-confirmed': 'The assessment did not find what it was looking for.',
  deferred: 'The team could not say yet. They will look again later.',
};

export const notAcceptedWords: Readonly<Record<ReferralEventFacts<'rejected'>['reason'], string>> = {
  'criteria-not-met': 'What was written does not fit what this team can help with.',
  'out-of-area': 'This team works in another area.',
  'age-out-of-range': 'This team works with another age.',
  'wrong-service': 'Another team is the right one.',
  'not-enough-information': 'There was too little in the referral to go on.',
  'already-in-care': 'Another team is helping with this already.',
  other: 'The team has written to you about why.',
};

export const noticeWords: Readonly<Record<AccessNotice['kind'], string>> = {
  'changes-at-11':
    'When your child is 11, we will talk with you and your child about who sees this page. It will not be cut off.',
  'changes-at-16':
    'At 16 your child decides who sees the health parts of this page. It closes for you on their birthday, unless they say yes.',
  'plan-rights-pass':
    'When your child can leave school, they decide about their EHC plan. That part closes for you on this day, unless they say yes.',
};

/** A wait in whole weeks and days, as the service counts it. */
export function waitWords(days: number): string {
  const weeks = Math.floor(days / 7);
  const rest = days % 7;
  const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  if (weeks === 0) return counted(rest, 'day');
  return rest === 0 ? counted(weeks, 'week') : `${counted(weeks, 'week')} and ${counted(rest, 'day')}`;
}

/** An honest guess: a range, with how often it is wrong. */
export function estimateWords({ weeks }: FamilyEstimate): string {
  if (weeks === null) return 'We cannot say yet. Too few children have been seen to go by.';
  const { from, to } = weeks;
  const range = from === to ? `about ${waitWeeks(to)}` : `${from} to ${waitWeeks(to)}`;
  return `Most families wait ${range} in all. One in ten waits longer. This is a guess, not a promise.`;
}

function waitWeeks(weeks: number): string {
  return `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
}
