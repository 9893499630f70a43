/**
 * Sends what is due. Everything is claimed before it is sent and marked after: a run that dies between leaves it to the
 * next, which sends it under the same reference, so that the other side knows the repeat. What is due to one person by one
 * channel at one time goes in one message.
 */
import { standingOfAlert } from '../../domain/alert/alert.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { isSystemChannel } from '../../domain/message/channel.ts';
import { cancelledMessage, isDue, type Message, MOST_IN_BUNDLE } from '../../domain/message/message.ts';
import type { ScheduleRun } from '../ports/schedule-runs.ts';
import { workedThrough } from '../watch/bounded.ts';
import { sendBundle, settleByBundle } from './bundle.ts';
import { withoutUnheard } from './hold-back.ts';
import { type SendingDeps, type SendingRun, sendOne } from './send-one.ts';
import { SendTally } from './send-tally.ts';

/** The name of the schedule, as its runs are kept under. */
export const SEND_SCHEDULE = 'send-messages';

export interface SendQuestion {
  readonly places: Iterable<string>;
  readonly time: Instant;
  readonly requestId: string;
  readonly hasTime: () => boolean;
  readonly onFailure: (failed: unknown) => void;
}

/** Messages under way at once. */
const LANES = 4;
/** Most messages taken up in one run and place; the next run is a minute away. */
const MOST_AT_ONCE = 2_000;

/** Runs, and keeps what it did. A run that finds nothing to do is kept once a day, to say that there was one. */
export async function sendMessages(deps: SendingDeps, question: SendQuestion): Promise<ScheduleRun> {
  const { time, requestId, hasTime, onFailure } = question;
  const tally = new SendTally();
  let complete = true;
  for (const place of question.places) {
    try {
      complete = (await sendIn(deps, { place, time, tally, onFailure }, hasTime)) && complete;
    } catch (caught) {
      tally.add('failed');
      onFailure(caught);
    }
  }
  const day = localDateOf(time);
  const run: ScheduleRun = { schedule: SEND_SCHEDULE, day, time, requestId, complete, counts: tally.counts };
  const isIdle = complete && Object.values(run.counts).every((count) => count === 0);
  if (!isIdle || !(await deps.scheduleRuns.has(SEND_SCHEDULE, day))) await deps.scheduleRuns.keep(run);
  return run;
}

async function sendIn(deps: SendingDeps, run: SendingRun, hasTime: () => boolean): Promise<boolean> {
  const ids = await dueIds(deps, run);
  const found = await deps.messages.many(run.place, ids);
  const due = found.filter((message) => isDue(message, run.time));
  run.tally.add('examined', due.length);
  const loose = await settleByBundle(deps, run, due);
  const still = await withoutUnheard(deps, run, await withoutEnded(deps, run, loose));
  const works = grouped(still).map(
    (group) => () => (group.length > 1 ? sendBundle(deps, run, group) : sendEach(deps, run, group)),
  );
  return workedThrough(inOnePage(works), LANES, hasTime, async (work) => {
    try {
      await work();
    } catch (caught) {
      run.tally.add('failed');
      run.onFailure(caught);
    }
  });
}

async function sendEach(deps: SendingDeps, run: SendingRun, messages: readonly Message[]): Promise<void> {
  for (const message of messages) await sendOne(deps, run, message);
}

async function dueIds(deps: SendingDeps, { place, time }: SendingRun): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of deps.messages.due(place, time)) {
    ids.push(...page);
    if (ids.length >= MOST_AT_ONCE) break;
  }
  return ids.slice(0, MOST_AT_ONCE);
}

/** What has ended before anybody was told needs no telling. Systems are told all the same: they keep their own books. */
async function withoutEnded(
  deps: SendingDeps,
  run: SendingRun,
  messages: readonly Message[],
): Promise<readonly Message[]> {
  const ids = messages.flatMap(({ channel, about }) =>
    about.kind === 'alert' && !isSystemChannel(channel) ? [about.alertId] : [],
  );
  const alerts = await deps.alerts.many(run.place, ids);
  const ended = new Set(alerts.filter((alert) => standingOfAlert(alert).state === 'resolved').map(({ id }) => id));
  const still: Message[] = [];
  for (const message of messages) {
    const { about, channel } = message;
    if (about.kind !== 'alert' || isSystemChannel(channel) || !ended.has(about.alertId)) still.push(message);
    else run.tally.add((await deps.messages.save(cancelledMessage(message, run.time))) ? 'cancelled' : 'not-due');
  }
  return still;
}

/**
 * What goes in one message: alerts to one person by one channel. Everything else goes by itself, and so does what was tried
 * before: it may have arrived, and only under its own reference is it known there.
 */
function grouped(messages: readonly Message[]): readonly (readonly Message[])[] {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const { id, to, channel, about, attempts } = message;
    const isAlone = isSystemChannel(channel) || about.kind !== 'alert' || attempts > 0;
    const key = isAlone ? id : `${channel} ${to}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()].flatMap((group) => {
    const parts: Message[][] = [];
    for (let start = 0; start < group.length; start += MOST_IN_BUNDLE)
      parts.push(group.slice(start, start + MOST_IN_BUNDLE));
    return parts;
  });
}

async function* inOnePage<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  yield all;
}
