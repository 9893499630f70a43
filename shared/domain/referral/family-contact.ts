/**
 * When the service is next in touch with a family that waits, to ask whether it still needs the place and whether things
 * have changed. No reply never removes a child.
 */
import { addWeeks, type LocalDate } from '../calendar/local-date.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The earlier of the next fixed date (12, 26, 52 weeks from the start of the clock) after the last contact, and so many
 * weeks (12) after the last contact. Without a contact yet it counts from the start: an overdue date stays the first one.
 */
export function nextFamilyContactDue(
  clockStart: LocalDate,
  lastContactOn: LocalDate | undefined,
  rule: Policy['validation'],
): LocalDate {
  const last = lastContactOn !== undefined && lastContactOn > clockStart ? lastContactOn : clockStart;
  let due = addWeeks(last, rule.thenEveryWeeks);
  for (const weeks of rule.weeks) {
    const fixed = addWeeks(clockStart, weeks);
    if (fixed > last && fixed < due) due = fixed;
  }
  return due;
}
