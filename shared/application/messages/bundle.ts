/**
 * Several alerts in one message. The parts are claimed for the whole before it is kept, so that no part is in two wholes;
 * and once it is kept, what becomes of it becomes of them.
 */
import {
  bundledMessage,
  givenUpMessage,
  type Message,
  messageIdOf,
  newClaimedMessage,
  sentMessage,
  waitingFor,
} from '../../domain/message/message.ts';
import { isPast } from '../../domain/message/message-words.ts';
import { type SendingDeps, type SendingRun, sendClaimed, sendOne } from './send-one.ts';

/** Sends several in one. Where somebody else has claimed all but one of them meanwhile, that one goes by itself. */
export async function sendBundle(deps: SendingDeps, run: SendingRun, parts: readonly Message[]): Promise<void> {
  const [first] = parts;
  if (first === undefined) return;
  const { place, to, channel } = first;
  const id = messageIdOf(['bundle', run.time, ...parts.map((part) => part.id)], deps.hash);
  const claimed: Message[] = [];
  for (const part of parts) {
    const mine = bundledMessage(part, id, run.time);
    if (await deps.messages.save(mine)) claimed.push(mine);
    else run.tally.add('not-due');
  }
  const [only, ...others] = claimed;
  if (only === undefined) return;
  if (others.length === 0) {
    await sendOne(deps, run, only);
    return;
  }
  const past = claimed.filter(({ about }) => about.kind === 'alert' && isPast(about.severity)).length;
  const about = { kind: 'bundle', messages: claimed.map((part) => part.id), past } as const;
  const whole = newClaimedMessage({ id, place, to, channel, about, createdAt: run.time }, run.time);
  if (!(await deps.messages.create(whole))) return;
  run.tally.add('bundled', claimed.length);
  const left = await sendClaimed(deps, run, whole);
  for (const part of claimed) await settle(deps, run, part, left);
}

/**
 * What is in a message with others follows it: it is over when that is. What was claimed for one that was never kept is free again.
 * @returns what is to be sent now: wholes that are due among it.
 */
export async function settleByBundle(
  deps: SendingDeps,
  run: SendingRun,
  due: readonly Message[],
): Promise<readonly Message[]> {
  const ids = due.flatMap(({ bundle }) => (bundle === null ? [] : [bundle]));
  const wholes = new Map((await deps.messages.many(run.place, ids)).map((whole) => [whole.id, whole]));
  const free: Message[] = [];
  for (const message of due) {
    const whole = message.bundle === null ? undefined : wholes.get(message.bundle);
    // Two runs at once may have shared the parts between them: a whole speaks for those it names.
    if (whole === undefined || !isPartOf(message, whole)) free.push(message);
    else await settle(deps, run, message, whole);
  }
  return free;
}

function isPartOf({ id }: Message, { about }: Message): boolean {
  return about.kind === 'bundle' && about.messages.includes(id);
}

async function settle(deps: SendingDeps, run: SendingRun, part: Message, whole: Message): Promise<void> {
  await deps.messages.save(partLeftBy(part, whole, run));
}

function partLeftBy(part: Message, whole: Message, { time }: SendingRun): Message {
  if (whole.state === 'sent') return sentMessage(part, time);
  if (whole.state === 'waiting') return waitingFor(part, whole, time);
  return givenUpMessage(part, whole.problem ?? 'not-sent', time);
}
