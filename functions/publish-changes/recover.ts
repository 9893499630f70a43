/**
 * Does again what follows from changes that were given up: Lambda says where in the stream they stand, an operator puts that back. Each is
 * followed to its record **as it is now**, read by key: what its successors did meanwhile is not undone, and twice changes nothing (ADR 0073).
 */
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type ChangesInStream, streamSpanSchema } from '../../shared/adapters/dynamodb/changes-in-stream.ts';
import { type CommittedChange, committedChange } from '../../shared/adapters/dynamodb/stream-change.ts';
import type { PublishingDeps } from '../../shared/application/deps.ts';
import { type Instant, instantOf } from '../../shared/domain/calendar/instant.ts';
import { followChange } from './follow.ts';

const letterSchema = z.object({ DDBStreamBatchInfo: streamSpanSchema });

/** @param letter what Lambda left where it gives up, in a queue. @throws ChangesForgotten, and whatever following throws. */
export async function recover(
  deps: PublishingDeps,
  stream: ChangesInStream,
  { body, attributes }: Pick<SQSRecord, 'body' | 'attributes'>,
): Promise<void> {
  const { DDBStreamBatchInfo: span } = letterSchema.parse(JSON.parse(body));
  const at = instantOf(Number(attributes.SentTimestamp));
  for (const record of await stream.between(span)) {
    const change = committedChange(record, deps.caseTypes);
    if (change !== undefined) await followChange(deps, await asItIsNow(deps, change, at));
  }
}

/** The change up to its record as it is now. What is told of a message or an emergency access follows from the change alone. */
async function asItIsNow(deps: PublishingDeps, change: CommittedChange, at: Instant): Promise<CommittedChange> {
  switch (change.of) {
    case 'person': {
      const { place, id } = change.after;
      return { ...change, after: (await deps.people.get(place, id)) ?? change.after, at };
    }
    case 'referral': {
      const { place, personId, id: referralId } = change.after.referral;
      return { ...change, after: (await deps.referrals.get(place, { personId, referralId })) ?? change.after, at };
    }
    case 'case': {
      const { place, personId, kind, id: caseId } = change.after.record;
      return { ...change, after: (await deps.cases.get(place, { personId, kind, caseId })) ?? change.after, at };
    }
    case 'alert': {
      const { place, id } = change.after;
      return { ...change, after: (await deps.alerts.get(place, id)) ?? change.after, at };
    }
    case 'family-access': {
      const { place, personId } = change.after;
      return { ...change, after: (await deps.familyAccesses.get(place, personId)) ?? change.after, at };
    }
    default:
      return change;
  }
}
