/** What staff have to do about a referral, each with the day by which. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { type Duty, type DutyKind, dutiesOf } from '../../../../shared/domain/referral/duties.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { OpenRecord } from './open-record.ts';
import { dueInWords } from './wait-words.ts';

const names: Readonly<Record<DutyKind, string>> = {
  triage: 'Triage the referral',
  acknowledge: 'Acknowledge the referral to the family',
  'contact-after-missed': 'Contact the family after the missed appointment and rebook',
  'review-missed': 'Clinical and safeguarding review of the missed appointments',
  'agree-new-date': 'Agree a new date with the family',
  'family-contact': 'Contact the family about the wait',
  'tell-outcome': 'Tell the family the outcome',
  'plan-transition': 'Plan the move to the adult pathway',
  'escalate-transition': 'Escalate: the adult team refused',
};

export function dutiesView({ state, context }: OpenRecord): Html {
  const { today } = context;
  const all = [...dutiesOf(state, context)].sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  const duties = all.filter(({ from }) => from <= today);
  const appointment = state.appointment;
  const passed = appointment !== undefined && appointment.on < today;
  if (duties.length === 0 && !passed) {
    // Whoever waits without a date waits for one, though no duty asks for it: the wait itself does, and may be long over its limit.
    const now = state.stage === 'waiting' ? 'Offer an appointment.' : 'Nothing is due now.';
    return html`<p>${now}${laterView(all, today)}</p>`;
  }
  return html`<ul class="app-duties">${
    passed &&
    html`<li>Record what happened at the appointment on ${formatDate(appointment.on)} ${tag({ text: 'Late', colour: 'red' })}</li>`
  }${duties.map((duty) => line(duty, today))}</ul>`;
}

/** What comes first of what cannot be done yet. */
function laterView(duties: readonly Duty[], today: LocalDate): Html | undefined {
  const next = duties.find(({ from }) => from > today);
  return (
    next &&
    html` Next: ${names[next.kind].charAt(0).toLowerCase()}${names[next.kind].slice(1)}, from ${formatDate(next.from)}.`
  );
}

function line(duty: Duty, today: LocalDate): Html {
  const left = daysBetween(today, duty.by);
  return html`<li>${names[duty.kind]} by <strong class="app-nowrap">${formatDate(duty.by)}</strong>${
    left < 0 ? html` ${tag({ text: 'Late', colour: 'red' })}` : left <= 7 && html` (${dueInWords(left)})`
  }</li>`;
}
