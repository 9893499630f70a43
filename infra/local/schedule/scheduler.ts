import { randomUUID } from 'node:crypto';
import { wholeSeconds } from '../bus/event-bus.ts';
import { type LocalClock, SERVICE_ZONE } from '../clock.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/surroundings.ts';
import { type NextRun, readExpression } from './expression.ts';
import { instantOfWallTime } from './zoned-time.ts';

/** Something that runs by the clock: a schedule of Scheduler or a rule of EventBridge. */
export interface Timed {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly timeZone: string;
  /** `aws.scheduler` or `aws.events`: what the event says it comes from. */
  readonly source: 'aws.scheduler' | 'aws.events';
  /** Text to send instead of the event, `<aws.scheduler.…>` words in it to be filled in. */
  readonly input: string | undefined;
  /** A disabled one runs only when asked to. */
  readonly enabled: boolean;
  /** Sends an event on its way. @returns resolves when what it set off is over */
  readonly send: (payload: unknown) => Promise<void>;
}

/** A run of a schedule, for the console. */
export interface TimedFigures {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly nextRun: number | undefined;
  readonly lastRun: number | undefined;
}

/** How often the clock is looked at, in milliseconds. */
const TICK = 1_000;
/** How far back a missed run of a daily schedule is looked for, in milliseconds: a day of 25 hours is among the days. */
const LOOKED_BACK = 2 * 86_400_000;

/**
 * Runs schedules by the local cloud's clock. What falls due while the clock moves on by itself is run, once; days that are
 * skipped by setting another date are not made up for: that is for the service to do at its next run, as after an outage.
 */
export class Scheduler {
  readonly #clock: LocalClock;
  readonly #schedules: readonly (Timed & { readonly nextRun: NextRun })[];
  readonly #due = new Map<string, number | undefined>();
  readonly #last = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  /** @throws Error when an expression or a time zone is not understood */
  constructor(schedules: readonly Timed[], clock: LocalClock) {
    this.#clock = clock;
    this.#schedules = schedules.map((each) => ({
      ...each,
      nextRun: readExpression(each.expression, each.timeZone, clock.now()),
    }));
    this.reset();
  }

  /** Starts to look at the clock. */
  start(): void {
    this.#timer = setInterval(() => this.tick(), TICK);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Counts from the present on: to be called when the date was set. */
  reset(): void {
    for (const { name, nextRun } of this.#schedules) this.#due.set(name, nextRun(this.#clock.now()));
  }

  /** Runs what is due. */
  tick(): void {
    for (const schedule of this.#schedules) {
      const due = this.#due.get(schedule.name);
      if (due === undefined || due > this.#clock.now()) continue;
      this.#due.set(schedule.name, schedule.nextRun(this.#clock.now()));
      if (schedule.enabled) void this.#run(schedule, due);
    }
  }

  /**
   * Runs a schedule now, as its run of today if it has one today, else as one of this instant: as is one that runs often.
   * @returns resolves when what it set off is over
   * @throws Error when there is no such schedule
   */
  async runNow(name: string): Promise<void> {
    const schedule = this.#named(name);
    const midnight = instantOfWallTime({ date: this.#clock.today(), time: '00:00:00.000' }, SERVICE_ZONE);
    const ofToday = schedule.nextRun(midnight - 1);
    const isToday = (instant: number | undefined): instant is number =>
      instant !== undefined && this.#clock.dayOf(instant) === this.#clock.today();
    const isOnceToday = isToday(ofToday) && !isToday(schedule.nextRun(ofToday));
    await this.#run(schedule, isOnceToday ? ofToday : this.#clock.now());
  }

  /**
   * Runs a schedule as its last run that was due: this machine may have slept through it, which a deployed service does not.
   * @returns resolves when what it set off is over
   * @throws Error when there is no such schedule, or it was not due in the last days
   */
  async runMissed(name: string): Promise<void> {
    const schedule = this.#named(name);
    const now = this.#clock.now();
    let last: number | undefined;
    for (let due = schedule.nextRun(now - LOOKED_BACK); due !== undefined && due <= now; due = schedule.nextRun(due))
      last = due;
    if (last === undefined) throw new Error(`${schedule.name} was not due lately`);
    await this.#run(schedule, last);
  }

  get figures(): readonly TimedFigures[] {
    return this.#schedules.map(({ name, expression, timeZone, enabled }) => ({
      name,
      expression,
      timeZone,
      enabled,
      nextRun: enabled ? this.#due.get(name) : undefined,
      lastRun: this.#last.get(name),
    }));
  }

  #named(name: string) {
    const schedule = this.#schedules.find((each) => each.name === name || each.arn === name);
    if (!schedule) throw new Error(`The template has no schedule ${name}`);
    return schedule;
  }

  async #run(schedule: Timed, scheduledFor: number): Promise<void> {
    this.#last.set(schedule.name, this.#clock.now());
    await schedule.send(payloadOf(schedule, scheduledFor));
  }
}

function payloadOf({ input, arn, source }: Timed, scheduledFor: number): unknown {
  const time = wholeSeconds(scheduledFor);
  if (input !== undefined) {
    const words: Readonly<Record<string, string>> = {
      'schedule-arn': arn,
      'scheduled-time': time,
      'execution-id': randomUUID(),
      'attempt-number': '1',
    };
    return JSON.parse(input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, word: string) => words[word] ?? whole));
  }
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source,
    account: LOCAL_ACCOUNT,
    time,
    region: LOCAL_REGION,
    resources: [arn],
    // Scheduler writes the detail as text, rules as an object.
    detail: source === 'aws.scheduler' ? '{}' : {},
  };
}
