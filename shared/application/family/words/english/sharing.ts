/** Who sees a young person’s record, and which parts of it. */
import type { Message } from '../message.ts';

export const sharing = {
  'part.health': 'Your waits and health',
  'part.ehc': 'Your EHC plan',
  'part.budget': 'Your health budget',
  'part.appointments': 'Your appointments',
  'part.messages': 'Your messages',

  'relationship.mother': 'your mother',
  'relationship.father': 'your father',
  'relationship.other-parent': 'your parent',
  'relationship.guardian': 'your guardian',
  'relationship.grandparent': 'your grandparent',
  'relationship.foster-carer': 'your foster carer',
  'relationship.residential-carer': 'your carer',
  'relationship.other-carer': 'your carer',
  'relationship.self': 'you',

  'sharing.title': 'Who can see your record',
  'sharing.intro': 'You choose what each adult sees. They are not told what you chose. You can change it at any time.',
  'sharing.nobody': 'No adult can see your record.',
  'sharing.saved': 'Saved. It counts from now on.',
  'sharing.sees': 'Sees: {parts}.',
  'sharing.nothing': 'Nothing',
  'sharing.change': 'Change what they see',
  'sharing.change-title': 'Change what an adult sees',
  'sharing.about': 'This is about {name}, {relationship}.',
  'sharing.question': 'What should they not see?',
  'sharing.hint': 'Choose nothing to show them everything.',
  'sharing.save': 'Save',
  'sharing.meanwhile': 'Something about who sees your record has changed. {link}.',
  'sharing.look': 'Look at it as it is now',
} as const satisfies Readonly<Record<string, Message>>;
