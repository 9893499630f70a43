/** What families are asked: how near a goal is, how it was, whether they still wait. */
import type { Message } from '../message.ts';

export const beingHeard = {
  'rate.title': 'How near is the goal?',
  'rate.intro': '0 means not at all. 10 means all of it.',
  'rate.goal': 'Which goal?',
  'rate.goal-missing': 'Select a goal',
  'rate.rating': 'How near is it?',
  'rate.rating-missing': 'Select a number',
  'rate.save': 'Save',

  'feedback.title': 'How was it?',
  'feedback.no-effect': 'Your answer does not change your place or your care.',
  'feedback.question.parent': 'Overall, how was your experience of our service?',
  'feedback.question.young-person': 'Overall, how was your experience of our service?',
  'feedback.question.child': 'How was it with us?',
  'feedback.missing': 'Select an answer',
  'feedback.why': 'Why do you say so?',
  'feedback.why-hint': 'Only the team reads this.',
  'feedback.too-long': { one: 'Use {count} letter or fewer', other: 'Use {count} letters or fewer' },
  'feedback.send': 'Send',
  'feedback.very-good': 'Very good',
  'feedback.good': 'Good',
  'feedback.child-neither': 'OK',
  'feedback.neither': 'Neither good nor poor',
  'feedback.poor': 'Poor',
  'feedback.very-poor': 'Very poor',
  'feedback.do-not-know': 'Don’t know',
  'feedback.after.first-contact': 'The team has seen you.',
  'feedback.after.discharge': 'The team has finished its part.',
  'feedback.after.a-year-waited': 'You have waited for over a year.',

  'check-in.intro':
    'You keep your place, whatever you say. If you do not need it any more, a member of the team talks with you first.',
  'check-in.missing': 'Select an answer for {wait}',
  'check-in.still-needed': 'Yes, we still need it',
  'check-in.changed': 'Yes, and something has changed',
  'check-in.not-needed': 'No, we do not need it any more',
  'check-in.text': 'Is there anything you want to tell the team?',
  'check-in.text-missing': 'Write what has changed',
} as const satisfies Readonly<Record<string, Message>>;
