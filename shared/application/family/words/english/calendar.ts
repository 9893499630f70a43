/** The address of a family’s own calendar. */
import type { Message } from '../message.ts';

export const calendar = {
  'calendar.title': 'Dates in your calendar',
  'calendar.intro':
    'The calendar on your phone or computer can show appointments and other dates. It needs a secret web address from us.',
  'calendar.says-little':
    'The calendar shows no names. It does not say what a date is about. Each date has a link to these pages.',
  'calendar.keep': 'Keep the address to yourself',
  'calendar.keep-text': 'Whoever has the address can see your dates. So can anyone you share your calendar with.',
  'calendar.make': 'Make an address',
  'calendar.yours': 'Your address',
  'calendar.since': 'You made an address on {date}.',
  'calendar.stop': 'Stop the address',
  'calendar.stopped': 'The address has stopped. Take the calendar off your phone or computer too.',
  'calendar.lost': 'If you lost it',
  'calendar.lost-text': 'Make a new address. The old one stops at once.',
  'calendar.again': 'Make a new address',
  'calendar.made': 'Your calendar address',
  'calendar.once': 'Copy this address now',
  'calendar.once-text': 'We show it only once. If you lose it, you can make a new one.',
  'calendar.how': 'Where to put it',
  'calendar.iphone':
    'On an iPhone, open Calendar. Tap Calendars, then Add Calendar. In the list that opens, tap the one with the word Subscription.',
  'calendar.google':
    'In Google Calendar on a computer, choose the plus sign. It is next to Other calendars. Then choose From URL.',
  'calendar.outlook': 'In Outlook, choose Add calendar. Then choose Subscribe from web.',
  'calendar.slow': 'Your calendar looks for changes a few times a day. To be sure of a date, look at these pages.',
} as const satisfies Readonly<Record<string, Message>>;
