/** For every kind of event: a history in which it fits, what somebody types, and the facts that must be recorded. */
import type { ReferralEventFacts, ReferralEventKind } from '../../../shared/domain/referral/event.ts';
import type { Fields } from '../running-site.ts';
import { typedDate } from '../sent-form.ts';

export interface EventSample {
  readonly queue?: string;
  /** What happened before, after the receipt on 6 July 2026. */
  readonly before?: readonly (readonly [on: string, facts: ReferralEventFacts])[];
  readonly born?: string;
  readonly typed: Fields;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The first question that is missing when only the day is given; null when the day is all that is asked. */
  readonly firstMissing: string | null;
}

const accepted = ['2026-07-08', { kind: 'triage-accepted' }] as const;
const booked = ['2026-08-03', { kind: 'appointment-booked', appointmentOn: '2026-09-01' }] as never as readonly [
  string,
  ReferralEventFacts,
];
const seen = ['2026-09-01', { kind: 'contact', mechanism: 'face-to-face', parentOnly: false }] as const;
const assessed = ['2026-09-01', { kind: 'assessment-started', byRole: 'Psychologist' }] as const;
const decided = ['2026-09-20', { kind: 'outcome-decided', outcome: 'confirmed' }] as const;
const missed = (on: string) =>
  [
    on,
    {
      kind: 'appointment-missed',
      coding: 'was-not-brought',
      first: false,
      communicationProven: true,
      safeguardingConsidered: true,
    },
  ] as const;

/** Kinds that name an earlier entry are tested with that entry at hand, in tests of their own. */
export type SampledKind = Exclude<ReferralEventKind, 'recorded-in-error' | 'offer-declined' | 'received'>;

