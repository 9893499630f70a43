import type { SeenEvent } from '../bus/event-bus.ts';
import type { LogLine } from '../function-logs.ts';
import type { FunctionFigures } from '../lambda/function-runner.ts';
import type { OutboxMessage } from '../outbox/outbox.ts';
import type { QueuedMessage } from '../queues/queues.ts';
import type { TimedFigures } from '../schedule/scheduler.ts';
import type { Denial } from '../store/store.ts';

/** What the console shows of a running local cloud, and the two things it can do to it. */
export interface ConsoleView {
  readonly url: string;
  readonly issuer: string;
  readonly today: string;
  readonly functions: readonly FunctionFigures[];
  readonly events: readonly SeenEvent[];
  readonly schedules: readonly TimedFigures[];
  readonly outbox: readonly OutboxMessage[];
  readonly queues: readonly { readonly name: string; readonly waiting: readonly QueuedMessage[] }[];
  readonly logs: readonly LogLine[];
  readonly denials: readonly Denial[];
  /** @throws RangeError when there is no such day */
  setToday(date: string): void;
  /** @throws Error when there is no such schedule */
  runSchedule(name: string): Promise<void>;
}
