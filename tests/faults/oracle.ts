/**
 * What there has to be: worked out from what was asked of the service and when the watch ran, by rules written down here a
 * second time. Nothing of the service's own rules is called.
 */
import { afterWorkingDays } from './calendar.ts';

/** What is known of a referral to speech and language or occupational therapy: its clock stops at the first contact. Days since 1970. */
export interface Facts {
  readonly queue: 'SALT' | 'OT';
  readonly received: number;
  readonly accepted: boolean;
  /** Contacts in both directions that were not recorded in error. */
  readonly contacts: number;
  /** Days on which the family was contacted. */
  readonly familyContacts: readonly number[];
}

/** A referral as it is known; and as it may be, while nobody can say whether a command was carried out. */
export interface Standing {
  readonly known: Facts | undefined;
  readonly maybe: Facts | undefined;
}

export type Snapshot = ReadonlyMap<string, Standing>;

export interface Threshold {
  readonly name: string;
  readonly on: number;
  readonly severity: 'amber' | 'approaching' | 'breach' | 'long-wait';
}

export interface Due {
  readonly kind: string;
  readonly start: number;
  /** In the order of their days. */
  readonly thresholds: readonly Threshold[];
}

/** The deadlines that stand (domain.md, area 7: 75%, 90% and the day after the standard; long waits; duties of the first days). */
export function duesOf(facts: Facts): readonly Due[] {
  const { received, accepted, contacts, familyContacts } = facts;
  const duty = (kind: string, start: number, by: number): Due => {
    // The day a duty of a few days arises on is told by the list, and by no alert.
    return { kind, start, thresholds: [{ name: 'breach', on: by + 1, severity: 'breach' }] };
  };
  const dues: Due[] = [];
  if (contacts === 0) {
    const family = nextFamilyContact(received, familyContacts);
    dues.push(
      {
        kind: 'waiting-standard',
        start: received,
        thresholds: [
          { name: 'amber', on: received + 95, severity: 'amber' },
          { name: 'approaching', on: received + 114, severity: 'approaching' },
          { name: 'breach', on: received + 127, severity: 'breach' },
        ],
      },
      {
        kind: 'long-wait',
        start: received,
        thresholds: [52, 65, 78, 104].map((weeks) => {
          return { name: `over-${weeks}-weeks`, on: received + weeks * 7 + 1, severity: 'long-wait' };
        }),
      },
      {
        // The family is asked on the day, and the team told that it is; late is the day after.
        kind: 'family-contact',
        start: family,
        thresholds: [
          { name: 'amber', on: family, severity: 'amber' },
          { name: 'breach', on: family + 1, severity: 'breach' },
        ],
      },
    );
  }
  if (!accepted) {
    const by = afterWorkingDays(received, 5);
    dues.push(duty('triage', received, by));
    if (familyContacts.length === 0) dues.push(duty('acknowledge', received, by));
  }
  return dues;
}

/** 12, 26 and 52 weeks from the start, and 12 weeks from the last contact: whichever is first after that contact. */
function nextFamilyContact(start: number, contacts: readonly number[]): number {
  const last = Math.max(start, ...contacts);
  const fixed = [12, 26, 52].map((weeks) => start + weeks * 7).filter((day) => day > last);
  return Math.min(last + 84, ...fixed);
}

/** Alerts of one deadline of one referral: those that there must be, and those that there may be. */
export interface Expected {
  readonly must: Set<string>;
  readonly may: Set<string>;
}

export function dueKey(referralId: string, { kind, start }: Pick<Due, 'kind' | 'start'>): string {
  return `${referralId} ${kind} ${start}`;
}

export class Oracle {
  readonly expected = new Map<string, Expected>();

  /**
   * The watch has run for a day, to its end or not, while commands were perhaps under way.
   * @param before what was known when it began, and `after` when it was over.
   */
  watched(day: number, isComplete: boolean, before: Snapshot, after: Snapshot): void {
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(id), after.get(id)];
      const variants = [was?.known, was?.maybe, is?.known, is?.maybe].filter((one) => one !== undefined);
      const isCertain = isComplete && was?.known !== undefined && is?.known !== undefined;
      const crossed = variants.map((facts) => crossedOn(id, facts, day));
      for (const [key, names] of crossed.flatMap((each) => [...each])) {
        const { must, may } = this.#of(key);
        const last = names.at(-1);
        if (last === undefined) continue;
        may.add(last);
        // What stands whichever way it was is told by a run that came to its end, unless a later threshold was told before.
        const always = isCertain && crossed.every((each) => each.get(key)?.at(-1) === last);
        if (always && !this.#isPassed(key, last, variants)) must.add(last);
      }
    }
  }

  #of(key: string): Expected {
    const known = this.expected.get(key) ?? { must: new Set(), may: new Set() };
    this.expected.set(key, known);
    return known;
  }

  /** Whether a later threshold of the deadline may have been told of already: by a run for a later day. */
  #isPassed(key: string, name: string, variants: readonly Facts[]): boolean {
    const { may } = this.#of(key);
    for (const facts of variants) {
      const due = duesOf(facts).find((one) => key.endsWith(` ${one.kind} ${one.start}`));
      const at = due?.thresholds.findIndex((one) => one.name === name) ?? -1;
      if (due?.thresholds.slice(at + 1).some((later) => may.has(later.name))) return true;
    }
    return false;
  }
}

/** The thresholds crossed by a day, by deadline. */
function crossedOn(id: string, facts: Facts, day: number): ReadonlyMap<string, readonly string[]> {
  return new Map(
    duesOf(facts).map((due) => [dueKey(id, due), due.thresholds.filter(({ on }) => on <= day).map(({ name }) => name)]),
  );
}
