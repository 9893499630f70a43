import { readCron } from './cron-fields.ts';
import { instantOfWallTime, wallTime } from './zoned-time.ts';

/** Gives the first instant (milliseconds since 1970) after another at which a schedule runs; undefined when never again. */
export type NextRun = (after: number) => number | undefined;

/** Days looked ahead for the next run of a cron expression: enough for any 29 February. */
const HORIZON_DAYS = 366 * 9;

const DAY = 86_400_000;
const UNITS = { minute: 60_000, hour: 3_600_000, day: DAY } as const;

/**
 * Reads a schedule expression: `cron(…)`, `rate(…)` or `at(…)`. A cron time that the clocks skip in spring is not run; one
 * that they repeat in autumn is run once, the first time: so does EventBridge Scheduler. A rate counts from `start`.
 * @param timeZone zone that cron and at are read in
 * @param start milliseconds since 1970
 * @throws Error when the expression is not one of these
 */
export function readExpression(expression: string, timeZone: string, start: number): NextRun {
  const [, kind = '', inner = ''] = /^(cron|rate|at)\((.+)\)$/.exec(expression.trim()) ?? [];
  switch (kind) {
    case 'cron':
      return cronRuns(inner, timeZone);
    case 'rate':
      return rateRuns(inner, start);
    case 'at':
      return atRun(inner, timeZone);
    default:
      throw new Error(`'${expression}' is not a schedule expression`);
  }
}

function cronRuns(expression: string, timeZone: string): NextRun {
  const { minutes, hours, onDay } = readCron(expression);
  const times = hours.flatMap((hour) => minutes.map((minute) => `${two(hour)}:${two(minute)}:00.000`));
  return (after) => {
    const first = Date.parse(`${wallTime(after, timeZone).date}T00:00:00Z`);
    for (let midnight = first; midnight <= first + HORIZON_DAYS * DAY; midnight += DAY) {
      const date = new Date(midnight).toISOString().slice(0, 10);
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
      if (!onDay({ year, month, day })) continue;
      for (const time of times) {
        const instant = instantOfWallTime({ date, time }, timeZone);
        if (instant > after && wallTime(instant, timeZone).time === time) return instant;
      }
    }
    return undefined;
  };
}

function rateRuns(inner: string, start: number): NextRun {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? [];
  const period = Number(count) * UNITS[unit as keyof typeof UNITS];
  if (!(period > 0)) throw new Error(`'rate(${inner})' is not a rate`);
  return (after) => start + (Math.max(0, Math.floor((after - start) / period)) + 1) * period;
}

function atRun(inner: string, timeZone: string): NextRun {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})$/.exec(inner) ?? [];
  if (date === '') throw new Error(`'at(${inner})' is not a time`);
  const instant = instantOfWallTime({ date, time: `${time}.000` }, timeZone);
  return (after) => (instant > after ? instant : undefined);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
