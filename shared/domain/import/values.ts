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

const sourceWords = words<(typeof referralSources)[number]>({
  gp: ['GP', 'General practitioner', 'Doctor'],
  'health-visitor': ['Health visitor', 'HV'],
  school: ['School', 'SENCO', 'Education', 'Nursery', 'College'],
  paediatrician: ['Paediatrician', 'Consultant', 'Community paediatrician'],
  parent: ['Parent', 'Carer', 'Family', 'Parent or carer'],
  self: ['Self', 'Young person'],
  'other-service': ['Other service', 'Social care', 'CAMHS', 'Hospital'],
  other: ['Other'],
});

const priorityWords = words<Tier>({
  urgent: ['Urgent', 'U', '1'],
  soon: ['Soon', 'S', '2'],
  routine: ['Routine', 'R', '3'],
});

const contactWords = words<(typeof contactMechanisms)[number]>({
  'face-to-face': ['Face to face', 'F2F', 'In person', 'Clinic', 'Home visit'],
  video: ['Video', 'Video call', 'Telemedicine'],
  telephone: ['Telephone', 'Phone', 'Phone call'],
  letter: ['Letter', 'Post'],
  email: ['Email'],
  text: ['Text', 'SMS'],
  'between-professionals': ['Between professionals'],
});

const endWords = words<ImportedEnd>({
  'declined-by-family': ['Declined by family', 'Declined', 'Family declined', 'No longer wanted'],
  'no-longer-needed': ['No longer needed', 'Not needed'],
  'moved-away': ['Moved out of area', 'Moved away', 'Moved'],
  died: ['Died', 'Deceased'],
  'not-brought': ['Was not brought', 'WNB', 'DNA', 'Did not attend'],
  treated: ['Treated', 'Treatment complete', 'Treatment completed'],
  // It stood on a list when it was turned away, so its clock ended unseen; it is not a referral that was never accepted.
  'unseen-other': ['Inappropriate referral', 'Rejected', 'Not accepted', 'Other'],
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

export const sourceFor = reader(sourceWords);
export const tierFor = reader(priorityWords);
export const contactMechanismFor = reader(contactWords);
export const endFor = reader(endWords);

/** The words a fact is written with: the first of those it is read by. */
export const wordForSource = writer(sourceWords);
export const wordForTier = writer(priorityWords);
export const wordForContactMechanism = writer(contactWords);
export const wordForEnd = writer(endWords);

export function ethnicCategoryFor(text: string): (typeof ethnicCategories)[number] | undefined {
  return ethnicCategories.find((code) => code === text.trim().toUpperCase());
}
/** Yes, no, or null when the cell says neither. */
export function yesOrNo(text: string): boolean | null {
  const said = text.trim().toLowerCase();
  if (yes.has(said)) return true;
  return no.has(said) ? false : null;
}

type Words<T extends string> = Readonly<Record<T, readonly [string, ...string[]]>>;

function words<T extends string>(all: Words<T>): Words<T> {
  return all;
}

function reader<T extends string>(all: Words<T>): (text: string) => T | undefined {
  const meanings = new Map<string, T>(
    (Object.entries(all) as [T, readonly string[]][]).flatMap(([meaning, names]) =>
      names.map((name) => [spelling(name), meaning] as const),
    ),
  );
  return (text) => meanings.get(spelling(text));
}

function writer<T extends string>(all: Words<T>): (meaning: T) => string {
  return (meaning) => all[meaning][0];
}
