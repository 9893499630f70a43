/** How a member of staff wants to be told of alerts. One stored item a person; nobody's record is in it. */
import * as z from 'zod';
import type { AlertSeverity } from '../alert/severity.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { staffChannels } from './channel.ts';
import { timeOfDaySchema } from './local-time.ts';

/** When somebody is told: within a minute, with everything else of the day, or not by message (the alert is on the list all the same). */
export const timings = ['at-once', 'daily', 'never'] as const;
export type Timing = (typeof timings)[number];

/** Of what is past its date everybody in the team is told. */
const always = z.enum(['at-once', 'daily']);
const perhaps = z.enum(timings);

export const emailSchema = z.email('Enter an e-mail address in the right form, like name@example.nhs.uk').max(120);
/** International form, as text services take it. */
export const phoneSchema = z
  .string()
  .regex(/^\+[1-9]\d{7,14}$/, 'Enter a mobile number with its country, like +447700900123');

const facts = {
  email: emailSchema.nullable(),
  phone: phoneSchema.nullable(),
  channels: z.array(z.enum(staffChannels)).max(staffChannels.length),
  timing: z.strictObject({
    'long-wait': always,
    breach: always,
    approaching: perhaps,
    amber: perhaps,
  }) satisfies z.ZodType<Readonly<Record<AlertSeverity, Timing>>>,
  /** Nothing is sent between these times of day. */
  quiet: z
    .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
    .refine(({ from, to }) => from !== to, 'Quiet hours must begin and end at different times')
    .nullable(),
  /** From the first day to the last, both included, somebody else of the team is told instead. */
  away: z
    .strictObject({ from: localDateSchema, to: localDateSchema, delegate: opaqueIdSchema })
    .refine(({ from, to }) => from <= to, { error: 'The last day away must not be before the first', path: ['to'] })
    .nullable(),
};

const NOT_MOBILE = 'Texts cannot reach this number. Enter a mobile number: one of this country begins with 07 or +447';

/** A number of this country that is no mobile one: a text to it would be accepted, and reach nobody. */
const isLandline = (phone: string) => phone.startsWith('+44') && !/^\+447\d{9}$/.test(phone);

/** What somebody chooses. */
export const chosenPreferencesSchema = z.strictObject(facts).superRefine(({ channels, email, phone }, context) => {
  if (phone !== null && phoneSchema.safeParse(phone).success && isLandline(phone))
    context.addIssue({ code: 'custom', message: NOT_MOBILE, path: ['phone'], params: { code: 'not-mobile' } });
  const missing = (path: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [path], params: { code: 'address-needed' } });
  if (channels.includes('email') && email === null) missing('email', 'Enter the e-mail address to write to');
  if (channels.includes('text') && phone === null) missing('phone', 'Enter the mobile number to text');
});
export type ChosenPreferences = Readonly<z.output<typeof chosenPreferencesSchema>>;

export const preferencesSchema = z.strictObject({ staffId: opaqueIdSchema, version: z.int().min(0), ...facts });
export type Preferences = Readonly<z.output<typeof preferencesSchema>>;

/** When the daily summary goes out. */
export const DIGEST_TIME = '07:30';

/** What holds until somebody chooses: no address is known, so no message can be sent. Version 0 is kept nowhere. */
export function usualPreferences(staffId: string): Preferences {
  return {
    staffId,
    version: 0,
    email: null,
    phone: null,
    channels: [],
    timing: { 'long-wait': 'at-once', breach: 'at-once', approaching: 'daily', amber: 'daily' },
    quiet: { from: '19:00', to: DIGEST_TIME },
    away: null,
  };
}

/** The channels on which somebody can be told at all. */
export function reachableBy({ channels, email, phone }: Preferences): readonly (typeof staffChannels)[number][] {
  return channels.filter((channel) => (channel === 'email' ? email !== null : phone !== null));
}
