/** A day of the calendar, as cron fields ask about it. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** The six fields of an AWS cron expression, read. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly onDay: (day: CalendarDay) => boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Reads `minutes hours day-of-month month day-of-week year` as AWS writes cron: Sunday is 1; one of the two day fields is
 * `?`; `L` is the last day, `15W` the weekday nearest to the 15th, `6L` the last Friday, `6#3` the third Friday.
 * @throws Error that names the field at fault
 */
export function readCron(expression: string): CronFields {
  const fields = expression.trim().split(/\s+/);
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6) throw new Error(`cron(${expression}) must have six fields`);
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error(`cron(${expression}) must have ? as its day of month or its day of week, and not as both`);
  }
  const months = values(month, 1, 12, MONTHS);
  const years = values(year, 1970, 2199);
  const days = dayOfMonth === '?' ? readDayOfWeek(dayOfWeek) : readDayOfMonth(dayOfMonth);
  return {
    minutes: values(minutes, 0, 59),
    hours: values(hours, 0, 23),
    onDay: (day) => years.includes(day.year) && months.includes(day.month) && days(day),
  };
}

function readDayOfMonth(field: string): (day: CalendarDay) => boolean {
  if (field === 'L') return (day) => day.day === daysIn(day);
  const near = /^(\d{1,2})W$/.exec(field)?.[1];
  if (near !== undefined) return (day) => day.day === nearestWeekday(day, Number(near));
  const days = values(field, 1, 31);
  return ({ day }) => days.includes(day);
}

function readDayOfWeek(field: string): (day: CalendarDay) => boolean {
  const last = /^(\w+)L$/.exec(field)?.[1];
  if (last !== undefined) {
    const [weekday] = values(last, 1, 7, WEEKDAYS);
    return (day) => weekdayOf(day) === weekday && day.day > daysIn(day) - 7;
  }
  const nth = /^(\w+)#([1-5])$/.exec(field);
  if (nth) {
    const [weekday] = values(nth[1] ?? '', 1, 7, WEEKDAYS);
    return (day) => weekdayOf(day) === weekday && Math.ceil(day.day / 7) === Number(nth[2]);
  }
  const weekdays = values(field, 1, 7, WEEKDAYS);
  return (day) => weekdays.includes(weekdayOf(day));
}

/** `*`, `5`, `1-5`, `0/15`, `MON-FRI` and lists of them. `names` stand for `least`, `least + 1`, …. */
function values(field: string, least: number, most: number, names: readonly string[] = []): readonly number[] {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [from = '', to] = range.split('-');
    const first = range === '*' ? least : number(from, least, names);
    const last = range === '*' ? most : to !== undefined ? number(to, least, names) : step !== undefined ? most : first;
    const by = step === undefined ? 1 : Number(step);
    if (!(first >= least && last <= most && first <= last && by >= 1)) {
      throw new Error(`'${field}' is not a cron field between ${least} and ${most}`);
    }
    for (let value = first; value <= last; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function number(text: string, least: number, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return least + named;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function daysIn({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Sunday is 1, Saturday 7. */
function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

/** The weekday nearest to a day of the month, within the month. */
function nearestWeekday(month: CalendarDay, wanted: number): number {
  const day = Math.min(wanted, daysIn(month));
  const weekday = weekdayOf({ ...month, day });
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === daysIn(month) ? day - 2 : day + 1;
  return day;
}
