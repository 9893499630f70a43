/**
 * "Why is this number?": the arithmetic of a wait line by line, each line with its day, its rule and where the rule comes
 * from, ending in the number shown. Events that changed nothing are explained too. Data, not text for one page.
 */
import { formatDate } from '../calendar/format-date.ts';
import { localDateOf } from '../calendar/instant.ts';
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { counted, weeksAndDays } from '../calendar/weeks.ts';
import { sources } from './clock-families/sources.ts';
import type { ReferralEvent } from './event.ts';
import { eventWords } from './event-words.ts';
import type { FamilyTotal } from './family-total.ts';
import { type FoldContext, foldReferral } from './fold.ts';
import type { Referral } from './referral.ts';
import { type RttStatus, rttStatuses } from './rtt-status.ts';
import { mistakenEventIds, standingEvents } from './standing-events.ts';
import type { Clock, ReferralState, TraceLine } from './state.ts';
import { type WaitAgainstStandard, waitAgainstStandard, waitInWords } from './wait-against-standard.ts';

export interface ExplanationLine {
  readonly on: LocalDate;
  /** The event, or null for what follows from the passing of time or from counting. */
  readonly eventId: string | null;
  readonly text: string;
  readonly rule: string;
  readonly source: string;
  /** `in-error` counts for nothing, `later` lies after the day asked about, `counted` is arithmetic. */
  readonly effect: TraceLine['effect'] | 'in-error' | 'later' | 'counted';
  /** Days on the clock that runs on this day, day 0 its start; absent where none does. */
  readonly days?: number;
  /** Only in consultant-led queues, and only for activity. */
  readonly rttStatus?: RttStatus;
}

export interface Explanation {
  readonly asAt: LocalDate;
  /** Version of the policy it was worked out by. */
  readonly policyVersion: number;
  readonly lines: readonly ExplanationLine[];
  /** The number shown; absent where no clock counts. */
  readonly wait?: WaitAgainstStandard;
  /** The wait the family feels, with its own sentence. */
  readonly family?: FamilyTotal & { readonly text: string; readonly rule: string; readonly source: string };
}

