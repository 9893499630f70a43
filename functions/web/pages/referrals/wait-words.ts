/** A wait in words: how long, what it is measured against, and where that leaves it. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { counted, weeksAndDays } from '../../../../shared/domain/calendar/weeks.ts';
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import type { ReferralState } from '../../../../shared/domain/referral/state.ts';
import {
  type WaitAgainstStandard,
  waitAgainstStandard,
} from '../../../../shared/domain/referral/wait-against-standard.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';

/** The headline wait of a state; undefined where no clock counts. */
export function waitOf(state: ReferralState, queue: QueuePolicy): WaitAgainstStandard | undefined {
  const { headline, waitDays } = state;
  return headline === undefined || waitDays === undefined ? undefined : waitAgainstStandard(headline, waitDays, queue);
}

/** `16 weeks 0 days; the limit is 18 weeks, 12 May 2025`. */
export function waitSentence(wait: WaitAgainstStandard, queue: QueuePolicy): string {
  return `${weeksAndDays(wait.days)}; the ${limitName(queue)} is ${queue.standard.name}, ${formatDate(wait.lastDayInside)}`;
}

/** A target that a place set for itself is not called a limit. */
function limitName(queue: QueuePolicy): string {
  return queue.standard.national ? 'limit' : 'local target';
}

/** The wait beside its limit, with the tag that says where it stands. */
export function waitAtAGlance(state: ReferralState, queue: QueuePolicy): Html {
  const wait = waitOf(state, queue);
  if (wait === undefined) return html`${statusTag.wait('no-clock')}`;
  return html`<span class="app-nowrap">${weeksAndDays(wait.days)}</span> <span class="app-secondary">of ${queue.standard.name}</span> ${standingTag(state, wait)}`;
}

/** A wait that is over is said to be over; whether it was in time is said beside it. */
export function standingTag(state: ReferralState, wait: WaitAgainstStandard): Html {
  return html`${state.running === undefined && html`${statusTag.wait('no-clock')} `}${statusTag.wait(wait.standing === 'nearing' && state.running === undefined ? 'within' : wait.standing)}`;
}

/** `40 weeks 2 days from the first receipt on 6 January 2025`. */
export function familyWaitWords({ familyTotal }: ReferralState): string | undefined {
  if (familyTotal === undefined) return undefined;
  const until = familyTotal.to === undefined ? '' : `, to ${formatDate(familyTotal.to)}`;
  return `${weeksAndDays(familyTotal.days)} from the first receipt on ${formatDate(familyTotal.from)}${until}`;
}

/** `3 days late`, `today`, `in 5 days`. */
export function dueInWords(days: number): string {
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day')} late` : `in ${counted(days, 'day')}`;
}
