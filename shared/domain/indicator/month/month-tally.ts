/** How a queue went in a month, counted from the histories of all its referrals. */
import type { Instant } from '../../calendar/instant.ts';
import { addDays, endOfMonth, type LocalDate, localDate } from '../../calendar/local-date.ts';
import type { PersonFlag } from '../../person/person.ts';
import type { Policy, QueuePolicy } from '../../policy/policy.ts';
import type { QueueFlow, TwoDays } from '../../queue/flow.ts';
import { queueFlow } from '../../queue/flow.ts';
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

/** What figures that were published before were of: the day, and the instant at which they were counted. */
export interface PublishedBefore {
  readonly asAt: LocalDate;
  readonly takenAt: Instant;
}

export interface MonthContext {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly month: Month;
  /** Nothing recorded later is counted. */
  readonly knownAt: Instant;
  /** The month before, where it was published: its closing is held against this opening. */
  readonly opening: PublishedBefore | null;
  /** What changes are told against: the edition before of this month, or else the month before. */
  readonly since: PublishedBefore | null;
}

const THIRTEEN_WEEKS = 91;

/** Counts referral by referral, so that no more than one history is held at a time. */
export class MonthCount {
  readonly #context: MonthContext;
  readonly #flows: TwoDays[] = [];
  readonly #recent: TwoDays[] = [];
  readonly #changes = new Map<ChangeReason, number>();
  #activity: Activity = noActivity;
  #openingAsPublished = 0;

  constructor(context: MonthContext) {
    this.#context = context;
  }

  /** Counts a referral in; answers its state on the last day of the month. */
  add(referral: MonthReferral): ReferralState {
    const { month, knownAt, opening, since } = this.#context;
    const dayBefore = addDays(month.from, -1);
    const closing = this.#stateAt(referral, month.to, knownAt);
    const standing = standingEvents(referral.events, knownAt);
    const two = { opening: slim(this.#stateAt(referral, dayBefore, knownAt)), closing: slim(closing) };
    this.#flows.push(two);
    const recent = this.#stateAt(referral, addDays(month.to, -THIRTEEN_WEEKS), knownAt);
    this.#recent.push({ opening: slim(recent), closing: two.closing });
    this.#activity = addActivity(this.#activity, activityIn({ standing, closing }, this.#context));
    if (opening !== null && this.#stateAt(referral, opening.asAt, opening.takenAt).running !== undefined) {
      this.#openingAsPublished += 1;
    }
    if (since !== null) this.#noteChange(referral, since);
    return closing;
  }

  tally(): MonthTally {
    const { month, opening } = this.#context;
    return {
      ...this.#activity,
      month,
      flow: queueFlow(this.#flows),
      openingAsPublished: opening === null ? null : this.#openingAsPublished,
      changes: this.#changes,
      removedIn13Weeks: queueFlow(this.#recent).removed,
    };
  }

  #stateAt({ events, birthDate, flags }: MonthReferral, asAt: LocalDate, knownAt: Instant): ReferralState {
    const { policy, queue } = this.#context;
    return foldReferral(events, { policy, queue, birthDate, flags, asAt, knownAt }).state;
  }

  /** A referral whose clocks up to the day that was published are not what they were known to be. */
  #noteChange(referral: MonthReferral, since: PublishedBefore): void {
    const known = this.#stateAt(referral, since.asAt, since.takenAt);
    const now = this.#stateAt(referral, since.asAt, this.#context.knownAt);
    if (clocksOf(known) === clocksOf(now)) return;
    const taken = referral.events.some(
      ({ facts, recordedAt }) => facts.kind === 'recorded-in-error' && recordedAt > since.takenAt,
    );
    const why: ChangeReason = taken ? 'corrected' : 'recorded-late';
    this.#changes.set(why, (this.#changes.get(why) ?? 0) + 1);
  }
}

function slim({ clocks }: ReferralState): Pick<ReferralState, 'clocks'> {
  return { clocks };
}

function clocksOf({ clocks }: ReferralState): string {
  return clocks.map(({ startOn, end }) => `${startOn} ${end?.on ?? ''} ${end?.reason ?? ''}`).join('; ');
}
