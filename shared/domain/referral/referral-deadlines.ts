/** Every deadline of a referral as the one idea of a deadline: its standard, its long waits, its duties, an answer awaited. */
import type { LocalDate } from '../calendar/local-date.ts';
import { addDays } from '../calendar/local-date.ts';
import { type Deadline, nextAlert } from '../deadline/deadline.ts';
import { deadlineFrom } from '../deadline/ladder.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import { type Duty, type DutyContext, dutiesOf } from './duties.ts';
import { foldReferral } from './fold.ts';
import type { Referral } from './referral.ts';
import type { ReferralState } from './state.ts';

/** The deadline of the queue's waiting standard for a clock that starts on a day. Day N is inside; N + 1 is the breach. */
export function standardDeadline(queue: QueuePolicy, clockStart: LocalDate): Deadline {
  const { warnDays, standard } = queue;
  return deadlineFrom(
    { count: 'days', limit: standard.days, ...warnDays },
    { kind: 'waiting-standard', start: clockStart },
  );
}

/** The days on which a wait becomes one of those counted as long, or watched; the standard's own day is not among them. */
export function longWaitDeadline(queue: QueuePolicy, clockStart: LocalDate): Deadline | undefined {
  const days = [...new Set([...queue.longWaitDays, ...queue.monitorDays])]
    .filter((over) => over !== queue.standard.days)
    .sort((a, b) => a - b)
    .map((over) => ({ threshold: over % 7 === 0 ? `over-${over / 7}-weeks` : `over-${over}-days`, day: over + 1 }));
  return days.length === 0
    ? undefined
    : deadlineFrom({ count: 'milestones', days }, { kind: 'long-wait', start: clockStart });
}

/** The deadlines that stand, in the order they are due. Met ones are not among them. */
export function referralDeadlines(state: ReferralState, context: DutyContext): readonly Deadline[] {
  const deadlines = dutiesOf(state, context).map(dutyDeadline);
  if (state.running !== undefined) {
    deadlines.push(standardDeadline(context.queue, state.running.startOn));
    const long = longWaitDeadline(context.queue, state.running.startOn);
    if (long !== undefined) deadlines.push(long);
  }
  if (state.returned !== undefined)
    deadlines.push(
      deadlineFrom(
        { count: 'before-due', amber: 14, approaching: 7 },
        { kind: 'information-answer', start: state.returned.on, due: state.returned.lastDay },
      ),
    );
  return deadlines.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.kind < b.kind ? -1 : 1));
}

// A duty of days is told on the day it arises and when it is late: in between there is no time to warn in.
function dutyDeadline({ kind, from, by }: Duty): Deadline {
  const start = from < by ? from : by;
  return {
    kind,
    start,
    due: by,
    warnOn: [
      { threshold: 'amber', severity: 'amber', on: start },
      { threshold: 'breach', severity: 'breach', on: addDays(by, 1) },
    ],
  };
}

/** What the indexes of due dates and of alerts hold for a referral. */
export interface PlannedDates {
  /** The earliest deadline that is not met, overdue ones included. */
  readonly due: { readonly on: LocalDate; readonly kind: string } | null;
  /** The first alert that was not raised yet; its day may have passed. */
  readonly nextAlert: { readonly on: LocalDate; readonly kind: string; readonly threshold: string } | null;
}

/**
 * The dates a referral is next looked for by, as at a day. `alerted` holds the keys (`alertKey`) of alerts raised already.
 * Both are null when nothing is left to do or to watch.
 */
export function plannedDates(
  referral: Pick<Referral, 'events'>,
  context: DutyContext & { readonly asAt: LocalDate; readonly alerted?: ReadonlySet<string> },
): PlannedDates {
  const { state } = foldReferral(referral.events, context);
  const deadlines = referralDeadlines(state, context);
  const first = deadlines.find((deadline) => deadline.kind !== 'long-wait');
  let next: PlannedDates['nextAlert'] = null;
  for (const deadline of deadlines) {
    const warning = nextAlert(deadline, context.alerted ?? new Set());
    if (warning !== undefined && (next === null || warning.on < next.on))
      next = { on: warning.on, kind: deadline.kind, threshold: warning.threshold };
  }
  return { due: first === undefined ? null : { on: first.due, kind: first.kind }, nextAlert: next };
}
