/** Cases that can be told as at a day or from a day on: with every event where a checkpoint stands for too much, and as they are otherwise. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { tellsAsAt, tellsFrom } from '../../domain/case/checkpoint.ts';
import type { Cases, KeptCase } from '../ports/cases.ts';

/** What each was on the day can be folded. No request where the day is a late one, as today is. */
export function toldAsAt(
  cases: Pick<Cases, 'whole'>,
  all: readonly KeptCase[],
  day: LocalDate,
): Promise<readonly KeptCase[]> {
  return Promise.all(all.map(async (kept) => (tellsAsAt(kept.record, day) ? kept : cases.whole(kept))));
}

/** Each event of the day and later is there one by one. */
export function toldFrom(
  cases: Pick<Cases, 'whole'>,
  all: readonly KeptCase[],
  day: LocalDate,
): Promise<readonly KeptCase[]> {
  return Promise.all(all.map(async (kept) => (tellsFrom(kept.record, day) ? kept : cases.whole(kept))));
}
