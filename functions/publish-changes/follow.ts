import type { DynamoDBRecord } from 'aws-lambda';
import { type CommittedChange, committedChange } from '../../shared/adapters/dynamodb/stream-change.ts';
import { publishCaseChange } from '../../shared/application/case/publish-case.ts';
import type { PublishingDeps } from '../../shared/application/deps.ts';
import { publishAlertChange } from '../../shared/application/publish/publish-alert.ts';
import { publishBreakGlass } from '../../shared/application/publish/publish-break-glass.ts';
import { publishPersonChange, publishReferralChange } from '../../shared/application/publish/publish-change.ts';
import { publishFamilyAccess } from '../../shared/application/publish/publish-family-access.ts';
import { publishMessage, publishWebhook } from '../../shared/application/publish/publish-message.ts';
import { publishRegister } from '../../shared/application/publish/publish-register.ts';

/** Does what follows from one committed change. */
export async function follow(deps: PublishingDeps, record: DynamoDBRecord): Promise<void> {
  const change = committedChange(record, deps.caseTypes);
  if (change !== undefined) await followChange(deps, change);
}

/** The same of a change that was read already. */
export async function followChange(deps: PublishingDeps, change: CommittedChange): Promise<void> {
  if (change.of === 'person') await publishPersonChange(deps, change.after, change.before, change.at);
  else if (change.of === 'case') await publishCaseChange(deps, change.after, change.before, change.at);
  else if (change.of === 'alert') await publishAlertChange(deps, change.after, change.before, change.at);
  else if (change.of === 'emergency-access') await publishBreakGlass(deps, change.after, change.before);
  else if (change.of === 'family-access') await publishFamilyAccess(deps, change.after, change.before, change.at);
  else if (change.of === 'message') await publishMessage(deps, change.after, change.before);
  else if (change.of === 'register') await publishRegister(deps, change.after, change.before);
  else if (change.of === 'webhook') await publishWebhook(deps, change.after, change.before);
  else await publishReferralChange(deps, change.after, change.before, change.at);
}
