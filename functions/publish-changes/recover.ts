/**
 * Does what follows from changes that were given up. Lambda says where in the stream they stand; there they are forgotten after a day, so each
 * is named at once and put back by its name. A named change is followed to its record **as it is now**: what its successors did meanwhile
 * is not undone, and twice changes nothing (ADR 0073, ADR 0076). Where even the place was forgotten, an operator names a person, and everything
 * about them is followed from its beginning.
 */
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type ChangesInStream, streamSpanSchema } from '../../shared/adapters/dynamodb/changes-in-stream.ts';
import {
  type ChangeName,
  changeNameSchema,
  type NamedChanges,
  nameOf,
} from '../../shared/adapters/dynamodb/named-changes.ts';
import type { Letters } from '../../shared/adapters/sqs/letters.ts';
import { settleAlert } from '../../shared/application/alerts/settle-alerts.ts';
import type { PublishingDeps } from '../../shared/application/deps.ts';
import { type Instant, instantOf } from '../../shared/domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { placeIdSchema } from '../../shared/domain/policy/place-id.ts';
import { followChange } from './follow.ts';

/** Where changes that were given up are found again. */
export interface GivenUp {
  readonly stream: ChangesInStream;
  readonly named: NamedChanges;
  readonly letters: Letters;
}

const letterSchema = z.union([
  z.object({ DDBStreamBatchInfo: streamSpanSchema }),
  z.object({ followAgain: changeNameSchema }),
  z.object({ followPerson: z.strictObject({ place: placeIdSchema, personId: opaqueIdSchema }) }),
]);

/** @param letter of Lambda, of this function, or of an operator. @throws ChangesForgotten, and whatever following throws. */
export async function recover(
  deps: PublishingDeps,
  givenUp: GivenUp,
  { body, attributes, eventSourceARN }: Pick<SQSRecord, 'body' | 'attributes' | 'eventSourceARN'>,
): Promise<void> {
  const letter = letterSchema.parse(JSON.parse(body));
  if ('followAgain' in letter)
    return followAgain(deps, givenUp.named, letter.followAgain, instantOf(Number(attributes.SentTimestamp)));
  const names =
    'followPerson' in letter
      ? await givenUp.named.ofPerson(letter.followPerson.place, letter.followPerson.personId)
      : (await givenUp.stream.between(letter.DDBStreamBatchInfo)).flatMap(
          (record) => nameOf(record, deps.caseTypes, deps.hash) ?? [],
        );
  // Into the queue that this came by, each for itself: one that fails holds up no other.
  for (const name of names) await givenUp.letters.send(eventSourceARN, { followAgain: name });
}

async function followAgain(deps: PublishingDeps, named: NamedChanges, name: ChangeName, at: Instant): Promise<void> {
  const found = await named.find(name, at);
  if (found === undefined) return;
  await followChange(deps, found.change);
  for (const id of found.alerts) {
    const alert = await deps.alerts.get(found.place, id);
    if (alert !== undefined) await settleAlert(deps, alert, at);
  }
}
