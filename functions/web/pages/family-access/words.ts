/** What staff read of families' access: one table for pages and forms. */
import type {
  bases,
  checks,
  limitReasons,
  Relationship,
  revocationReasons,
} from '../../../../shared/domain/access/access-event.ts';
import type { AccessReviewKind } from '../../../../shared/domain/access/access-reviews.ts';
import type { contactFormats, RingingTime } from '../../../../shared/domain/access/contact-preferences.ts';
import type { Part } from '../../../../shared/domain/access/part.ts';
import type { Language } from '../../../../shared/domain/language/reading.ts';
import type { PersonalChannel } from '../../../../shared/domain/message/channel.ts';
import type { Option } from '../../../../shared/http/page/question.ts';

export const relationshipWords: Readonly<Record<Relationship, string>> = {
  mother: 'Mother',
  father: 'Father',
  'other-parent': 'Other parent',
  guardian: 'Guardian',
  grandparent: 'Grandparent',
  'foster-carer': 'Foster carer',
  'residential-carer': 'Residential carer',
  'other-carer': 'Other carer',
  self: 'The young person',
};

export const basisWords: Readonly<Record<(typeof bases)[number], string>> = {
  'parental-responsibility': 'Parental responsibility',
  delegated: 'Authorised by the local authority',
  own: 'Their own record',
};

export const checkWords: Readonly<Record<(typeof checks)[number], string>> = {
  'birth-certificate': 'Birth certificate',
  'court-order': 'Court order',
  agreement: 'Parental responsibility agreement',
  'authority-record': 'Record of the local authority',
  'known-to-service': 'Known to the service in person',
  'identity-document': 'Identity document',
};

export const partWords: Readonly<Record<Part, string>> = {
  health: 'Waits and health',
  ehc: 'EHC plan',
  budget: 'Personal health budget',
  appointments: 'Appointments',
  messages: 'Messages',
};

export const revocationWords: Readonly<Record<(typeof revocationReasons)[number], string>> = {
  'court-order': 'Court order',
  'risk-of-harm': 'Risk of harm',
  'consent-withdrawn': 'Consent withdrawn',
  'no-longer-responsible': 'No longer has parental responsibility, or no longer cares for the child',
  'asked-for': 'They asked for it',
  'invited-by-mistake': 'Invited by mistake',
  other: 'Another reason',
};

export const limitWords: Readonly<Record<(typeof limitReasons)[number], string>> = {
  'court-order': 'Court order',
  'authority-decision': 'Decision of the local authority',
  'risk-of-harm': 'Risk of harm',
  other: 'Another reason',
};

export const reviewWords: Readonly<Record<AccessReviewKind, string>> = {
  'review-at-11': 'Assess whether the child can decide for themself, at the next contact',
  'assess-again': 'Assess again whether the child can decide',
  'invite-young-person': 'Invite the young person to their own access before they are 16',
  'review-at-18': 'Review: parental responsibility has ended',
  'reach-family': 'Find out how to reach the family: a message did not arrive',
};

export const channelWords: Readonly<Record<PersonalChannel, string>> = {
  text: 'Text',
  email: 'E-mail',
  letter: 'Letter',
};

export const wayWords: Readonly<Record<PersonalChannel, string>> = {
  text: 'Mobile number',
  email: 'E-mail address',
  letter: 'Postal address',
};

export const formatWords: Readonly<Record<(typeof contactFormats)[number], string>> = {
  'large-print': 'Large print',
  'easy-read': 'Easy Read',
  bsl: 'British Sign Language (BSL)',
};

export const languageWords: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'Arabic',
  pl: 'Polish',
  so: 'Somali',
  'zh-Hans': 'Simplified Chinese',
};

export const ringingWords: Readonly<Record<RingingTime, string>> = {
  morning: 'Mornings (8am to 12pm)',
  afternoon: 'Afternoons (12pm to 4pm)',
  evening: 'Evenings (4pm to 8pm)',
};

export function options<K extends string>(words: Readonly<Record<K, string>>, keys: readonly K[]): readonly Option[] {
  return keys.map((value) => ({ value, text: words[value] }));
}
