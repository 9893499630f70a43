/** What a clock on the wall of a time zone shows. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM:SS.mmm` */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * What the clock on the wall shows at an instant.
 * @param instant milliseconds since 1970
 * @throws RangeError when the machine knows no such time zone
 */
export function wallTime(instant: number, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}.${part('fractionalSecond')}`,
  };
}

/**
 * The instant at which the clock on the wall shows a time. A time that occurs twice, when clocks go back, is its first
 * occurrence; one that is left out, when they go forward, is as much after the change as it would have been after it.
 * @returns milliseconds since 1970
 */
export function instantOfWallTime({ date, time }: WallTime, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}Z`);
  // An offset changes at most once within a day of any instant, so the offsets a day before and after are all there are.
  const before = offset(asUtc - 86_400_000, timeZone);
  const after = offset(asUtc + 86_400_000, timeZone);
  const first = asUtc - before;
  if (offset(first, timeZone) === before) return first;
  const second = asUtc - after;
  return offset(second, timeZone) === after ? second : first;
}

function offset(instant: number, timeZone: string): number {
  const { date, time } = wallTime(instant, timeZone);
  return Date.parse(`${date}T${time}Z`) - instant;
}
