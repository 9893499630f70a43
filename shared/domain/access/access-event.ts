/**
 * What can happen to who in a family may see a child's record: one closed union, told apart by `kind`. Free text in it is
 * for staff and is never shown to families.
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { type PersonalChannel, personalChannels } from '../message/channel.ts';
import { contactPreferencesSchema } from './contact-preferences.ts';
import { partSchema } from './part.ts';

/** Who somebody is to the child. `self` is the young person. */
export const relationships = [
  'mother',
  'father',
  'other-parent',
  'guardian',
  'grandparent',
  'foster-carer',
  'residential-carer',
  'other-carer',
  'self',
] as const;
export type Relationship = (typeof relationships)[number];

/** By what right an adult sees the record: parental responsibility that was checked, or the authority that holds it has said so. */
export const bases = ['parental-responsibility', 'delegated', 'own'] as const;
export type Basis = (typeof bases)[number];

/** How parental responsibility, or who somebody is, was checked. */
export const checks = [
  'birth-certificate',
  'court-order',
  'agreement',
  'authority-record',
  'known-to-service',
  'identity-document',
] as const;

/** Why somebody's access was ended. Staff see it; no message and no page of the family does (domain.md 9.1). */
export const revocationReasons = [
  'court-order',
  'risk-of-harm',
  'consent-withdrawn',
  'no-longer-responsible',
  'asked-for',
  'invited-by-mistake',
  'other',
] as const;

/** Why staff keep a part of the record from one adult. */
export const limitReasons = ['court-order', 'authority-decision', 'risk-of-harm', 'other'] as const;

/** By which a link reaches somebody. */
export const linkChannels = ['text', 'email'] as const satisfies readonly PersonalChannel[];

const note = z.string().trim().min(1).max(1000);
const authority = z.string().trim().min(1).max(120);
const grantId = opaqueIdSchema;
const hidden = z.array(partSchema).max(10);

const invitation = {
  invitationId: opaqueIdSchema,
  /** From this instant on its code opens nothing. */
  expiresAt: instantSchema,
  /** How its link was sent; absent where it is the code of a letter. */
  by: z.enum(linkChannels).optional(),
};

const invited = z.strictObject({
  kind: z.literal('invited'),
  grantId,
  holder: z.enum(['adult', 'young-person']),
  /** As the service knows them: shown to staff, never to another adult. */
  name: z.string().trim().min(1).max(120),
  relationship: z.enum(relationships),
  basis: z.enum(bases),
  checked: z.enum(checks),
  /** Who in the local authority decided, for a delegated carer and for anybody while there is a care order. */
  authority: authority.optional(),
  ...invitation,
});
const invitedAgain = z.strictObject({ kind: z.literal('invited-again'), grantId, ...invitation });

/** What an invitation says of the person invited: the parts of it that staff give. */
export const invitedShape = invited.shape;

/** What the family does: `account` is an opaque id of its own directory; an empty list shares everything again. */
const byFamily = [
  z.strictObject({ kind: z.literal('redeemed'), grantId, account: opaqueIdSchema }),
  z.strictObject({ kind: z.literal('sharing-set'), grantId, hidden }),
] as const;

const preferencesSet = z.strictObject({
  kind: z.literal('preferences-set'),
  grantId,
  preferences: contactPreferencesSchema,
  saidBy: authority.optional(),
});

/** How somebody is reached. They say so themself, or staff write down what they were told and by whom. */
const aboutReach = [
  preferencesSet,
  z.strictObject({
    kind: z.literal('contact-set'),
    grantId,
    channel: z.enum(personalChannels),
    /** Under which the sealed address is kept; null takes the way away. */
    contactId: opaqueIdSchema.nullable(),
    saidBy: authority.optional(),
    /** Staff have checked that it leads to them. E-mail and telephone show that by a code instead. */
    checked: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('contact-confirmed'),
    grantId,
    channel: z.enum(personalChannels),
    contactId: opaqueIdSchema,
  }),
] as const;

/** What was sent there did not arrive: whoever delivers it says so, and the service writes it down. */
const contactFailed = z.strictObject({
  kind: z.literal('contact-failed'),
  grantId,
  channel: z.enum(personalChannels),
  contactId: opaqueIdSchema,
});

const byStaff = [
  z.strictObject({ kind: z.literal('care-order-made'), authority, note: note.optional() }),
  z.strictObject({ kind: z.literal('care-order-ended'), note: note.optional() }),
  z.strictObject({ kind: z.literal('authorised'), grantId, authority }),
  z.strictObject({
    kind: z.literal('competence-assessed'),
    competent: z.boolean(),
    /** The adults whom a competent child lets see the record: nobody else does any more. */
    consentsTo: z.array(grantId).max(20),
    note: note.optional(),
  }),
  z.strictObject({ kind: z.literal('consent-recorded'), grantId, given: z.boolean(), note: note.optional() }),
  z.strictObject({ kind: z.literal('best-interests-recorded'), grantId, decidedBy: authority, note }),
  /** An empty list lifts the limit. */
  z.strictObject({ kind: z.literal('limited'), grantId, hidden, reason: z.enum(limitReasons), note: note.optional() }),
  z.strictObject({ kind: z.literal('revoked'), grantId, reason: z.enum(revocationReasons), note: note.optional() }),
  z.strictObject({ kind: z.literal('reviewed'), note: note.optional() }),
] as const;

/** What staff record. Inviting is a command of its own, since it makes a code. */
export const staffAccessFactsSchema = z.discriminatedUnion('kind', [
  ...byStaff,
  preferencesSet.extend({ saidBy: authority }),
]);
export const accessFactsSchema = z.discriminatedUnion('kind', [
  invited,
  invitedAgain,
  ...byFamily,
  ...aboutReach,
  contactFailed,
  ...byStaff,
]);
export type AccessFacts = Readonly<z.output<typeof accessFactsSchema>>;
export type AccessEventKind = AccessFacts['kind'];
export const accessEventKinds = accessFactsSchema.options.map(({ shape }) => shape.kind.value);
export type FactsOf<K extends AccessEventKind> = Extract<AccessFacts, { kind: K }>;

export const accessEventSchema = z.strictObject({
  id: opaqueIdSchema,
  seq: z.int().min(0),
  /** The day it concerns. */
  on: localDateSchema,
  recordedAt: instantSchema,
  by: z.strictObject({ actor: z.string().min(1).max(64), role: z.string().min(1).max(40) }),
  requestHash: z.string().max(64).optional(),
  facts: accessFactsSchema,
  previousHash: z.string(),
  hash: z.string().length(43),
});
export type AccessEvent = Readonly<z.output<typeof accessEventSchema>>;
