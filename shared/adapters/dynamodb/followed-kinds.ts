/** What others follow of the records, by what it is: how its item is known and read, and what of it is told once. */
import type { KeptCase } from '../../application/ports/cases.ts';
import type { Hash } from '../../application/ports/hash.ts';
import type { KeptReferral } from '../../application/ports/referrals.ts';
import type { FamilyAccess } from '../../domain/access/family-access.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import { alertIdOf } from '../../domain/alert/record-alert.ts';
import type { Alerted } from '../../domain/alert/watch-plan.ts';
import { eventCount } from '../../domain/case/case.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import type { Register } from '../../domain/community/register.ts';
import type { Message } from '../../domain/message/message.ts';
import type { Webhook } from '../../domain/message/webhook.ts';
import type { BreakGlass } from '../../domain/permission/break-glass.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ArchivedEvents } from './archived-events.ts';
import { breakGlassOf } from './break-glasses.ts';
import { wholeCase } from './cases.ts';
import { familyAccessOf } from './family-accesses.ts';
import type { Key } from './keys.ts';
import { messageOf } from './messages.ts';
import { alertOf } from './stored-alert.ts';
import { keptCaseOf } from './stored-case.ts';
import { registerOf } from './stored-community.ts';
import type { RawItem } from './stored-item.ts';
import { personOf } from './stored-person.ts';
import { keptReferralOf } from './stored-referral.ts';
import { webhookOf } from './webhooks.ts';

/** What there is to follow. */
export interface Followed {
  readonly person: Person;
  readonly referral: KeptReferral;
  readonly case: KeptCase;
  readonly alert: Alert;
  readonly message: Message;
  readonly webhook: Webhook;
  readonly register: Register;
  readonly 'emergency-access': BreakGlass;
  readonly 'family-access': FamilyAccess;
}
export type FollowedKind = keyof Followed;

interface Reading<T> {
  /** @throws UnreadableItem */
  readonly read: (place: string, item: RawItem, types: CaseTypes) => T;
  /** How many events its history holds; 0 of what keeps no whole history, and tells only how it stands. */
  readonly events: (it: T) => number;
  /** Itself with no more of its history than its first events. */
  readonly upTo: (it: T, events: number) => T;
  /** Ids of the alerts that hang on it. */
  readonly alerts: (it: T, hash: Hash) => readonly string[];
  /** Itself with all of its history, of what may keep some of it apart. */
  readonly whole?: (it: T, archive: ArchivedEvents) => Promise<T>;
}

export const followedKinds: { readonly [K in FollowedKind]: Reading<Followed[K]> } = {
  // Nobody who is told of a change needs the number, so the function has no key to it.
  person: { read: (place, item) => personOf(place, item, undefined), ...withHistory() },
  referral: {
    read: (_, item) => keptReferralOf(item),
    events: ({ referral }) => referral.events.length,
    upTo: (kept, events) => ({ ...kept, referral: shortened(kept.referral, events) }),
    alerts: ({ referral, entry }, hash) => alertsAbout(referral.id, entry.alerted, hash),
  },
  case: {
    read: (_, item, types) => keptCaseOf(item, types),
    events: ({ record }) => eventCount(record),
    upTo: (kept, events) => ({ ...kept, record: shortened(kept.record, events) }),
    alerts: ({ record, entry }, hash) => alertsAbout(record.id, entry.alerted, hash),
    whole: (kept, archive) => wholeCase(archive, kept),
  },
  alert: { read: (_, item) => alertOf(item), ...withHistory(), alerts: ({ id }) => [id] },
  message: { read: (_, item) => messageOf(item), ...withoutHistory() },
  webhook: { read: (_, item) => webhookOf(item), ...withoutHistory() },
  register: { read: (_, item) => registerOf(item), ...withoutHistory() },
  'emergency-access': { read: (place, item) => breakGlassOf(place, item), ...withHistory() },
  'family-access': { read: (_, item) => familyAccessOf(item), ...withHistory() },
};

/** What an item is; undefined when nothing follows it. */
export function followedKindOf({ pk, sk }: Key): FollowedKind | undefined {
  switch (pk.split('#')[1]) {
    case 'P':
      return sk === 'P' ? 'person' : sk.startsWith('PC#') ? 'case' : sk.startsWith('R#') ? 'referral' : undefined;
    case 'ALERT':
      return 'alert';
    case 'MESSAGE':
      return 'message';
    case 'HOOK':
      return 'webhook';
    case 'SEATS':
      return 'register';
    case 'G':
      return 'emergency-access';
    case 'F':
      // Beside it stand sealed addresses and codes, which nothing follows.
      return sk === 'F' ? 'family-access' : undefined;
    default:
      return undefined;
  }
}

function withHistory<T extends { readonly events: readonly unknown[] }>(): Omit<Reading<T>, 'read'> {
  return { events: ({ events }) => events.length, upTo: shortened, alerts: () => [] };
}

function withoutHistory<T>(): Omit<Reading<T>, 'read'> {
  return { events: () => 0, upTo: (it) => it, alerts: () => [] };
}

function shortened<T extends { readonly events: readonly unknown[] }>(it: T, events: number): T {
  return { ...it, events: it.events.slice(0, events) };
}

function alertsAbout(id: string, alerted: readonly Alerted[], hash: Hash): readonly string[] {
  return alerted.map((position) => alertIdOf(id, position, hash));
}
