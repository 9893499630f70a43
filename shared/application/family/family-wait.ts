/** One wait as a family sees it: a stage in plain words, how long it has been, what comes next. */
import { daysBetween, type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import type { QueuePolicy } from '../../domain/policy/policy.ts';
import type { ReferralEventFacts } from '../../domain/referral/event.ts';
import type { FamilyTotal } from '../../domain/referral/family-total.ts';
import { standingEvents } from '../../domain/referral/standing-events.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import type { ReferralView } from '../person/person-view.ts';
import type { FamilyEstimate } from './family-estimate.ts';

/** Where a wait stands, in as many steps as matter to a family. What each is called, words/ says. */
export const familyStages = [
  'received',
  'more-information',
  'waiting',
  'booked',
  'being-assessed',
  'assessment-finished',
  'told',
  'seen',
  'monitored',
  'not-accepted',
  'finished',
  'closed',
] as const;
export type FamilyStage = (typeof familyStages)[number];

export interface FamilyAppointment {
  readonly on: LocalDate;
  readonly time: string | null;
}

/** How far the move to the pathway for adults has come. A refusal ends no wait: it goes on while others sort it out. */
export const adultMoves = ['to-plan', 'planned', 'accepted', 'refused', 'moved'] as const;

/** The move of a wait to the pathway for adults at 18: the same start of the clock, a team that is named, no new referral. */
export interface FamilyAdultMove {
  /** The 18th birthday. */
  readonly on: LocalDate;
  readonly pathway: string;
  readonly team: string;
  readonly standing: (typeof adultMoves)[number];
}

export interface FamilyWait {
  readonly referralId: string;
  /** Code and name of what is waited for. */
  readonly queue: string;
  readonly name: string;
  readonly stage: FamilyStage;
  /** Not ended yet. */
  readonly open: boolean;
  readonly receivedOn: LocalDate;
  /** The wait by the service's own clock, to today or to its end. */
  readonly wait: { readonly since: LocalDate; readonly days: number; readonly running: boolean } | null;
  /** From the first time anybody asked for this, across hand-overs; null where that is the same. */
  readonly total: { readonly since: LocalDate; readonly days: number; readonly running: boolean } | null;
  readonly appointment: FamilyAppointment | null;
  /** From when the move is planned on; null before, and where nothing is waited for or no adult pathway is. */
  readonly adultMove: FamilyAdultMove | null;
  /** Since when we ask whether it is still needed; null while nobody is asked, and once it was answered. */
  readonly askedSince: LocalDate | null;
  /** How long it may take in all; null where nothing is waited for. */
  readonly estimate: FamilyEstimate | null;
  /** What the assessment found: only once the family was told in person (F9-10). */
  readonly outcome: NonNullable<ReferralState['outcome']> | null;
  /** Why it was not accepted, as a code; the words of staff stay theirs. */
  readonly notAccepted: ReferralEventFacts<'rejected'>['reason'] | null;
  readonly lastUpdatedOn: LocalDate | null;
}

/** Events whose day a family is told as the last change. What staff wrote among themselves is none of them. */
const toldKinds: ReadonlySet<string> = new Set([
  'received',
  'booked-directly',
  'triage-accepted',
  'returned-for-information',
  'information-received',
  'rejected',
  'appointment-offered',
  'appointment-booked',
  'appointment-cancelled',
  'new-date-agreed',
  'family-contacted',
  'contact',
  'assessment-started',
  'family-informed',
  'treatment-started',
  'active-monitoring-started',
  'discharged',
  'reinstated',
  'right-to-choose-accepted',
]);

export function familyWait(
  { referral, state }: ReferralView,
  {
    queue,
    total,
    withAppointments,
    estimate,
    askedSince,
  }: {
    readonly queue: QueuePolicy;
    readonly total: FamilyTotal | undefined;
    readonly withAppointments: boolean;
    readonly estimate: FamilyEstimate | null;
    readonly askedSince: LocalDate | null;
  },
): FamilyWait {
  const told = standingEvents(referral.events).filter(({ facts, on }) => toldKinds.has(facts.kind) && on <= state.asAt);
  const rejection = told.findLast(({ facts }) => facts.kind === 'rejected')?.facts;
  const { headline, running, waitDays, stamps, appointment } = state;
  const receivedOn = stamps.received ?? headline?.startOn ?? state.asAt;
  const informed = stamps.familyInformed !== undefined && stamps.familyInformed <= state.asAt;
  const [firstTold, ...laterTold] = told.map(({ on }) => on);
  return {
    referralId: referral.id,
    queue: queue.code,
    name: queue.name,
    stage: stageOf(state, informed, withAppointments),
    open: state.open,
    receivedOn,
    wait:
      headline === undefined || waitDays === undefined
        ? null
        : { since: headline.startOn, days: waitDays, running: running !== undefined },
    total: total === undefined || total.from >= (headline?.startOn ?? receivedOn) ? null : totalOf(total, state.asAt),
    appointment:
      withAppointments && appointment !== undefined ? { on: appointment.on, time: appointment.time ?? null } : null,
    adultMove: adultMoveOf(state, queue),
    askedSince,
    estimate,
    outcome: informed ? (state.outcome ?? null) : null,
    notAccepted: state.stage === 'rejected' && rejection?.kind === 'rejected' ? rejection.reason : null,
    lastUpdatedOn: firstTold === undefined ? null : latest(firstTold, ...laterTold),
  };
}

/** The place's words for pathway and team, never what staff typed about them. */
function adultMoveOf({ open, asAt, transition }: ReferralState, { adultPathway }: QueuePolicy): FamilyAdultMove | null {
  if (!open || adultPathway === null || transition === undefined || asAt < transition.planFrom) return null;
  return {
    on: transition.adultFrom,
    pathway: adultPathway.name,
    team: adultPathway.team,
    standing: standingOfMove(transition),
  };
}

function standingOfMove({ adult, step }: NonNullable<ReferralState['transition']>): FamilyAdultMove['standing'] {
  if (step === 'refused-by-adult-team') return 'refused';
  if (adult) return 'moved';
  if (step === undefined) return 'to-plan';
  return step === 'planned' ? 'planned' : 'accepted';
}

function totalOf({ from, to }: FamilyTotal, asAt: LocalDate): NonNullable<FamilyWait['total']> {
  return { since: from, days: daysBetween(from, to ?? asAt), running: to === undefined };
}

function stageOf({ stage, stamps }: ReferralState, informed: boolean, withAppointments: boolean): FamilyStage {
  switch (stage) {
    case 'received':
      return 'received';
    case 'returned':
      return 'more-information';
    case 'booked':
      return withAppointments ? 'booked' : 'waiting';
    case 'monitored':
      return 'monitored';
    case 'rejected':
      return 'not-accepted';
    case 'discharged':
      return 'finished';
    case 'removed':
      return 'closed';
    case 'seen':
      if (informed) return 'told';
      if (stamps.outcomeDecided !== undefined) return 'assessment-finished';
      return stamps.assessmentStarted === undefined ? 'seen' : 'being-assessed';
    case 'waiting':
    case 'void':
      return 'waiting';
  }
}
