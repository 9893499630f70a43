import type { DynamoDBRecord } from 'aws-lambda';
import { committedChange } from '../../shared/adapters/dynamodb/stream-change.ts';
import type { PublishingDeps } from '../../shared/application/deps.ts';
import { publishPersonChange, publishReferralChange } from '../../shared/application/publish-change.ts';

/** Does what follows from one committed change. */
export async function follow(deps: PublishingDeps, record: DynamoDBRecord): Promise<void> {
  const change = committedChange(record);
  if (change === undefined) return;
  if (change.of === 'person') await publishPersonChange(deps, change.after, change.before, change.at);
  else await publishReferralChange(deps, change.after, change.before, change.at);
}
