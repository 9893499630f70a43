/**
 * A change by its name: which record, and what was known of it before. It says nothing of what the record holds, and it does not go
 * with the stream, which keeps a change for a day: what follows from it can be done at any time, from the record as it is then (ADR 0076).
 */
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Hash } from '../../application/ports/hash.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { type ArchivedEvents, archivedEventsInTable } from './archived-events.ts';
import { type Followed, type FollowedKind, followedKindOf, followedKinds } from './followed-kinds.ts';
import { alertKey, familyAccessKey, type Key, personCollection } from './keys.ts';
import { type RawItem, UnreadableItem } from './stored-item.ts';
import { type ChangeOf, type CommittedChange, committedChange } from './stream-change.ts';
import type { TableAccess } from './table-access.ts';

export const changeNameSchema = z.strictObject({
  /** Key of the record. */
  pk: z.string().min(1),
  sk: z.string().min(1),
  /** How many events were there before the change. */
  known: z.int().min(0),
  /** Ids of the alerts that hung on the record, before it or after it. */
  alerts: z.array(opaqueIdSchema),
});
export type ChangeName = Readonly<z.output<typeof changeNameSchema>>;

/** What follows from a change that has a name. */
export interface NamedChange {
  readonly place: string;
  /** From what was there before it to the record as it is now. */
  readonly change: CommittedChange;
  /** The alerts to be held against what is so now. */
  readonly alerts: readonly string[];
}

/** The records, as far as changes of them have names. */
export interface NamedChanges {
  /** @returns undefined when the record is not there any more. @throws UnreadableItem */
  find(name: ChangeName, at: Instant): Promise<NamedChange | undefined>;
  /**
   * Names for everything about a person, as if nothing of it had been followed yet: the person, their referrals and cases, who in the family may
   * see them, and the last alerts of each deadline.
   */
  ofPerson(place: string, personId: string): Promise<readonly ChangeName[]>;
}

/** Names a change of the stream. One that cannot be read is named as if nothing had been there before. @returns undefined when nothing follows */
export function nameOf(record: DynamoDBRecord, types: CaseTypes, hash: Hash): ChangeName | undefined {
  const { Keys: { pk: { S: pk = '' } = {}, sk: { S: sk = '' } = {} } = {}, NewImage } = record.dynamodb ?? {};
  if (NewImage === undefined || followedKindOf({ pk, sk }) === undefined) return undefined;
  const change = unlessUnreadable(() => committedChange(record, types));
  return { pk, sk, ...(change === undefined ? { known: 0, alerts: [] } : factsOf(change, hash)) };
}

export function namedChanges(records: TableAccess, types: CaseTypes, hash: Hash): NamedChanges {
  const archive = archivedEventsInTable(records, types);
  return {
    async find({ pk, sk, known, alerts }, at) {
      const of = followedKindOf({ pk, sk });
      const item = await records.get({ pk, sk });
      if (of === undefined || item === undefined) return undefined;
      const [place = ''] = pk.split('#');
      const change = {
        of,
        ...(await sinceKnown(of, known, archive, followedKinds[of].read(place, item, types))),
        at,
      } as CommittedChange;
      return { place, change, alerts: [...new Set([...alerts, ...factsOf(change, hash).alerts])] };
    },

    async ofPerson(place, personId) {
      const collection = await records.all({ partition: personCollection(place, personId) });
      const alerts = collection.flatMap((item) => unlessUnreadable(() => alertsOn(place, item, types, hash)) ?? []);
      const keys = [
        ...collection.map(keyOf),
        familyAccessKey(place, personId),
        ...[...new Set(alerts)].map((id) => alertKey(place, id)),
      ];
      return keys
        .filter((key) => followedKindOf(key) !== undefined)
        .map(({ pk, sk }) => ({ pk, sk, known: 0, alerts: [] }));
    },
  };
}

/** Whole: what was not known may be kept apart since. */
async function sinceKnown<K extends FollowedKind>(of: K, known: number, archive: ArchivedEvents, now: Followed[K]) {
  const { upTo, whole } = followedKinds[of];
  const after = whole === undefined ? now : await whole(now, archive);
  return known === 0 ? { after } : { before: upTo(after, known), after };
}

function factsOf<K extends FollowedKind>({ of, before, after }: ChangeOf<K>, hash: Hash) {
  const reading = followedKinds[of];
  const images = before === undefined ? [after] : [before, after];
  const alerts = new Set(images.flatMap((image) => reading.alerts(image, hash)));
  return { known: before === undefined ? 0 : reading.events(before), alerts: [...alerts] };
}

function alertsOn(place: string, item: RawItem, types: CaseTypes, hash: Hash): readonly string[] {
  const of = followedKindOf(keyOf(item));
  if (of === undefined) return [];
  return factsOf({ of, after: followedKinds[of].read(place, item, types) } as CommittedChange, hash).alerts;
}

function keyOf(item: RawItem): Key {
  return { pk: String(item['pk']), sk: String(item['sk']) };
}

function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (unreadable) {
    if (unreadable instanceof UnreadableItem) return undefined;
    throw unreadable;
  }
}
