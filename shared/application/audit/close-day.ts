import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import type { ScheduleRun, ScheduleRuns } from '../ports/schedule-runs.ts';
import { type HeadKeepingDeps, keepAuditHeads } from './keep-heads.ts';
import { type ListLateDeps, listLate } from './list-late.ts';
import { type VerifyingDeps, type VerifyPosition, verifySlice, verifyStart } from './verify-audit.ts';

export type CloseDayDeps = HeadKeepingDeps &
  VerifyingDeps &
  ListLateDeps & { readonly scheduleRuns: Pick<ScheduleRuns, 'keep'> };

/** The name of the schedule, as its runs are kept under. */
export const CLOSE_SCHEDULE = 'keep-audit-heads';

export interface CloseQuestion {
  readonly places: Iterable<string>;
  /** The instant at which the run was due: the day before its local day is closed. */
  readonly time: Instant;
  readonly requestId: string;
  /** Whether there is time to begin something more. */
  readonly hasTime: () => boolean;
  /** Told of whatever could not be done, for the log. */
  readonly onFailure: (failed: unknown) => void;
}

/**
 * Closes the day before in every place: what was left unlisted, its heads, its unusual hours, and then a verification of the whole audit for as long as
 * there is time. What was found is counted and kept for operators; which chains, the verification tells an audit officer.
 */
export async function closeDay(deps: CloseDayDeps, question: CloseQuestion): Promise<ScheduleRun> {
  const { time, requestId, hasTime, onFailure } = question;
  const counts = {
    heads: 0,
    unusual: 0,
    listed: 0,
    views: 0,
    people: 0,
    events: 0,
    unproved: 0,
    findings: 0,
    failed: 0,
  };
  const places = [...question.places];
  // First every head: a verification that takes long must not keep another place's day open.
  for (const place of places) {
    try {
      counts.listed += await listLate(deps, place, time);
      const { head, unusual } = await keepAuditHeads(deps, place, time);
      if (head !== null) counts.heads += 1;
      counts.unusual += unusual;
    } catch (caught) {
      counts.failed += 1;
      onFailure(caught);
    }
  }
  for (const place of places) {
    let position: VerifyPosition | undefined = verifyStart;
    while (position !== undefined && hasTime()) {
      try {
        const slice = await verifySlice(deps, place, time, position);
        counts.views += slice.views;
        counts.people += slice.people;
        counts.events += slice.events;
        counts.findings += slice.findings.length;
        position = slice.next;
      } catch (caught) {
        counts.failed += 1;
        onFailure(caught);
        break;
      }
    }
    // A place too large for one night is proved by `npm run verify-audit`; its day is closed all the same.
    if (position !== undefined) counts.unproved += 1;
  }
  const run: ScheduleRun = {
    schedule: CLOSE_SCHEDULE,
    day: localDateOf(time),
    time,
    requestId,
    complete: true,
    counts,
  };
  await deps.scheduleRuns.keep(run);
  return run;
}
