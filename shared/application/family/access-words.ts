/** What families read of who sees a record and who has looked, under keys. */
import type { Grant } from '../../domain/access/family-access.ts';
import type { Part } from '../../domain/access/part.ts';
import type { Looked, LookedReason } from './who-looked.ts';

export const partNames: Readonly<Record<Part, string>> = {
  health: 'Your waits and health',
  ehc: 'Your EHC plan',
  budget: 'Your health budget',
  appointments: 'Your appointments',
  messages: 'Your messages',
};

export const relationshipNames: Readonly<Record<Grant['relationship'], string>> = {
  mother: 'your mother',
  father: 'your father',
  'other-parent': 'your parent',
  guardian: 'your guardian',
  grandparent: 'your grandparent',
  'foster-carer': 'your foster carer',
  'residential-carer': 'your carer',
  'other-carer': 'your carer',
  self: 'you',
};

export const roleWords: Readonly<Record<Looked['role'], string>> = {
  clinician: 'Somebody who gives care',
  administrator: 'Somebody who runs the lists',
  'data-manager': 'Somebody who keeps the data right',
};

export const lookedWords: Readonly<Record<LookedReason, string>> = {
  record: 'To see or write in the record',
  'waiting-list': 'To work through a list that you are on',
  review: 'To check that two records are not mixed up',
  file: 'To make a file of a list that you are on',
};
