/**
 * What families are told by message, and the one place that decides how: by which channel, not before when, in which language
 * and format: a preference is honoured in every message.
 */
import * as z from 'zod';
import { channelOf, type Reach, type RingingTime, ringingTimes } from '../access/contact-preferences.ts';
import type { Part } from '../access/part.ts';
import type { Instant } from '../calendar/instant.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import type { Language } from '../language/reading.ts';
import type { PersonalChannel } from './channel.ts';
import { isBetween, nextAt } from './local-time.ts';

export const familyNoticeKinds = [
  'invitation',
  'contact-code',
  'check-in',
  'answer',
  'appointment',
  'news',
  'growing-up',
  'place-given',
] as const;
export type FamilyNoticeKind = (typeof familyNoticeKinds)[number];

export const familyNoticeSchema = z.strictObject({
  kind: z.literal('family'),
  notice: z.enum(familyNoticeKinds),
  personId: opaqueIdSchema,
  grantId: opaqueIdSchema,
  /** The invitation, the code, the referral, the case, the place's notice or the booking that it is about. */
  about: opaqueIdSchema,
});
export type FamilyNotice = Readonly<z.output<typeof familyNoticeSchema>>;

/** The part of the record that must be open to somebody on the day they are told; null where it is about their way in. */
export const partOfNotice: Readonly<Record<FamilyNoticeKind, Part | null>> = {
  invitation: null,
  'contact-code': null,
  'check-in': 'messages',
  answer: 'messages',
  appointment: 'appointments',
  news: 'health',
  'growing-up': 'health',
  'place-given': 'health',
};

/** How a message is written. */
export interface NoticeStyle {
  readonly language: Language;
  readonly easyRead: boolean;
  readonly largePrint: boolean;
  readonly bsl: boolean;
}

export function styleOf({ preferences }: Reach): NoticeStyle {
  const { language = 'en', formats = [] } = preferences ?? {};
  return {
    language,
    easyRead: formats.includes('easy-read'),
    largePrint: formats.includes('large-print'),
    bsl: formats.includes('bsl'),
  };
}

/** By which channel somebody is told, and not before when; null: they cannot be, or do not want to be. */
export function deliveryTo(
  reach: Reach,
  now: Instant,
): { readonly channel: PersonalChannel; readonly at: Instant } | null {
  const channel = channelOf(reach);
  if (channel === null) return null;
  // A text rings as a call does; an e-mail or a letter waits until it is looked at.
  return { channel, at: channel === 'text' ? ringingAt(reach.preferences?.notToRing ?? [], now) : now };
}

const hours: Readonly<Record<RingingTime, { readonly from: string; readonly to: string }>> = {
  morning: { from: '08:00', to: '12:00' },
  afternoon: { from: '12:00', to: '16:00' },
  evening: { from: '16:00', to: '20:00' },
};

/** The first moment from now at which a telephone may ring. Who wants it at no time is still texted by day. */
export function ringingAt(notToRing: readonly RingingTime[], now: Instant): Instant {
  const some = ringingTimes.filter((time) => !notToRing.includes(time));
  const allowed = (some.length === 0 ? ringingTimes : some).map((time) => hours[time]);
  if (allowed.some((time) => isBetween(now, time))) return now;
  return allowed.map(({ from }) => nextAt(now, from)).toSorted()[0] ?? now;
}
