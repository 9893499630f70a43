import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { type Instant, instantOf } from '../../domain/calendar/instant.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import { type Followed, type FollowedKind, followedKindOf, followedKinds } from './followed-kinds.ts';
import type { RawItem } from './stored-item.ts';

/** A change of something that others follow: before, and after. `before` is absent when it is new. */
export interface ChangeOf<K extends FollowedKind> {
  readonly of: K;
  readonly before?: Followed[K];
  readonly after: Followed[K];
  readonly at: Instant;
}
export type CommittedChange = { [K in FollowedKind]: ChangeOf<K> }[FollowedKind];

/** Reads a record of the change stream; undefined when it is of something that nothing follows. @throws UnreadableItem */
export function committedChange(
  { dynamodb }: DynamoDBRecord,
  types: CaseTypes = caseTypes,
): CommittedChange | undefined {
  const { NewImage: newImage, OldImage: oldImage, ApproximateCreationDateTime: seconds = 0 } = dynamodb ?? {};
  if (newImage === undefined) return undefined;
  const item = plain(newImage);
  const pk = String(item['pk']);
  const kind = followedKindOf({ pk, sk: String(item['sk']) });
  if (kind === undefined) return undefined;
  const [place = ''] = pk.split('#');
  const read = (one: RawItem) => followedKinds[kind].read(place, one, types);
  const before = oldImage === undefined ? {} : { before: read(plain(oldImage)) };
  // Both were read as the one kind.
  return { of: kind, ...before, after: read(item), at: instantOf(Math.round(seconds * 1000)) } as CommittedChange;
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
