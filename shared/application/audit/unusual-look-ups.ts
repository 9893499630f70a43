import { spanOfDays } from '../../domain/audit/days.ts';
import { type UnusualHour, unusualHours } from '../../domain/audit/unusual.ts';
import type { ViewEntry } from '../../domain/audit/view.ts';
import { addDays, type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placeNotFound } from '../policy/read-policy.ts';
import { recordView } from '../record-view.ts';
import { type AskedDays, type AuditQuestion, askedDays } from './audit-lines.ts';

/** Days shown when nobody says which. */
const USUAL_DAYS = 7;
/** Days that no nightly run has closed yet are read from the chains themselves; at most so many. */
const MOST_OPEN_DAYS = 7;

/** Hours in which somebody looked at unusually much. */
export interface UnusualLookUps {
  readonly days: AskedDays;
  /** The newest first. */
  readonly hours: readonly UnusualHour[];
}

/**
 * The unusual hours of some days: those of closed days as they were found at their end, those of the days since from the
 * chains of views. No list is scanned: a chain is read from its newest end back to the first of these days.
 * @throws `invalid`; `forbidden`.
 */
export async function unusualLookUps(
  deps: Pick<Deps, 'audit' | 'auditSearch' | 'auditHeads' | 'unusualHours'>,
  call: Call,
  question: AuditQuestion,
): Promise<UnusualLookUps> {
  const { place } = call.actor;
  authorise(call, 'audit.read', placeSubject(place), placeNotFound);
  const today = todayOf(call);
  const days = askedDays(question, today, USUAL_DAYS);
  await recordView(deps, call, 'audit.read', []);
  const found = new Map<string, UnusualHour>();
  const add = (hour: UnusualHour) => found.set(`${hour.hour}#${hour.actor}#${hour.rule}`, hour);
  for await (const hour of deps.unusualHours.in(place, days.span)) add(hour);
  const closed = (await deps.auditHeads.last(place))?.day;
  const firstOpen = latest(
    days.from,
    addDays(days.to, 1 - MOST_OPEN_DAYS),
    closed === undefined ? days.from : addDays(closed, 1),
  );
  if (firstOpen <= days.to) for (const hour of await openHours(deps, place, firstOpen, days.to)) add(hour);
  const hours = [...found].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, hour]) => hour);
  return { days, hours };
}

async function openHours(
  deps: Pick<Deps, 'auditSearch'>,
  place: string,
  first: LocalDate,
  last: LocalDate,
): Promise<readonly UnusualHour[]> {
  const span = spanOfDays(first, last);
  const hours: UnusualHour[] = [];
  for await (const actor of deps.auditSearch.viewers(place)) {
    const views: ViewEntry[] = [];
    for await (const view of deps.auditSearch.viewsByIn(place, actor, span)) views.push(view);
    hours.push(...unusualHours(views));
  }
  return hours;
}
