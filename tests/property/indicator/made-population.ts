/** A made-up queue over some months, as a census would count it: small groups, so that much has to be hidden. */
import type { Counted } from '../../../shared/domain/indicator/cut/counted.ts';
import { noActivity } from '../../../shared/domain/indicator/month/activity.ts';
import { type MonthTally, monthOf } from '../../../shared/domain/indicator/month/month-tally.ts';
import { ethnicCategories } from '../../../shared/domain/person/person.ts';
import { type ClockEndReason, clockEndReasons } from '../../../shared/domain/referral/state.ts';

export interface MadeMonth {
  readonly people: readonly Counted[];
  readonly tally: MonthTally;
}

/** Random numbers that follow from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function madeMonths(random: () => number, months: number): readonly MadeMonth[] {
  const whole = (below: number) => Math.floor(random() * below);
  const oneOf = <T>(all: readonly T[]): T => all[whole(all.length)] as T;
  // Each queue has its own way of being uneven: that is where small groups come from.
  const common = {
    ethnic: oneOf(ethnicCategories),
    decile: 1 + whole(10),
    age: whole(26),
    longest: oneOf([60, 200, 500, 900]),
  };
  const person = (waitDays: number): Counted => ({
    waitDays,
    age: random() < 0.6 ? common.age : whole(26),
    ethnicCategory: random() < 0.7 ? common.ethnic : oneOf(ethnicCategories),
    decile: random() < 0.1 ? null : random() < 0.6 ? common.decile : 1 + whole(10),
    flags: random() < 0.12 ? [oneOf(['looked-after', 'ehc-plan', 'sen-support', 'young-carer'] as const)] : [],
    needsInterpreter: random() < 0.06,
  });
  const size = oneOf([3, 8, 15, 30, 60, 120]);
  let people = Array.from({ length: size }, () => person(Math.floor(random() ** 2 * common.longest)));
  const made: MadeMonth[] = [];
  for (let at = 0; at < months; at += 1) {
    const opening = people.length;
    const removals = new Map<ClockEndReason, number>();
    const additions = whole(oneOf([2, 6, 25]));
    if (at > 0) {
      const leaving = Math.min(people.length, whole(oneOf([2, 6, 25])));
      for (let left = 0; left < leaving; left += 1) {
        people.splice(whole(people.length), 1);
        const reason = random() < 0.6 ? 'seen' : oneOf(clockEndReasons);
        removals.set(reason, (removals.get(reason) ?? 0) + 1);
      }
      people = people.map((each) => ({ ...each, waitDays: each.waitDays + 30 }));
      people.push(...Array.from({ length: additions }, () => person(whole(30))));
    }
    const removed = [...removals.values()].reduce((sum, count) => sum + count, 0);
    const seen = removals.get('seen') ?? 0;
    made.push({
      people: [...people],
      tally: {
        ...noActivity,
        seen,
        seenWithin: Math.round(seen * random()),
        attended: whole(30),
        missed: whole(8),
        month: monthOf(`2026-0${at + 1}`),
        flow: {
          opening: at === 0 ? 0 : opening,
          additions: at === 0 ? people.length : additions,
          removals,
          removed,
          netChange: people.length - (at === 0 ? 0 : opening),
          closing: people.length,
        },
        openingAsPublished: null,
        changes: new Map(),
        removedIn13Weeks: 0,
      },
    });
  }
  return made;
}
