/**
 * A whole process, for queue-statistics.ts to time: reads a CSV of `referral,removal` dates, works out what the list says of
 * itself, prints it with the most memory the process held. Nothing is imported but the rule.
 */
import { readFileSync } from 'node:fs';
import { type DatedList, listStatistics, STILL_WAITING } from '../../shared/domain/capacity/list-statistics.ts';

const [file = ''] = process.argv.slice(2);
const statistics = listStatistics(datedList(readFileSync(file)));
console.log(JSON.stringify({ ...statistics, mebibytes: process.resourceUsage().maxRSS / 1024 }));

/** Dates are read from the bytes as they stand: ten characters each, the second empty for whoever waits. */
function datedList(bytes: Buffer): DatedList {
  const rows = Math.ceil(bytes.length / 12);
  const referred = new Int32Array(rows);
  const removed = new Int32Array(rows);
  let count = 0;
  for (let at = bytes.indexOf(10) + 1; at < bytes.length; at = lineAfter(bytes, at)) {
    referred[count] = dayAt(bytes, at);
    const isWaiting = (bytes[at + 11] ?? 10) < 48;
    removed[count] = isWaiting ? STILL_WAITING : dayAt(bytes, at + 11);
    count += 1;
  }
  return { referred: referred.subarray(0, count), removed: removed.subarray(0, count) };
}

function lineAfter(bytes: Buffer, at: number): number {
  let end = at + 11;
  while (end < bytes.length && bytes[end] !== 10) end += 1;
  return end + 1;
}

/** Days since 1970 of a date's ten characters, by the calendar's own arithmetic (Hinnant, 2013). */
function dayAt(bytes: Buffer, at: number): number {
  const digit = (n: number) => (bytes[at + n] ?? 0) - 48;
  const month = digit(5) * 10 + digit(6);
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digit(8) * 10 + digit(9) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
