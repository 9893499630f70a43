/** How a queue went in a month, counted from the histories of all its referrals. */
import type { Instant } from '../../calendar/instant.ts';
import { addDays, endOfMonth, type LocalDate, localDate } from '../../calendar/local-date.ts';
import type { PersonFlag } from '../../person/person.ts';
import type { Policy, QueuePolicy } from '../../policy/policy.ts';
import { FlowCount, type QueueFlow } from '../../queue/flow.ts';
import type { ReferralEvent } from '../../referral/event.ts';
import { foldReferral } from '../../referral/fold.ts';
import { standingEvents } from '../../referral/standing-events.ts';
import type { ReferralState } from '../../referral/state.ts';
import type { Activity } from './activity.ts';
import { activityIn, addActivity, noActivity } from './activity.ts';
import type { ChangeReason } from './month-figures.ts';

export interface Month {
  /** Such as 2026-10. */
  readonly code: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** @param code such as 2026-10. */
export function monthOf(code: string): Month {
  const from = localDate(`${code}-01`);
  return { code, from, to: endOfMonth(from) };
}

/** The last month that has ended when a day begins. */
export function lastMonthBefore(day: LocalDate): Month {
  return monthOf(addDays(localDate(`${day.slice(0, 7)}-01`), -1).slice(0, 7));
}

/** The month before. */
export function monthBefore({ from }: Month): Month {
  return lastMonthBefore(from);
}

/** The months from one to another, both included; none where the first comes after the last. */
export function monthsFrom(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = last; month.from >= first.from; month = monthBefore(month)) months.unshift(month);
  return months;
}

/** A referral as a month is counted from it. */
export interface MonthReferral {
  readonly events: readonly ReferralEvent[];
  readonly birthDate: LocalDate;
  readonly flags: readonly PersonFlag[];
}

export interface MonthTally extends Activity {
  readonly month: Month;
  readonly flow: QueueFlow;
  /** The opening as it was known when the month before was published, where it was. */
  readonly openingAsPublished: number | null;
  readonly changes: ReadonlyMap<ChangeReason, number>;
  /** Those who left in the 13 weeks up to the last day. */
  readonly removedIn13Weeks: number;
}

/** What figures that were published before were of: the day, the instant at which they were counted, how many waited, and by which rules. */
export interface PublishedBefore {
  readonly asAt: LocalDate;
  readonly takenAt: Instant;
  readonly closing: number;
  readonly rules: number;
  readonly policy: number;
}

export interface MonthContext {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly month: Month;
  /** Nothing recorded later is counted. */
  readonly knownAt: Instant;
  /** The version of the rules that it is counted by; that of the policy is the policy's own. */
  readonly rules: number;
  /** The month before, where it was published: its closing is held against this opening. */
  readonly opening: PublishedBefore | null;
  /** What changes are told against: the edition before of this month, or else the month before. */
  readonly since: PublishedBefore | null;
}

const THIRTEEN_WEEKS = 91;

/** Counts referral by referral, so that no more than one history is held at a time. */
export class MonthCount {
  readonly #context: MonthContext;
  readonly #flow = new FlowCount();
  readonly #recent = new FlowCount();
  readonly #changes = new Map<ChangeReason, number>();
  #activity: Activity = noActivity;
  #openingAsPublished = 0;
  #knownBefore = 0;

  constructor(context: MonthContext) {
    this.#context = context;
  }

  /** Counts a referral in; answers its state on the last day of the month. */
  add(referral: MonthReferral): ReferralState {
    const { month, knownAt, opening, since } = this.#context;
    const dayBefore = addDays(month.from, -1);
    const closing = this.#stateAt(referral, month.to, knownAt);
    const standing = standingEvents(referral.events, knownAt);
    this.#flow.add({ opening: this.#stateAt(referral, dayBefore, knownAt), closing });
    this.#recent.add({ opening: this.#stateAt(referral, addDays(month.to, -THIRTEEN_WEEKS), knownAt), closing });
    this.#activity = addActivity(this.#activity, activityIn({ standing, closing }, this.#context));
    if (opening !== null && this.#stateAt(referral, opening.asAt, opening.takenAt).running !== undefined) {
      this.#openingAsPublished += 1;
    }
    if (since !== null) this.#noteChange(referral, since);
    return closing;
  }

  tally(): MonthTally {
    const { month, opening, since } = this.#context;
    if (since !== null) this.#noteRules(since);
    return {
      ...this.#activity,
      month,
      flow: this.#flow.flow(),
      openingAsPublished: opening === null ? null : this.#openingAsPublished,
      changes: this.#changes,
      removedIn13Weeks: this.#recent.flow().removed,
    };
  }

  #stateAt({ events, birthDate, flags }: MonthReferral, asAt: LocalDate, knownAt: Instant): ReferralState {
    const { policy, queue } = this.#context;
    return foldReferral(events, { policy, queue, birthDate, flags, asAt, knownAt }).state;
  }

  /** A referral whose clocks up to the day that was published are not what they were known to be. */
  #noteChange(referral: MonthReferral, since: PublishedBefore): void {
    const known = this.#stateAt(referral, since.asAt, since.takenAt);
    if (known.running !== undefined) this.#knownBefore += 1;
    if (referral.events.every(({ recordedAt }) => recordedAt <= since.takenAt)) return;
    const now = this.#stateAt(referral, since.asAt, this.#context.knownAt);
    if (clocksOf(known) === clocksOf(now)) return;
    const taken = referral.events.some(
      ({ facts, recordedAt }) => facts.kind === 'recorded-in-error' && recordedAt > since.takenAt,
    );
    const why: ChangeReason = taken ? 'corrected' : 'recorded-late';
    this.#changes.set(why, (this.#changes.get(why) ?? 0) + 1);
  }

  /** What was known then comes to another number by the rules and policy of today: as many are the doing of these. */
  #noteRules(since: PublishedBefore): void {
    const apart = Math.abs(since.closing - this.#knownBefore);
    const why = whatChanged(since, this.#context);
    if (apart > 0 && why !== undefined) this.#changes.set(why, apart);
  }
}

/** Whether something was counted by other rules, or by another policy, than today's. */
export function whatChanged(
  { rules, policy }: Pick<PublishedBefore, 'rules' | 'policy'>,
  today: Pick<MonthContext, 'rules' | 'policy'>,
): ChangeReason | undefined {
  if (rules !== today.rules) return 'rules-changed';
  return policy === today.policy.version ? undefined : 'policy-changed';
}

function clocksOf({ clocks }: ReferralState): string {
  return clocks.map(({ startOn, end }) => `${startOn} ${end?.on ?? ''} ${end?.reason ?? ''}`).join('; ');
}
