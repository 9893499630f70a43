/** What was typed with an event, for staff to read in a history. Each kind says which of its facts are worth a line. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { ReferralEventFacts, ReferralEventKind } from '../../../../shared/domain/referral/event.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { sourceOptions } from './receipt-questions.ts';

type Line = readonly [term: string, text: string | undefined];
type Details = { readonly [K in ReferralEventKind]: (facts: ReferralEventFacts<K>) => readonly Line[] };

const nothing = (): readonly Line[] => [];
const because = ({ reason }: { readonly reason?: string | undefined }): readonly Line[] => [['Reason', reason]];
const yes = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? 'yes' : 'no';

const details: Details = {
  received: ({ source, tier, authoredOn, firstReceivedOn }) => [
    ['From', sourceOptions.find(({ value }) => value === source)?.text],
    ['Priority asked for', statusLabel.tier(tier).toLowerCase()],
    ['Written', authoredOn && formatDate(authoredOn)],
    ['First received elsewhere', firstReceivedOn && formatDate(firstReceivedOn)],
  ],
  'booked-directly': nothing,
  'triage-accepted': nothing,
  'returned-for-information': ({ questions }) => [['Asked', questions]],
  'information-received': nothing,
  rejected: ({ advice, alternative }) => [
    ['Advice', advice],
    ['Another service', alternative],
  ],
  'appointment-offered': nothing,
  'offer-declined': because,
  'appointment-booked': ({ time }) => [['Time', time]],
  'appointment-cancelled': because,
  'appointment-missed': ({ communicationProven, safeguardingConsidered, dependent, reason }) => [
    ['Family told of the appointment, proven', yes(communicationProven)],
    ['Safeguarding considered', yes(safeguardingConsidered)],
    ['Depends on others to be brought', yes(dependent)],
    ['Reason', reason],
  ],
  'new-date-agreed': nothing,
  'family-contacted': ({ purpose, stillNeeded }) => [
    ['For', purpose === 'other' ? undefined : purpose.replaceAll('-', ' ')],
    ['Still needed', yes(stillNeeded)],
  ],
  'missed-appointments-reviewed': ({ conclusion }) => [['Concluded', conclusion]],
  contact: nothing,
  'baseline-measured': ({ measure }) => [['Measure', measure]],
  'plan-or-intervention': nothing,
  'assessment-started': ({ byRole }) => [['By', byRole]],
  'outcome-decided': nothing,
  'family-informed': nothing,
  'treatment-started': nothing,
  'active-monitoring-started': nothing,
  'decision-to-treat': nothing,
  'decision-not-to-treat': because,
  'declined-by-family': ({ what }) => [['Declined', what]],
  transferred: ({ to, organisation }) => [['To', organisation === undefined ? to : `${to} (${organisation})`]],
  'right-to-choose-accepted': ({ provider, organisation }) => [
    ['Provider', organisation === undefined ? provider : `${provider} (${organisation})`],
  ],
  discharged: ({ clinician }) => [['Decided by', clinician]],
  reinstated: because,
  'moved-into-area': ({ waitedDaysElsewhere }) => [['Waited elsewhere', counted(waitedDaysElsewhere, 'day')]],
  retiered: because,
  'linked-duplicate': ({ source }) => [['Sent by', source]],
  transition: ({ team, reason }) => [
    ['Team', team],
    ['Reason', reason],
  ],
  assigned: ({ to }) => [['To', to]],
  noted: ({ note }) => [['', note]],
  'recorded-in-error': because,
};

/** The lines of an event; nothing where its words say it all. */
export function eventDetails(facts: ReferralEventFacts): Html | undefined {
  // Each kind's lines take that kind's facts; the union cannot say so.
  const linesOf = details[facts.kind] as (facts: ReferralEventFacts) => readonly Line[];
  const lines = linesOf(facts).filter(([, text]) => text !== undefined && text !== '');
  if (lines.length === 0) return undefined;
  return html`<ul class="app-lines">${lines.map(([term, text]) => html`<li class="app-typed">${term !== '' && html`<span class="app-secondary">${term}:</span> `}<bdi>${text}</bdi></li>`)}</ul>`;
}
