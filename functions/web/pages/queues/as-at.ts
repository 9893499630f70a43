/** When a figure was read. Every figure says so: an old one is not a wrong one, and a missing one is not a nought. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { type Instant, localDateOf, localTimeOf } from '../../../../shared/domain/calendar/instant.ts';

/** `4 March 2026, 10:32`, in England. */
export function momentInWords(now: Instant): string {
  return `${formatDate(localDateOf(now))}, ${localTimeOf(now).time}`;
}