/** Explains the wait of a referral on a day, as it was known then where `knownAt` is given. */
export function explainWait(referral: Pick<Referral, 'events'>, context: FoldContext): Explanation {
  const { state, trace } = foldReferral(referral.events, context);
  const lines = [
    ...traceLines(referral.events, trace, state, context),
    ...aside(referral.events, context),
    ...transitionLines(state, context),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const { headline, waitDays, familyTotal } = state;
  const wait =
    headline === undefined || waitDays === undefined
      ? undefined
      : waitAgainstStandard(headline, waitDays, context.queue);
  return {
    asAt: context.asAt,
    policyVersion: context.policy.version,
    lines: [...lines, ...closing(state, wait, context)],
    ...(wait !== undefined && { wait }),
    ...(familyTotal !== undefined && { family: { ...familyTotal, ...familyWords(familyTotal) } }),
  };
}

function traceLines(
  events: readonly ReferralEvent[],
  trace: readonly TraceLine[],
  state: ReferralState,
  context: FoldContext,
): ExplanationLine[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const statuses =
    context.queue.clockFamily === 'RTT' ? rttStatuses(standingEvents(events, context.knownAt), trace) : undefined;
  return trace.map(({ on, eventId, effect, rule, source }) => {
    const event = eventId === null ? undefined : byId.get(eventId);
    const days = daysOn(on, state.clocks);
    const rttStatus = eventId === null ? undefined : statuses?.get(eventId);
    return {
      on,
      eventId,
      text: event === undefined ? 'Closed: the information asked for did not come' : eventWords(event.facts),
      rule,
      source,
      effect,
      ...(days !== undefined && { days }),
      ...(rttStatus !== undefined && { rttStatus }),
    };
  });
}

/** Days on the clock that ran on a day, its last day included. */
function daysOn(on: LocalDate, clocks: readonly Clock[]): number | undefined {
  const clock = clocks.findLast(({ startOn, end }) => startOn <= on && (end === undefined || on <= end.on));
  return clock === undefined ? undefined : daysBetween(clock.startOn, on);
}

/** Events that the fold did not take: recorded in error, or after the day asked about. */
function aside(events: readonly ReferralEvent[], { asAt, knownAt }: FoldContext): ExplanationLine[] {
  const known = knownAt === undefined ? events : events.filter((event) => event.recordedAt <= knownAt);
  const mistaken = mistakenEventIds(known);
  const lines: ExplanationLine[] = [];
  for (const { id, on, facts } of known) {
    if (facts.kind === 'recorded-in-error') continue;
    const correction = known.findLast(({ facts: other }) => other.kind === 'recorded-in-error' && other.eventId === id);
    if (mistaken?.has(id) && correction !== undefined)
      lines.push({
        on,
        eventId: id,
        text: `${eventWords(facts)}: recorded in error, corrected on ${formatDate(localDateOf(correction.recordedAt))}`,
        rule: 'An event recorded in error counts as if it had never happened',
        source: sources.localPolicy,
        effect: 'in-error',
      });
    else if (on > asAt)
      lines.push({
        on,
        eventId: id,
        text: eventWords(facts),
        rule: `Not counted: this is the wait as at ${formatDate(asAt)}`,
        source: sources.localPolicy,
        effect: 'later',
      });
  }
  return lines;
}

function transitionLines({ transition, clocks }: ReferralState, { queue }: FoldContext): ExplanationLine[] {
  if (transition?.adult !== true || queue.adultPathway === null) return [];
  const on = transition.adultFrom;
  const days = daysOn(on, clocks);
  // Someone received as an adult was on that pathway from the start.
  if (days === undefined || days === 0) return [];
  return [
    {
      on,
      eventId: null,
      text: `18th birthday: moves to ${queue.adultPathway.name} (${queue.adultPathway.team})`,
      rule: 'Turning 18 changes the pathway and keeps the clock; it is not a removal',
      source: sources.localPolicy,
      effect: 'no-effect',
      days,
    },
  ];
}

function closing(state: ReferralState, wait: WaitAgainstStandard | undefined, context: FoldContext): ExplanationLine[] {
  const { asAt, headline, orderingDate, running } = state;
  const { queue } = context;
  if (headline === undefined || wait === undefined)
    return [
      {
        on: asAt,
        eventId: null,
        text: 'No clock counts, so no wait is shown',
        rule: 'A clock that was nullified is in no figure',
        source: sources.localPolicy,
        effect: 'counted',
      },
    ];
  const to = headline.end?.on ?? asAt;
  const lines: ExplanationLine[] = [
    {
      on: to,
      eventId: null,
      text: `From ${formatDate(headline.startOn)} to ${formatDate(to)}: ${counted(wait.days, 'day')}`,
      rule: 'Calendar days; the day the clock starts is day 0',
      source: sources.dayCount,
      effect: 'counted',
      days: wait.days,
    },
  ];
  if (orderingDate !== undefined && running !== undefined && orderingDate < running.startOn)
    lines.push({
      on: asAt,
      eventId: null,
      text: `Placed on the list as if waiting since ${formatDate(orderingDate)}`,
      rule: 'A wait elsewhere counts for the order of the list in protected groups, never for the wait reported',
      source: sources.localPolicy,
      effect: 'counted',
    });
  if (wait.months !== undefined)
    lines.push({
      on: wait.months.lastDay,
      eventId: null,
      text: `${wait.months.number} calendar months end on ${formatDate(wait.months.lastDay)}: ${wait.months.within ? 'inside' : 'over'}`,
      rule: `Shown beside; the headline is ${queue.standard.name}`,
      source: queue.standard.source,
      effect: 'counted',
    });
  lines.push({
    on: to,
    eventId: null,
    text: waitInWords(wait, queue),
    rule: `Day ${wait.standardDays} is inside; day ${wait.standardDays + 1} is over`,
    source: queue.standard.source,
    effect: 'counted',
    days: wait.days,
  });
  return lines;
}

function familyWords({ from, to, days }: FamilyTotal) {
  const end = to === undefined ? 'and still running' : `to ${formatDate(to)}`;
  return {
    text: `From the first receipt on ${formatDate(from)} ${end}: ${counted(days, 'day')} = ${weeksAndDays(days)}`,
    rule: 'The family’s wait runs from the first receipt, across missed appointments and transfers, until treatment, the outcome told, or closure',
    source: sources.localPolicy,
  };
}
