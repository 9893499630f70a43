/** What families may write about, and what becomes of it. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';

/** Something has changed. */
export const changeTopics = ['worse', 'needs', 'address', 'school', 'something-else'] as const;
/** The answer to "are we still needed?". No answer never means no. */
export const stillNeededTopics = ['still-needed', 'not-needed'] as const;
export const appointmentTopics = ['cancel-appointment', 'change-appointment'] as const;
/** Rights: a complaint, something wrong in the record, a copy of it. */
export const rightsTopics = ['complaint', 'correction', 'copy-of-record'] as const;

export const messageTopics = [...changeTopics, ...stillNeededTopics, ...appointmentTopics, ...rightsTopics] as const;
export type MessageTopic = (typeof messageTopics)[number];

/** The most that a family writes at once, in characters. */
export const LONGEST_MESSAGE = 2000;
const text = z.string().trim().min(1).max(LONGEST_MESSAGE);

const sentSchema = z.strictObject({
  kind: z.literal('sent'),
  topic: z.enum(messageTopics),
  /** The team it is for. */
  service: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  /** The wait it is about; null where it is about the child. */
  referralId: opaqueIdSchema.nullable(),
  /** The grant of whoever wrote: only they see it and its answer. */
  grantId: opaqueIdSchema,
  /** Their words; null where the topic says it all. */
  text: text.nullable(),
  /** The appointment, where it is about one. */
  appointmentOn: localDateSchema.optional(),
});

export const familyMessageFactsSchema = z.discriminatedUnion('kind', [
  sentSchema,
  z.strictObject({ kind: z.literal('read') }),
  /** Another team is the right one. */
  z.strictObject({ kind: z.literal('passed-on'), service: sentSchema.shape.service }),
  /** The family sees it. */
  z.strictObject({ kind: z.literal('answered'), text }),
  /** Nothing more is to be done; what was done, for colleagues. */
  z.strictObject({ kind: z.literal('closed'), note: z.string().trim().min(1).max(500) }),
]);
export type FamilyMessageFacts = Readonly<z.output<typeof familyMessageFactsSchema>>;

const rights: ReadonlySet<string> = new Set(rightsTopics);
export function isAboutRights(topic: MessageTopic): boolean {
  return rights.has(topic);
}

const silent: ReadonlySet<string> = new Set(stillNeededTopics);
/** Whether the topic says it all, so that words may be left out. */
export function needsNoWords(topic: MessageTopic): boolean {
  return silent.has(topic);
}

const ofAppointments: ReadonlySet<string> = new Set(appointmentTopics);
export function isAboutAppointment(topic: MessageTopic): boolean {
  return ofAppointments.has(topic);
}
