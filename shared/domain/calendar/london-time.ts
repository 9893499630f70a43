import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';

/**
 * Minutes that clocks in London are ahead of UTC at a moment: 60 in British Summer Time, 0 otherwise. From the time
 * zone database, not from a rule of ours, so a change of law arrives with Node. This is the only home of Temporal.
 */
export function londonOffsetMinutes(epochMilliseconds: number): number {
  const zoned = toZonedDateTimeISO(fromEpochMilliseconds(epochMilliseconds), 'Europe/London');
  return offsetNanoseconds(zoned) / 60_000_000_000;
}
