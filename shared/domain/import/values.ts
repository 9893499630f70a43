/** The words extracts use for coded facts, and what each means here. Compared without case, spaces or punctuation. */
import { ethnicCategories } from '../person/person.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import type { Tier } from '../policy/tier.ts';
import type { contactMechanisms, referralSources } from '../referral/event.ts';
import type { ImportedEnd } from './row.ts';

/** The text that spellings are compared by: letters and digits only, lower case, `&` kept as `and`. */
export function spelling(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const sources = table<(typeof referralSources)[number]>({
  gp: ['GP', 'General practitioner', 'Doctor'],
  'health-visitor': ['Health visitor', 'HV'],
  school: ['School', 'SENCO', 'Education', 'Nursery', 'College'],
  paediatrician: ['Paediatrician', 'Consultant', 'Community paediatrician'],
  parent: ['Parent', 'Carer', 'Family', 'Parent or carer'],
  self: ['Self', 'Young person'],
  'other-service': ['Other service', 'Social care', 'CAMHS', 'Hospital'],
});

const priorities = table<Tier>({
  urgent: ['Urgent', 'U', '1'],
  soon: ['Soon', 'S', '2'],
  routine: ['Routine', 'R', '3'],
});

const contacts = table<(typeof contactMechanisms)[number]>({
  'face-to-face': ['Face to face', 'F2F', 'In person', 'Clinic', 'Home visit'],
  video: ['Video', 'Video call', 'Telemedicine'],
  telephone: ['Telephone', 'Phone', 'Phone call'],
  letter: ['Letter', 'Post'],
  email: ['Email'],
  text: ['Text', 'SMS'],
});

const ends = table<ImportedEnd>({
  'declined-by-family': ['Declined by family', 'Declined', 'Family declined', 'No longer wanted'],
  'moved-away': ['Moved out of area', 'Moved away', 'Moved'],
  rejected: ['Inappropriate referral', 'Rejected', 'Not accepted'],
  died: ['Died', 'Deceased'],
  'not-brought': ['Was not brought', 'WNB', 'DNA', 'Did not attend'],
  treated: ['Treated', 'Treatment complete', 'Treatment completed'],
  completed: ['Completed', 'Discharged', 'Assessment complete', 'Diagnosis given'],
});

const yes = new Set(['y', 'yes', 'true', '1']);
const no = new Set(['n', 'no', 'false', '0']);

/** The queue a service's name means in this place, or undefined when no queue goes by it (a blank included). */
export function queueFor(text: string, queues: readonly QueuePolicy[]): QueuePolicy | undefined {
  const wanted = spelling(text);
  if (wanted === '') return undefined;
  return queues.find((queue) =>
    [queue.code, queue.name, queue.shortName, ...queue.spellings].some((name) => spelling(name) === wanted),
  );
}

export function sourceFor(text: string): (typeof referralSources)[number] | undefined {
  return sources.get(spelling(text));
}
export function tierFor(text: string): Tier | undefined {
  return priorities.get(spelling(text));
}
export function contactMechanismFor(text: string): (typeof contactMechanisms)[number] | undefined {
  return contacts.get(spelling(text));
}
export function endFor(text: string): ImportedEnd | undefined {
  return ends.get(spelling(text));
}
export function ethnicCategoryFor(text: string): (typeof ethnicCategories)[number] | undefined {
  return ethnicCategories.find((code) => code === text.trim().toUpperCase());
}
/** Yes, no, or null when the cell says neither. */
export function yesOrNo(text: string): boolean | null {
  const said = text.trim().toLowerCase();
  if (yes.has(said)) return true;
  return no.has(said) ? false : null;
}

function table<T extends string>(words: Partial<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  return new Map(
    (Object.entries(words) as [T, readonly string[]][]).flatMap(([meaning, names]) =>
      names.map((name) => [spelling(name), meaning] as const),
    ),
  );
}
