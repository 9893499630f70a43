/** Taking part: events, questions, and what came of them. */
import type { Message } from '../message.ts';

export const community = {
  'part.title': 'Have your say',
  'part.intro':
    'Services get better when families say what they need. Taking part is up to you. It does not change your place or your care.',
  'part.link': 'Have your say: events and questions',
  'part.in': 'In {place}',
  'part.nothing': 'There is nothing to take part in now.',
  'part.events': 'Events',
  'part.questions': 'Questions for you',
  'part.shared': 'What families said, and what came of it',
  'part.when': '{date}, {from} to {to}',
  'part.close': 'You can answer until {date}.',
  'part.answered': 'Thank you. We have your answers.',
  'part.answered-before': 'You had answered these questions before. Your first answers count.',

  'event.where': 'Where',
  'event.when': 'When',
  'event.access': 'For access needs',
  'event.free': 'Places left',
  'event.yours': 'Your booking',
  'event.free-now': { one: '{count} place', other: '{count} places' },
  'event.full': 'None. You can go on the waiting list.',
  'event.cancelled': 'This event has been cancelled',
  'event.cancelled-text': 'You do not need to do anything.',
  'event.booked': {
    one: 'You have {count} place. Say {code} at the door.',
    other: 'You have {count} places. Say {code} at the door.',
  },
  'event.waiting': {
    one: 'You are on the waiting list for {count} place. You get it when somebody cancels. We tell you then, if you told us how to reach you.',
    other:
      'You are on the waiting list for {count} places. You get them when somebody cancels. We tell you then, if you told us how to reach you.',
  },
  'event.over': 'Places cannot be booked any more.',
  'event.nameless':
    'We do not keep your name with your booking. You have a code instead. While you wait for a place we keep how to find you, apart from it, until the day of the event.',
  'event.seats': 'How many places?',
  'event.seats-missing': 'Select how many places',
  'event.needs': 'What do you need to take part?',
  'event.needs-hint': 'A BSL interpreter, a quiet room, food. Do not write names.',
  'event.book': 'Book',
  'event.give-back': 'Give my places back',

  'ask.nameless':
    'Nobody can see who you are. We keep your answers under a code that nobody can turn back into you, and no time. Each adult can answer once. We show numbers only when enough people have answered. Do not write names.',
  'ask.rating-hint': '1 is worst, 5 is best',
  'ask.send': 'Send my answers',

  'said.title': 'You said, we did',
  'said.intro': 'This is what families in {place} told us, and what we did.',
  'said.none': 'There is nothing here yet.',
  'said.on': 'Shared on {date}.',
  'said.you': 'You said',
  'said.we': 'We did',
  'said.answers': 'What families answered',
  'said.answered': '{number} people answered.',
  'said.few': 'Few people answered, so we do not say how many.',
  'said.star': 'A star stands for a number that is too small to show.',
  'said.answer': 'Answer',
  'said.people': 'People',
  'said.share': 'Of 100',
  'said.in-words': 'People answered this in their own words. The team has read all of it.',
} as const satisfies Readonly<Record<string, Message>>;
