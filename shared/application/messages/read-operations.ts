/** What operators look at: whether each schedule ran and what it did, what was set aside, what could not be sent. Nothing about anybody. */
import { teamsOf } from '../../domain/alert/teams.ts';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/instant.ts';
import type { Message } from '../../domain/message/message.ts';
import { isReachable } from '../../domain/message/recipients.ts';
import type { Webhook } from '../../domain/message/webhook.ts';
import { CLOSE_SCHEDULE } from '../audit/close-day.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { CENSUS_SCHEDULE } from '../indicators/census/take-census.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { placeNotFound } from '../policy/read-policy.ts';
import type { DeadLetterCount } from '../ports/dead-letters.ts';
import type { ScheduleRun } from '../ports/schedule-runs.ts';
import { WATCHED_WITHIN_HOURS } from '../watch/last-watch.ts';
import { WATCH_SCHEDULE } from '../watch/watch-deadlines.ts';
import { audienceOf } from './plan-messages.ts';
import { SEND_SCHEDULE } from './send-messages.ts';

const A_DAY = WATCHED_WITHIN_HOURS;
/** Every schedule, with the hours within which a run of it is kept: an idle one is kept once a day. The census rests at weekends. */
const SCHEDULES: Readonly<Record<string, number>> = {
  [WATCH_SCHEDULE]: A_DAY,
  [CLOSE_SCHEDULE]: A_DAY,
  [CENSUS_SCHEDULE]: A_DAY + 48,
  [SEND_SCHEDULE]: A_DAY,
};
/** Messages go out every minute: one that has been due for longer than this is late. The alarm of the sending waits as long. */
export const LATE_AFTER_MINUTES = 15;
/** No more late messages than this are counted. */
export const MOST_LATE_COUNTED = 1_000;
const RUNS_SHOWN = 5;
const FAILED_SHOWN = 50;

export interface ScheduleStanding {
  readonly schedule: string;
  /** The last run is too long ago, or there was none. */
  readonly isMissing: boolean;
  readonly runs: readonly ScheduleRun[];
}

export interface Operations {
  /** When all of this was so. */
  readonly asAt: Instant;
  readonly schedules: readonly ScheduleStanding[];
  readonly deadLetters: readonly DeadLetterCount[];
  /** Messages of the place that should have gone out by now, up to {@link MOST_LATE_COUNTED}. */
  readonly lateMessages: number;
  /** Those that are off, or have failed since they last succeeded. */
  readonly troubledWebhooks: readonly Webhook[];
  /** The last messages to people that could not be sent. */
  readonly failedMessages: readonly Message[];
  /** Teams that no message can reach: nobody has chosen a channel, and no webhook listens. */
  readonly unreachableTeams: readonly { readonly code: string; readonly name: string }[];
}

type OperationsDeps = Pick<
  Deps,
  'scheduleRuns' | 'deadLetters' | 'webhooks' | 'messages' | 'policies' | 'staff' | 'preferences'
>;

/** @throws `forbidden`. */
export async function readOperations(deps: OperationsDeps, call: Call): Promise<Operations> {
  const { place } = call.actor;
  authorise(call, 'operations.read', placeSubject(place), placeNotFound);
  const [schedules, deadLetters, lateMessages, webhooks, failedMessages, unreachableTeams] = await Promise.all([
    Promise.all(Object.entries(SCHEDULES).map(([schedule, hours]) => standingOf(deps, schedule, hours, call.now))),
    deps.deadLetters.counts(),
    late(deps, place, call.now),
    deps.webhooks.list(place),
    deps.messages.failed(place, FAILED_SHOWN),
    unreachable(deps, place, call.now),
  ]);
  const troubledWebhooks = webhooks.filter(({ isOn, failures }) => !isOn || failures > 0);
  return { asAt: call.now, schedules, deadLetters, lateMessages, troubledWebhooks, failedMessages, unreachableTeams };
}

async function standingOf(
  { scheduleRuns }: Pick<Deps, 'scheduleRuns'>,
  schedule: string,
  hours: number,
  now: Instant,
): Promise<ScheduleStanding> {
  const runs = await scheduleRuns.latest(schedule, RUNS_SHOWN);
  const earliest = instantOf(epochMillisecondsOf(now) - hours * 3_600_000);
  return { schedule, runs, isMissing: runs[0] === undefined || runs[0].time < earliest };
}

async function late({ messages }: OperationsDeps, place: string, now: Instant): Promise<number> {
  const before = instantOf(epochMillisecondsOf(now) - LATE_AFTER_MINUTES * 60_000);
  let count = 0;
  for await (const ids of messages.due(place, before)) {
    count += ids.length;
    if (count >= MOST_LATE_COUNTED) return MOST_LATE_COUNTED;
  }
  return count;
}

async function unreachable(deps: OperationsDeps, place: string, now: Instant) {
  const policy = await placePolicy(deps.policies, place);
  const teams = await Promise.all(
    teamsOf(policy).map(async ({ code, name }) => {
      const audience = await audienceOf(deps, policy, code);
      return audience === undefined || isReachable(audience, now) ? [] : [{ code, name }];
    }),
  );
  return teams.flat();
}
