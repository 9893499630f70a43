/** What an e-mail is tagged with, so that what SES says of it later leads back to the message: ids and a number, nothing of anybody. */
import type { MessageTag } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { Outgoing } from '../../application/ports/senders.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { placeIdSchema } from '../../domain/policy/place-id.ts';

export function tagsOf({ place, reference, attempt }: Outgoing): MessageTag[] {
  return [
    { Name: 'place', Value: place },
    { Name: 'reference', Value: reference },
    { Name: 'attempt', Value: String(attempt) },
  ];
}

/** The same, as SES gives them back: each a list of one. */
export const emailTagsSchema = z.object({
  place: z.tuple([placeIdSchema]).transform(([place]) => place),
  reference: z.tuple([opaqueIdSchema]).transform(([id]) => id),
  attempt: z.tuple([z.string().regex(/^[1-9]\d{0,8}$/)]).transform(([attempt]) => Number(attempt)),
});
