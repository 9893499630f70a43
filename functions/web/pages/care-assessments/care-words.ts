/** What the codes of health assessments in care are called where people read them. */
import type {
  assessors,
  careEndings,
  consentGivers,
  DelayOwner,
  legalStatuses,
} from '../../../../shared/domain/care-assessment/facts.ts';
import type { CareStatus } from '../../../../shared/domain/care-assessment/standing.ts';
import type { Milestone } from '../../../../shared/domain/care-assessment/timetable.ts';
import type { TagProps } from '../../../../shared/http/html/components/tag.ts';
import type { Option } from '../../../../shared/http/page/question.ts';

type Names<T extends string> = Readonly<Record<T, string>>;

export const legalStatusNames: Names<(typeof legalStatuses)[number]> = {
  'section-20': 'Section 20, by agreement',
  'section-31': 'Section 31, care order',
  'section-38': 'Section 38, interim care order',
  'section-44': 'Section 44, emergency protection',
  'section-46': 'Section 46, police protection',
  'section-21-remand': 'Section 21, remand',
  unaccompanied: 'Unaccompanied child',
  'with-relatives': 'Placed with relatives',
};
export const consentNames: Names<(typeof consentGivers)[number]> = {
  parent: 'Parent',
  'local-authority': 'Local authority',
  'young-person': 'The child or young person',
};
export const assessorNames: Names<(typeof assessors)[number]> = {
  'medical-practitioner': 'Registered medical practitioner',
  nurse: 'Registered nurse',
  midwife: 'Registered midwife',
};
export const ownerNames: Names<DelayOwner> = {
  'local-authority': 'Local authority',
  provider: 'Our service',
  placement: 'Placement',
  family: 'Family',
};
export const chaseNames: Names<'telephone' | 'email' | 'letter' | 'meeting'> = {
  telephone: 'Telephone',
  email: 'Email',
  letter: 'Letter',
  meeting: 'Meeting',
};
export const careEndingNames: Names<(typeof careEndings)[number]> = {
  'returned-home': 'Returned home',
  adopted: 'Adopted',
  'special-guardianship': 'Special guardianship',
  'child-arrangements': 'Child arrangements order',
  'turned-18': 'Turned 18',
  other: 'Another reason',
};
export const milestoneNames: Names<Milestone> = {
  notified: 'Health told by the authority',
  consent: 'Consent given',
  booked: 'Assessment booked',
  seen: 'Child seen',
  returned: 'Report and plan returned',
};
export const careStatusTags: Readonly<Record<CareStatus, TagProps>> = {
  'notification-awaited': { text: 'Not notified', colour: 'yellow' },
  'consent-awaited': { text: 'Consent awaited', colour: 'yellow' },
  'to-book': { text: 'Not booked', colour: 'orange' },
  booked: { text: 'Booked', colour: 'aqua-green' },
  'plan-awaited': { text: 'Seen, plan awaited', colour: 'blue' },
  'up-to-date': { text: 'Up to date', colour: 'green' },
  'review-due': { text: 'Review due', colour: 'orange' },
  refused: { text: 'Refused', colour: 'purple' },
  'leaving-care': { text: 'Nearly 18', colour: 'white' },
  'not-required': { text: 'Not required', colour: 'grey' },
  'care-ended': { text: 'Care ended', colour: 'grey' },
};

export function optionsOf(names: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(names).map(([value, text]) => ({ value, text }));
}
