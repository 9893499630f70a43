/** What families read where they are heard: plain words, short sentences. */
import type { MessageTopic } from '../../../shared/domain/family-message/facts.ts';
import type { FeedbackAnswer, FeedbackFacts } from '../../../shared/domain/feedback/facts.ts';

export const tellTopicWords: Readonly<Record<MessageTopic, string>> = {
  worse: 'Things have got worse',
  needs: 'Needs have changed',
  address: 'We have a new address',
  school: 'There is a new school',
  'something-else': 'Something else has changed',
  'still-needed': 'We still need this',
  'not-needed': 'We do not need this any more',
  'cancel-appointment': 'We cannot come to the appointment',
  'change-appointment': 'We need another day for the appointment',
  complaint: 'I want to complain',
  correction: 'Something you wrote down is wrong',
  'copy-of-record': 'I want a copy of the record',
};

export const feedbackAnswerWords: Readonly<Record<FeedbackAnswer, string>> = {
  'very-good': 'Very good',
  good: 'Good',
  neither: 'Neither good nor poor',
  poor: 'Poor',
  'very-poor': 'Very poor',
  'do-not-know': 'Don’t know',
};

/** Why somebody is asked now. */
export const occasionWords: Readonly<Record<FeedbackFacts['occasion'], string>> = {
  'first-contact': 'The team has seen you.',
  discharge: 'The team has finished its part.',
  'a-year-waited': 'You have waited for over a year.',
};