export const eventSamples: Readonly<Record<SampledKind, EventSample>> = {
  'booked-directly': {
    typed: typedDate('appointmentOn', '2026-12-01'),
    facts: { appointmentOn: '2026-12-01' },
    firstMissing: 'appointmentOn-day',
  },
  'triage-accepted': { typed: {}, facts: {}, firstMissing: null },
  'returned-for-information': {
    typed: { questions: 'What does the school see?' },
    facts: { questions: 'What does the school see?' },
    firstMissing: 'questions',
  },
  'information-received': {
    before: [['2026-10-20', { kind: 'returned-for-information', questions: 'School report' }]],
    typed: {},
    facts: {},
    firstMissing: null,
  },
  rejected: {
    typed: { reason: 'wrong-service', advice: 'See the local offer' },
    facts: { reason: 'wrong-service', advice: 'See the local offer' },
    firstMissing: 'reason',
  },
  'appointment-offered': {
    before: [accepted],
    typed: { ...typedDate('dates', '2026-12-01'), ...typedDate('secondDate', '2026-12-03') },
    facts: { dates: ['2026-12-01', '2026-12-03'] },
    firstMissing: 'dates-day',
  },
  'appointment-booked': {
    before: [accepted],
    typed: { ...typedDate('appointmentOn', '2026-12-01'), time: '9:30' },
    facts: { appointmentOn: '2026-12-01', time: '09:30' },
    firstMissing: 'appointmentOn-day',
  },
  'appointment-cancelled': {
    before: [accepted, booked],
    typed: { by: 'family', reason: 'Ill' },
    facts: { by: 'family', reason: 'Ill' },
    firstMissing: 'by',
  },
  'appointment-missed': {
    before: [accepted, booked],
    typed: { first: 'yes', communicationProven: 'no', safeguardingConsidered: 'yes', reason: '' },
    facts: { coding: 'was-not-brought', first: true, communicationProven: false, safeguardingConsidered: true },
    firstMissing: 'first',
  },
  'new-date-agreed': { before: [accepted, missed('2026-09-01')], typed: {}, facts: {}, firstMissing: null },
  'family-contacted': {
    typed: { purpose: 'validation', stillNeeded: 'yes' },
    facts: { purpose: 'validation', stillNeeded: true },
    firstMissing: 'purpose',
  },
  'missed-appointments-reviewed': {
    before: [accepted, missed('2026-09-01'), missed('2026-10-01')],
    typed: { conclusion: 'Bus fares; social worker told' },
    facts: { conclusion: 'Bus fares; social worker told' },
    firstMissing: 'conclusion',
  },
  contact: {
    before: [accepted],
    typed: { mechanism: 'video', parentOnly: 'yes' },
    facts: { mechanism: 'video', parentOnly: true },
    firstMissing: 'mechanism',
  },
  'baseline-measured': {
    before: [accepted],
    typed: { measure: 'SDQ' },
    facts: { measure: 'SDQ' },
    firstMissing: 'measure',
  },
  'plan-or-intervention': {
    before: [accepted],
    typed: { what: 'care-plan' },
    facts: { what: 'care-plan' },
    firstMissing: 'what',
  },
  'assessment-started': {
    queue: 'ASD',
    before: [accepted],
    typed: { byRole: 'Clinical psychologist' },
    facts: { byRole: 'Clinical psychologist' },
    firstMissing: 'byRole',
  },
  'outcome-decided': {
    queue: 'ASD',
    before: [accepted, seen, assessed],
    typed: { outcome: 'not-confirmed' },
    facts: { outcome: 'not-confirmed' },
    firstMissing: 'outcome',
  },
  'family-informed': {
    queue: 'ASD',
    before: [accepted, seen, assessed, decided],
    typed: {},
    facts: {},
    firstMissing: null,
  },
  'treatment-started': { before: [accepted, seen], typed: {}, facts: {}, firstMissing: null },
  'active-monitoring-started': {
    before: [accepted, seen],
    typed: { by: 'clinician' },
    facts: { by: 'clinician' },
    firstMissing: 'by',
  },
  'decision-to-treat': {
    queue: 'RTT',
    before: [accepted, ['2026-09-01', { kind: 'active-monitoring-started', by: 'clinician' }]],
    typed: {},
    facts: {},
    firstMissing: null,
  },
  'decision-not-to-treat': {
    before: [accepted],
    typed: { reason: 'Not indicated' },
    facts: { reason: 'Not indicated' },
    firstMissing: 'reason',
  },
  'declined-by-family': {
    before: [accepted],
    typed: { what: 'Therapy' },
    facts: { what: 'Therapy' },
    firstMissing: null,
  },
  transferred: {
    before: [accepted],
    typed: { to: 'Alder team', organisation: 'rbs' },
    facts: { to: 'Alder team', organisation: 'RBS' },
    firstMissing: 'to',
  },
  'right-to-choose-accepted': {
    queue: 'ASD',
    before: [accepted],
    typed: { provider: 'Another provider' },
    facts: { provider: 'Another provider' },
    firstMissing: 'provider',
  },
  discharged: {
    before: [accepted, seen],
    typed: { reason: 'treated', clinician: 'R. Kaplan, therapist' },
    facts: { reason: 'treated', clinician: 'R. Kaplan, therapist' },
    firstMissing: 'reason',
  },
  reinstated: {
    before: [
      accepted,
      missed('2026-09-01'),
      missed('2026-10-01'),
      ['2026-10-05', { kind: 'missed-appointments-reviewed', conclusion: 'No worry' }],
      ['2026-10-20', { kind: 'discharged', reason: 'not-brought', clinician: 'R. Kaplan' }],
    ],
    typed: { reason: 'The family rang' },
    facts: { reason: 'The family rang' },
    firstMissing: 'reason',
  },
  'moved-into-area': {
    typed: { waitedDaysElsewhere: '210' },
    facts: { waitedDaysElsewhere: 210 },
    firstMissing: 'waitedDaysElsewhere',
  },
  retiered: {
    before: [accepted],
    typed: { tier: 'soon', reason: 'Weight loss' },
    facts: { tier: 'soon', reason: 'Weight loss' },
    firstMissing: 'tier',
  },
  'linked-duplicate': {
    typed: { ...typedDate('received', '2026-08-01'), source: 'School' },
    facts: { received: '2026-08-01', source: 'School' },
    firstMissing: 'received-day',
  },
  transition: {
    born: '2009-01-20',
    before: [accepted],
    typed: { step: 'planned', team: 'Adult team' },
    facts: { step: 'planned', team: 'Adult team' },
    firstMissing: 'step',
  },
  assigned: { before: [accepted], typed: { to: 'Ruth Kaplan' }, facts: { to: 'Ruth Kaplan' }, firstMissing: 'to' },
  noted: { typed: { note: 'Line one\nLine two' }, facts: { note: 'Line one\nLine two' }, firstMissing: 'note' },
};
