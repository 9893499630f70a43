/** Who in a family may see a record, as the API tells staff. The codes of letters are not told here: a letter is printed. */
import * as z from 'zod';
import type { FamilyAccessView } from '../../../shared/application/family-access/read-family-access.ts';
import { bases, checks, relationships, revocationReasons } from '../../../shared/domain/access/access-event.ts';
import { accessReviewKinds } from '../../../shared/domain/access/access-reviews.ts';
import { contactPreferencesSchema } from '../../../shared/domain/access/contact-preferences.ts';
import { partSchema } from '../../../shared/domain/access/part.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { personalChannels } from '../../../shared/domain/message/channel.ts';

const grantSchema = z.strictObject({
  id: opaqueIdSchema,
  holder: z.enum(['adult', 'young-person']),
  name: z.string(),
  relationship: z.enum(relationships),
  basis: z.enum(bases),
  checked: z.enum(checks),
  authority: z.string().nullable(),
  invitedOn: localDateSchema,
  invitationExpiresAt: instantSchema.nullable(),
  used: z.boolean().meta({ description: 'Whether the code of the letter has been used' }),
  consentOn: localDateSchema.nullable(),
  bestInterestsOn: localDateSchema.nullable(),
  hiddenByStaff: z.array(partSchema),
  hiddenByYoungPerson: z.array(partSchema),
  revoked: z.strictObject({ on: localDateSchema, reason: z.enum(revocationReasons) }).nullable(),
  opens: z.array(partSchema).meta({ description: 'What they see today' }),
  reach: z
    .strictObject({
      preferences: contactPreferencesSchema.nullable(),
      said: z.strictObject({ by: z.string(), on: localDateSchema }).nullable(),
      ways: z.array(
        z.strictObject({
          channel: z.enum(personalChannels),
          since: localDateSchema,
          confirmedOn: localDateSchema.nullable(),
          failedOn: localDateSchema.nullable().meta({ description: 'The day something sent there did not arrive' }),
        }),
      ),
    })
    .meta({ description: 'How they want to be reached. Addresses are shown on the page alone' }),
});

export const familyAccessSchema = z.strictObject({
  personId: opaqueIdSchema,
  version: z.int().min(0),
  grants: z.array(grantSchema),
  competence: z.strictObject({ on: localDateSchema, competent: z.boolean() }).nullable(),
  careOrder: z.strictObject({ authority: z.string() }).nullable(),
  reviewedOn: localDateSchema.nullable(),
  reviews: z.array(z.strictObject({ kind: z.enum(accessReviewKinds), from: localDateSchema, dueOn: localDateSchema })),
});

export function familyAccessWire(view: FamilyAccessView): z.output<typeof familyAccessSchema> {
  const { access, state, grants, reviews } = view;
  return {
    personId: access.personId,
    version: access.version,
    grants: grants.map(
      ({ invitation, account, hiddenByStaff, hiddenByYoungPerson, revoked, opens, reach, ...grant }) => ({
        ...grant,
        invitationExpiresAt: invitation?.expiresAt ?? null,
        used: account !== null,
        hiddenByStaff: [...hiddenByStaff],
        hiddenByYoungPerson: [...hiddenByYoungPerson],
        revoked: revoked && { ...revoked },
        opens: [...opens],
        reach: {
          preferences: reach.preferences && { ...reach.preferences },
          said: reach.said && { ...reach.said },
          ways: personalChannels.flatMap((channel) => {
            const way = reach.ways[channel];
            return way === undefined
              ? []
              : [{ channel, since: way.since, confirmedOn: way.confirmedOn, failedOn: way.failedOn }];
          }),
        },
      }),
    ),
    competence: state.competence && { ...state.competence },
    careOrder: state.careOrder && { ...state.careOrder },
    reviewedOn: state.reviewedOn,
    reviews: reviews.map((review) => ({ ...review })),
  };
}
