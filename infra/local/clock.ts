import { instantOfWallTime, wallTime } from './schedule/zoned-time.ts';

/** The zone whose calendar days the service counts in. */
export const SERVICE_ZONE = 'Europe/London';

/**
 * The local cloud's clock: the machine's, moved by a whole number of days so that today is the day that was asked for.
 * The time of day stays the machine's, in London, and goes on.
 */
export class LocalClock {
  #shift = 0;
  readonly #machine: () => number;

  /** @param machine the machine's clock: milliseconds since 1970 */
  constructor(machine: () => number = Date.now) {
    this.#machine = machine;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#machine() + this.#shift;
  }

  /** Today in London: `YYYY-MM-DD`. */
  today(): string {
    return this.dayOf(this.now());
  }

  /** The day in London on which an instant (milliseconds since 1970) falls: `YYYY-MM-DD`. */
  dayOf(instant: number): string {
    return wallTime(instant, SERVICE_ZONE).date;
  }

  /**
   * Makes a day today.
   * @param date `YYYY-MM-DD`
   * @throws RangeError when there is no such day
   */
  setToday(date: string): void {
    if (!isDate(date)) throw new RangeError(`'${date}' is not a day: write it as YYYY-MM-DD`);
    const machine = this.#machine();
    this.#shift = instantOfWallTime({ date, time: wallTime(machine, SERVICE_ZONE).time }, SERVICE_ZONE) - machine;
  }
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
