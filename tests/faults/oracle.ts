/**
 * What there has to be: worked out from what was asked of the service and when the watch ran, by rules written down a second
 * time (rules/). Nothing of the service's own rules is called.
 */
import type { Due } from './rules/due.ts';
import { duesOf, type Facts } from './rules/facts.ts';
import type { PlaceRules } from './rules/place-rules.ts';

/** Something watched, as it is known; and as it may be, while nobody can say whether a command was carried out. */
export interface Standing {
  readonly place: string;
  readonly known: Facts | undefined;
  readonly maybe: readonly Facts[];
}

export interface Snapshot {
  /** By name. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** By place: the rules that are in force, and those that may be. */
  readonly rules: ReadonlyMap<string, readonly PlaceRules[]>;
}

/** Alerts of one deadline: those that there must be, and those that there may be. */
export interface Expected {
  readonly must: Set<string>;
  readonly may: Set<string>;
}

export function dueKey(name: string, { kind, start }: Pick<Due, 'kind' | 'start'>): string {
  return `${name} ${kind} ${start}`;
}

/** Facts under the rules of their place. */
interface Variant {
  readonly facts: Facts;
  readonly rules: PlaceRules;
}

export class Oracle {
  readonly expected = new Map<string, Expected>();

  /**
   * The watch has run for a day, to its end or not, while commands were perhaps under way.
   * @param before what was known when it began, and `after` when it was over.
   */
  watched(day: number, isComplete: boolean, before: Snapshot, after: Snapshot): void {
    for (const name of new Set([...before.standings.keys(), ...after.standings.keys()])) {
      const [was, is] = [before.standings.get(name), after.standings.get(name)];
      const facts = [was?.known, is?.known, ...(was?.maybe ?? []), ...(is?.maybe ?? [])];
      const place = (was ?? is)?.place ?? '';
      const rules = [...(before.rules.get(place) ?? []), ...(after.rules.get(place) ?? [])];
      const variants = [...new Set(facts.filter((one) => one !== undefined))].flatMap((one) =>
        [...new Set(rules)].map((each): Variant => ({ facts: one, rules: each })),
      );
      this.#watchedOne(name, day, variants, isComplete && was?.known !== undefined && is?.known !== undefined);
    }
  }

  #watchedOne(name: string, day: number, variants: readonly Variant[], isCertain: boolean): void {
    const crossed = variants.map((variant) => crossedOn(name, variant, day));
    for (const [key, names] of crossed.flatMap((each) => [...each])) {
      const last = names.at(-1);
      if (last === undefined) continue;
      const { must, may } = this.#of(key);
      may.add(last);
      // What stands whichever way it was is told by a run that came to its end, unless a later threshold was told before.
      const always = isCertain && crossed.every((each) => each.get(key)?.at(-1) === last);
      if (always && !this.#isPassed(key, last, variants)) must.add(last);
    }
  }

  #of(key: string): Expected {
    const known = this.expected.get(key) ?? { must: new Set(), may: new Set() };
    this.expected.set(key, known);
    return known;
  }

  /** Whether a later threshold of the deadline may have been told of already: by a run for a later day. */
  #isPassed(key: string, name: string, variants: readonly Variant[]): boolean {
    const { may } = this.#of(key);
    for (const { facts, rules } of variants) {
      const due = duesOf(facts, rules).find((one) => key.endsWith(` ${one.kind} ${one.start}`));
      const at = due?.thresholds.findIndex((one) => one.name === name) ?? -1;
      if (due?.thresholds.slice(at + 1).some((later) => may.has(later.name))) return true;
    }
    return false;
  }
}

/** The thresholds crossed by a day, by deadline. */
function crossedOn(name: string, { facts, rules }: Variant, day: number): ReadonlyMap<string, readonly string[]> {
  const crossed = new Map<string, readonly string[]>();
  for (const due of duesOf(facts, rules)) {
    const names = due.thresholds.filter(({ on }) => on <= day).map((one) => one.name);
    if (names.length > 0) crossed.set(dueKey(name, due), names);
  }
  return crossed;
}
