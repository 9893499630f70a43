/** What a referral is on a day, from its events: everything that is ever said about a referral comes from here. */
import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ReferralEvent } from './event.ts';
import { Pathway, type PathwayContext } from './pathway.ts';
import { standingEvents } from './standing-events.ts';
import type { ReferralState, TraceLine } from './state.ts';

/** What a fold needs besides the events. */
export interface FoldContext extends PathwayContext {
  /** Events dated later are not seen; a stop dated this day counts as stopped. */
  readonly asAt: LocalDate;
  /** As it was known then: events and corrections recorded later are not seen. Everything recorded, when absent. */
  readonly knownAt?: Instant;
}

/**
 * The state of a referral on a day, and what each event did to its clocks. Events are taken by the day they concern and,
 * within a day, in the order they were recorded; the order of the array does not matter. When no receipt stands, because it
 * was recorded in error or not yet known, the answer is a void referral with no clock.
 */
export function foldReferral(
  events: readonly ReferralEvent[],
  context: FoldContext,
): { readonly state: ReferralState; readonly trace: readonly TraceLine[] } {
  const standing = standingEvents(events, context.knownAt);
  const pathway = new Pathway(context, askedTier(standing) ?? 'routine');
  if (askedTier(standing) !== undefined) {
    for (const event of standing) {
      if (event.on > context.asAt) break;
      pathway.take(event);
    }
  }
  return { state: pathway.state(context.asAt), trace: pathway.trace };
}

/** The priority that the first standing receipt asks for; undefined when no receipt stands. */
export function askedTier(standing: readonly ReferralEvent[]): ReferralState['tier'] | undefined {
  for (const { facts } of standing) if (facts.kind === 'received') return facts.tier;
  return undefined;
}
