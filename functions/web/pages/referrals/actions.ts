/** What may be recorded on a referral now: the usual next steps as buttons, everything else in groups, and why some things wait. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { ReferralEventKind } from '../../../../shared/domain/referral/event.ts';
import { nextActions, whyNot } from '../../../../shared/domain/referral/next-actions.ts';
import type { ReferralStage } from '../../../../shared/domain/referral/state.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { recordPath } from './addresses.ts';
import { eventFormOf, type FormKind } from './event-forms/event-forms.ts';
import { mayDo, type OpenRecord } from './open-record.ts';

/** What usually comes next at each stage, the most usual first; only what fits is shown. */
const usual: Readonly<Record<ReferralStage, readonly FormKind[]>> = {
  received: ['triage-accepted', 'returned-for-information', 'rejected'],
  returned: ['information-received'],
  waiting: ['appointment-offered', 'appointment-booked', 'family-contacted'],
  booked: ['contact', 'appointment-missed', 'appointment-cancelled'],
  seen: ['family-informed', 'outcome-decided', 'assessment-started', 'treatment-started', 'contact', 'discharged'],
  monitored: ['decision-to-treat', 'contact', 'discharged'],
  discharged: ['reinstated', 'noted'],
  removed: ['reinstated', 'information-received', 'noted'],
  rejected: ['noted'],
  void: ['received'],
};
const MOST_BUTTONS = 3;

const groups: readonly { readonly name: string; readonly kinds: readonly FormKind[] }[] = [
  {
    name: 'Triage',
    kinds: ['received', 'triage-accepted', 'returned-for-information', 'information-received', 'rejected'],
  },
  {
    name: 'Appointments',
    kinds: [
      'appointment-offered',
      'offer-declined',
      'appointment-booked',
      'booked-directly',
      'appointment-cancelled',
      'appointment-missed',
      'missed-appointments-reviewed',
      'new-date-agreed',
    ],
  },
  {
    name: 'Contact and assessment',
    kinds: [
      'family-contacted',
      'contact',
      'assessment-started',
      'outcome-decided',
      'family-informed',
      'baseline-measured',
      'plan-or-intervention',
    ],
  },
  {
    name: 'Treatment',
    kinds: [
      'treatment-started',
      'active-monitoring-started',
      'decision-to-treat',
      'decision-not-to-treat',
      'declined-by-family',
    ],
  },
  {
    name: 'Moving and ending',
    kinds: ['transferred', 'right-to-choose-accepted', 'transition', 'moved-into-area', 'discharged', 'reinstated'],
  },
  { name: 'Keeping the record', kinds: ['retiered', 'assigned', 'linked-duplicate', 'noted'] },
];

/** What can be recorded although nobody is asked for it here: out of the usual order, or seldom in this queue. */
function seldomActions(visit: ActingVisit, record: OpenRecord, offered: readonly FormKind[]): readonly FormKind[] {
  return groups
    .flatMap(({ kinds }) => kinds)
    .filter((kind) => !offered.includes(kind) && kind !== 'retiered' && mayDo(visit, 'referral.record', record))
    .filter((kind) => whyNot(record.state, kind, record.context) === undefined);
}

/** The actions that fit the referral and that the reader may take, in the order of the groups. */
function openActions(visit: ActingVisit, record: OpenRecord): readonly FormKind[] {
  const fitting = new Set<ReferralEventKind>(nextActions(record.state, record.context));
  return groups
    .flatMap(({ kinds }) => kinds)
    .filter(
      (kind) => fitting.has(kind) && mayDo(visit, kind === 'retiered' ? 'referral.retier' : 'referral.record', record),
    );
}

export function actionsView(visit: ActingVisit, record: OpenRecord): Html {
  if (!mayDo(visit, 'referral.record', record))
    return html`<p class="app-secondary">You can read this referral. Only ${record.queue.name} can record anything on it.</p>`;
  const open = openActions(visit, record);
  const { state, address } = record;
  const needed: readonly FormKind[] =
    state.missed.reviewFrom !== undefined && !state.missed.reviewed ? ['missed-appointments-reviewed'] : [];
  const first = [...needed, ...usual[state.stage]].filter((kind) => open.includes(kind)).slice(0, MOST_BUTTONS);
  const seldom = seldomActions(visit, record, open);
  const rest = [
    ...groups.map(({ name, kinds }) => ({
      name,
      kinds: kinds.filter((kind) => open.includes(kind) && !first.includes(kind)),
    })),
    { name: 'Seldom here', kinds: seldom },
  ].filter(({ kinds }) => kinds.length > 0);
  return html`<div class="app-no-print">${buttonGroup(
    ...first.map((kind, at) =>
      linkButton({
        text: eventFormOf(kind).action,
        href: recordPath(address, kind),
        ...(at === 0 ? {} : { variant: 'secondary' as const }),
      }),
    ),
  )}${notYet(visit, record)}${
    rest.length > 0 &&
    details({
      summary: 'Everything else you can record',
      content: html`<div class="app-columns">${rest.map(
        ({ name, kinds }) =>
          html`<div><h3 class="nhsuk-heading-xs">${name}</h3><ul class="nhsuk-list">${kinds.map(
            (kind) => html`<li><a href="${recordPath(address, kind)}">${eventFormOf(kind).action}</a></li>`,
          )}</ul></div>`,
      )}</div>`,
    })
  }</div>`;
}

/** Why something that people look for is not offered; only what would otherwise be a riddle. */
function notYet(visit: ActingVisit, record: OpenRecord): Html | false {
  const said = [
    discharge(record),
    outcome(record),
    reinstatement(record),
    transition(record),
    retiering(visit, record),
  ].filter((sentence) => sentence !== undefined);
  return (
    said.length > 0 &&
    html`<ul class="nhsuk-list app-secondary">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  );
}

function discharge({ state, context }: OpenRecord): string | undefined {
  return whyNot(state, 'discharged', context)?.code === 'review-not-recorded'
    ? 'Discharge is possible after the missed appointments are reviewed.'
    : undefined;
}

function outcome({ state, context }: OpenRecord): string | undefined {
  return whyNot(state, 'outcome-decided', context)?.code === 'assessment-not-started'
    ? 'The outcome can be recorded after the assessment has started.'
    : undefined;
}

function reinstatement({ state, context }: OpenRecord): string | undefined {
  if (whyNot(state, 'reinstated', context)?.code !== 'not-reinstatable') return undefined;
  const until = state.reinstatableUntil;
  return until === undefined
    ? 'This referral is closed. If help is needed again, add a new referral.'
    : `Reinstating was possible up to ${formatDate(until)}. If help is needed again, add a new referral.`;
}

function transition({ state, context }: OpenRecord): string | undefined {
  const from = state.transition?.planFrom;
  // Only when it is near: nobody looks for the adult pathway of a child of five.
  return from !== undefined &&
    from.slice(0, 4) === context.today.slice(0, 4) &&
    whyNot(state, 'transition', context)?.code === 'too-young-for-transition'
    ? `The move to the adult pathway can be planned from ${formatDate(from)}.`
    : undefined;
}

function retiering(visit: ActingVisit, record: OpenRecord): string | undefined {
  return record.state.open && !mayDo(visit, 'referral.retier', record)
    ? 'Only a clinician of the service can change the priority.'
    : undefined;
}
