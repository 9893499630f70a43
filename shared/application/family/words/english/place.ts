/** What a place tells everybody: the order of its lists, how its estimates came out, help while waiting, news. */
import type { Message } from '../message.ts';

export const place = {
  'order.title': 'How places on the list are ordered',
  'order.intro':
    'This is how the teams in {place} choose whom to see next. It is the same for every child. We do not show anybody’s place, because it moves each day.',
  'order.first': 'What decides',
  'order.rule.need': 'How soon a child needs to be seen. A clinician decides this from the referral.',
  'order.rule.time-waited': 'Of children who need it as soon, whoever has waited longest.',
  'order.rule.came-first': 'If they have waited as long, the referral that came in first.',
  'order.rule.by-chance': 'If that is the same too, chance decides.',
  'order.needs': 'How soon teams aim to see a child',
  'order.need.urgent': 'Urgent: in {time}',
  'order.need.soon': 'Soon: in {time}',
  'order.need.routine': 'All others: in {time}',
  'order.needs-late': 'Teams do not always manage this. Your own page says how long it may take.',
  'order.up': 'When a child can move up',
  'order.up-worse':
    'If things get worse, tell the team. A clinician reads it and can decide that your child is seen sooner.',
  'order.up-only': 'Nobody else can move a child up. It does not help to ring often, and it does not harm.',
  'order.up-same': 'An EHC plan, a diagnosis or the school does not by itself move anybody up or down.',
  'order.carried.looked-after': 'A child in care who moved here keeps the time they waited in another area.',
  'order.carried.armed-forces':
    'If a parent is in the armed forces and you moved here, the time you waited before that counts.',
  'order.end': 'What can end a wait',
  'order.end-details': {
    one: 'If we ask for more details and nobody answers in {count} day, the wait ends. We tell you. It begins anew when the answer comes.',
    other:
      'If we ask for more details and nobody answers in {count} days, the wait ends. We tell you. It begins anew when the answer comes.',
  },
  'order.end-missed': {
    one: 'After {count} missed appointment a clinician looks at what is best. Only a clinician can end the wait.',
    other:
      'After {count} missed appointments in a row, a clinician looks at what is best. Only a clinician can end the wait.',
  },
  'order.end-back': {
    one: 'If a wait ended because appointments were missed, ring in {count} day. You get your place back.',
    other: 'If a wait ended because appointments were missed, ring in {count} days. You get your place back.',
  },
  'order.keep': 'What does not cost you your place',
  'order.keep-silent': 'Not answering when we ask if you still need us.',
  'order.keep-missed': {
    one: 'Missing one appointment. The team gets in touch in {count} working day.',
    other: 'Missing one appointment. The team gets in touch in {count} working days.',
  },
  'order.keep-offer': {
    one: 'Saying no to a date. We should tell you {count} day before.',
    other: 'Saying no to a date. We should tell you {count} days before, and give you a choice of dates.',
  },
  'order.keep-age': 'Getting older. At 18 a wait goes on from the day it began.',
  'order.keep-complaint': 'Complaining, or telling us how it was.',

  'guesses.title': 'How good are our guesses?',
  'guesses.how':
    'We tell families how long a wait may be. Each time we say a range, like 30 to 44 weeks. We want 80 of 100 families to wait as long as we said, 10 less and 10 more.',
  'guesses.where':
    'Here is how it came out in {place}. Families who still wait count too, once we know that we were wrong.',
  'guesses.too-few': 'There are too few estimates yet.',
  'guesses.within': '{within} of 100 waited as long as we had said.',
  'guesses.others': '{sooner} waited less, and {later} waited more. Counted on {date}.',

  'help.title': 'Help while you wait',
  'help.intro': 'These can help now. You do not have to wait for us, and asking for help does not change your place.',
  'help.for-everybody': 'All help in {place}',
  'help.everybody': 'For every family',
  'help.for-queue': 'While you wait for {name}',
  'help.who-for': 'For:',
  'help.phone': 'Phone:',
  'help.nothing': 'There is nothing here yet. Ask the service what can help now.',
  'help.danger': 'If somebody is in danger now, ring 999.',

  'news.title': 'News from your services',
  'news.no-effect': 'This does not change your place on any list.',
  'news.since': 'Since {date}',
} as const satisfies Readonly<Record<string, Message>>;
