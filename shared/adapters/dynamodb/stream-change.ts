import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import type { KeptCase } from '../../application/ports/cases.ts';
import type { KeptReferral } from '../../application/ports/referrals.ts';
import type { FamilyAccess } from '../../domain/access/family-access.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import { type Instant, instantOf } from '../../domain/calendar/instant.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import type { Message } from '../../domain/message/message.ts';
import type { Webhook } from '../../domain/message/webhook.ts';
import type { BreakGlass } from '../../domain/permission/break-glass.ts';
import type { Person } from '../../domain/person/person.ts';
import { breakGlassOf } from './break-glasses.ts';
import { familyAccessOf } from './family-accesses.ts';
import { messageOf } from './messages.ts';
import { alertOf } from './stored-alert.ts';
import { keptCaseOf } from './stored-case.ts';
import type { RawItem } from './stored-item.ts';
import { personOf } from './stored-person.ts';
import { keptReferralOf } from './stored-referral.ts';
import { webhookOf } from './webhooks.ts';

/** A committed change of something that others follow, before and after; `before` is absent when it is new. */
export type CommittedChange =
  | { readonly of: 'person'; readonly before?: Person; readonly after: Person; readonly at: Instant }
  | { readonly of: 'referral'; readonly before?: KeptReferral; readonly after: KeptReferral; readonly at: Instant }
  | { readonly of: 'case'; readonly before?: KeptCase; readonly after: KeptCase; readonly at: Instant }
  | { readonly of: 'alert'; readonly before?: Alert; readonly after: Alert; readonly at: Instant }
  | { readonly of: 'message'; readonly before?: Message; readonly after: Message }
  | { readonly of: 'webhook'; readonly before?: Webhook; readonly after: Webhook }
  | { readonly of: 'emergency-access'; readonly before?: BreakGlass; readonly after: BreakGlass }
  | {
      readonly of: 'family-access';
      readonly before?: FamilyAccess;
      readonly after: FamilyAccess;
      readonly at: Instant;
    };

/** Reads a record of the change stream; undefined when it is of something that nothing follows. @throws UnreadableItem */
export function committedChange(
  { dynamodb }: DynamoDBRecord,
  types: CaseTypes = caseTypes,
): CommittedChange | undefined {
  const { NewImage: newImage, OldImage: oldImage, ApproximateCreationDateTime: seconds = 0 } = dynamodb ?? {};
  if (newImage === undefined) return undefined;
  const item = plain(newImage);
  const before = oldImage === undefined ? undefined : plain(oldImage);
  const at = instantOf(Math.round(seconds * 1000));
  const [place = '', collection] = String(item['pk']).split('#');
  if (collection === 'G') {
    const after = breakGlassOf(place, item);
    return before === undefined
      ? { of: 'emergency-access', after }
      : { of: 'emergency-access', before: breakGlassOf(place, before), after };
  }
  if (collection === 'F') {
    // Beside it stand sealed addresses and codes, which nothing follows.
    if (item['sk'] !== 'F') return undefined;
    const after = familyAccessOf(item);
    return before === undefined
      ? { of: 'family-access', after, at }
      : { of: 'family-access', before: familyAccessOf(before), after, at };
  }
  if (collection === 'MESSAGE') {
    const after = messageOf(item);
    return before === undefined ? { of: 'message', after } : { of: 'message', before: messageOf(before), after };
  }
  if (collection === 'HOOK') {
    const after = webhookOf(item);
    return before === undefined ? { of: 'webhook', after } : { of: 'webhook', before: webhookOf(before), after };
  }
  if (collection === 'ALERT') {
    const after = alertOf(item);
    return before === undefined ? { of: 'alert', after, at } : { of: 'alert', before: alertOf(before), after, at };
  }
  if (collection !== 'P') return undefined;
  if (item['sk'] === 'P') {
    // Nobody who is told of a change needs the number, so the function has no key to it.
    const after = personOf(place, item, undefined);
    return before === undefined
      ? { of: 'person', after, at }
      : { of: 'person', before: personOf(place, before, undefined), after, at };
  }
  if (String(item['sk']).startsWith('PC#')) {
    const after = keptCaseOf(item, types);
    return before === undefined
      ? { of: 'case', after, at }
      : { of: 'case', before: keptCaseOf(before, types), after, at };
  }
  if (!String(item['sk']).startsWith('R#')) return undefined;
  const after = keptReferralOf(item);
  return before === undefined
    ? { of: 'referral', after, at }
    : { of: 'referral', before: keptReferralOf(before), after, at };
}

/** An image as the document client would give it. */
function plain(image: Readonly<Record<string, AttributeValue>>): RawItem {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(plainValue);
  if (value.M !== undefined) return plain(value.M);
  if (value.NULL !== undefined) return null;
  throw new TypeError('A stored attribute has a type that is never written');
}
