/**
 * How somebody of a family wants to be reached: their channel, their formats and their language. Services must ask, write down,
 * share and honour it (NHS Accessible Information Standard). It holds no address: those are sealed, and known here by an id.
 */
import * as z from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { languages } from '../language/reading.ts';
import { type PersonalChannel, personalChannels } from '../message/channel.ts';

/** Longest name of a language in characters. */
export const LONGEST_INTERPRETER = 60;

export const contactFormats = ['large-print', 'easy-read', 'bsl'] as const;

/** Parts of the day when somebody may not want to be rung. In the hours between the last and the first nobody is. */
export const ringingTimes = ['morning', 'afternoon', 'evening'] as const;
export type RingingTime = (typeof ringingTimes)[number];

export const contactPreferencesSchema = z.strictObject({
  /** How they are told of things; null: not by message, they look for themselves. */
  channel: z.enum(personalChannels).nullable(),
  formats: z.array(z.enum(contactFormats)).max(contactFormats.length),
  language: z.enum(languages),
  /** The language they need an interpreter for, in person and on the telephone; null where they need none. */
  interpreter: z.string().trim().min(1).max(LONGEST_INTERPRETER).nullable(),
  notToRing: z.array(z.enum(ringingTimes)).max(ringingTimes.length),
});
export type ContactPreferences = Readonly<z.output<typeof contactPreferencesSchema>>;

/** What is known of one way to somebody: never the address itself. */
export interface ContactWay {
  /** Under which the sealed address is kept. */
  readonly contactId: string;
  readonly since: LocalDate;
  /** The day it was shown to lead to them; nothing is sent there before, but what asks them to show it. */
  readonly confirmedOn: LocalDate | null;
  /** The day something sent there did not arrive; null as long as nothing is known to be wrong with it. */
  readonly failedOn: LocalDate | null;
}

/** How somebody is to be reached: what they chose, or staff wrote down for them, and the ways there are. */
export interface Reach {
  readonly preferences: ContactPreferences | null;
  /** Who said so, where staff wrote it down, and when; null where they chose it themself. */
  readonly said: { readonly by: string; readonly on: LocalDate } | null;
  readonly ways: Readonly<Partial<Record<PersonalChannel, ContactWay>>>;
}

export const nobodyAsked: Reach = { preferences: null, said: null, ways: {} };

/**
 * The channel that messages go by: the one they chose and no other, because another may be read by somebody else; where nobody has
 * chosen, the first that was confirmed, and rather one that is not known to fail. Null: no message can be sent.
 */
export function channelOf({ preferences, ways }: Reach): PersonalChannel | null {
  const confirmed = (channel: PersonalChannel) => (ways[channel]?.confirmedOn ?? null) !== null;
  if (preferences !== null)
    return preferences.channel !== null && confirmed(preferences.channel) ? preferences.channel : null;
  const all = (['text', 'email', 'letter'] as const).filter(confirmed);
  return all.find((channel) => ways[channel]?.failedOn === null) ?? all[0] ?? null;
}
