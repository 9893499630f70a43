/**
 * A case without its early events: a checkpoint stands for them. Whatever is of its day or later is judged and told as if
 * everything were at hand; whatever reaches further back needs the whole history, and says so here.
 */
import { type LocalDate, latest } from '../calendar/local-date.ts';
import { type Case, type CaseEvent, type CaseFacts, type Checkpoint, eventCount, isWhole } from './case.ts';
import type { CaseType } from './case-type.ts';
import { isDueMoved, isRecordedInError, standingIn } from './generic-facts.ts';

type Kept = Pick<Case, 'events' | 'checkpoint'>;

/** What a type is folded from: the events that stand, after the checkpoint where there is one. @param upTo as of `standingIn`. */
export function standingSince({ events, checkpoint }: Kept, upTo?: LocalDate): readonly CaseEvent[] {
  const standing = standingIn(events, upTo);
  return checkpoint === undefined ? standing : standing.filter((event) => isAfter(checkpoint, event));
}

/** The state that a case goes on from; undefined where every event is at hand. */
export function checkpointState<S>(type: CaseType<CaseFacts, S>, { checkpoint }: Kept): S | undefined {
  return checkpoint && type.checkpoints?.state(checkpoint.content);
}

/** Whether what a case is as at a day can be told from what is at hand. */
export function tellsAsAt({ checkpoint }: Kept, day: LocalDate): boolean {
  return checkpoint === undefined || checkpoint.on <= day;
}

/** Whether the events from a day on can be told one by one from what is at hand. */
export function tellsFrom({ checkpoint }: Kept, day: LocalDate): boolean {
  return checkpoint === undefined || checkpoint.on < day;
}

/** Whether an event can be recorded only on the whole history: it is of an earlier day, or about an early event. */
export function needsWhole(
  type: CaseType,
  record: Kept,
  { facts, on }: { readonly facts: CaseFacts; readonly on: LocalDate },
): boolean {
  if (record.checkpoint === undefined || isDueMoved(facts)) return false;
  if (on < record.checkpoint.on || isRecordedInError(facts)) return true;
  const named = type.checkpoints?.names(facts);
  return named !== undefined && !standingSince(record).some(({ id }) => id === named);
}

/** @throws Error when events are missing that no checkpoint stands for: such a history would say something else. */
export function refuseTorn(record: Kept): void {
  const [first] = record.events;
  const continuous = first === undefined || eventCount(record) - first.seq === record.events.length;
  if (!continuous || (record.checkpoint === undefined && !isWhole(record)))
    throw new Error('Events of this case are missing');
}

/**
 * The case without its first events. A checkpoint stands for them, where its type makes one and its opening stands; otherwise it
 * is whole again only with them.
 * @param archived how many; not fewer than are archived already.
 */
export function withoutEarly(type: CaseType, record: Case, archived: number): Case {
  if (archived === 0 || (record.checkpoint !== undefined && archived === record.archived)) return record;
  const { checkpoint: _before, ...rest } = record;
  const events = record.events.filter(({ seq }) => seq >= archived);
  const checkpoint = checkpointOf(type, record, archived);
  return { ...rest, archived, events, ...(checkpoint === undefined ? {} : { checkpoint }) };
}

function checkpointOf(type: CaseType, record: Case, archived: number): Checkpoint | undefined {
  const { checkpoint: before, events } = record;
  const early = events.filter(({ seq }) => seq < archived).map((event) => event.on);
  const days = before === undefined ? early : [before.on, ...early];
  const standing = standingSince(record);
  const [first] = standing;
  const opened = before?.openedOn ?? (first && type.opens.includes(first.facts.kind) ? first.on : undefined);
  if (type.checkpoints === undefined || opened === undefined) return undefined;
  const on = latest(opened, ...days);
  // Every event is recorded before the next number, so that those of the day itself are in it too.
  const summed = standing.filter((event) => event.on <= on);
  const content = type.checkpoints.take(before?.content, summed, standing.slice(summed.length));
  const lastEventOn = latest(before?.lastEventOn ?? opened, ...days);
  return { on, seq: eventCount(record), openedOn: opened, lastEventOn, content };
}

function isAfter({ on, seq }: Checkpoint, event: CaseEvent): boolean {
  return event.on > on || (event.on === on && event.seq >= seq);
}
