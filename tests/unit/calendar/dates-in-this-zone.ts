import { rightsTimeline } from '../../../shared/domain/calendar/age.ts';
import { formatDateWithWeekday } from '../../../shared/domain/calendar/format-date.ts';
import { instantOf, localDateOf, localTimeOf } from '../../../shared/domain/calendar/instant.ts';
import { addDays, addMonths, daysBetween, localDate, weekdayOf } from '../../../shared/domain/calendar/local-date.ts';
import { parseDate } from '../../../shared/domain/calendar/parse-date.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';

// Run by time-zone.test.ts, once for each zone: prints what the calendar answers on a machine of this zone, and the
// zone's own offsets, which show that the machine really is there.
const start = localDate('2024-01-01');
const answers = Array.from({ length: 1200 }, (_, day) => {
  const date = addDays(start, day);
  const instant = instantOf(Date.UTC(2024, 0, 1) + day * 86_400_000 + (day % 24) * 3_600_000);
  return [
    date,
    daysBetween(start, date),
    weekdayOf(date),
    addMonths(date, day % 30),
    addWorkingDays(date, day % 40),
    formatDateWithWeekday(date),
    localDateOf(instant),
    localTimeOf(instant),
    parseDate(`${(day % 28) + 1}/${(day % 12) + 1}/2026`),
    rightsTimeline(date),
  ];
});
const offsets = [0, 6].map((month) => new Date(2025, month, 1).getTimezoneOffset());
process.stdout.write(JSON.stringify({ answers, offsets }));
