/**
 * A referral while its events are taken in order, one call an event. It holds what the events have made of it so far and
 * can be asked for the state at any point. fold.ts runs it to a day; record.ts runs it to judge each event of a history.
 */

import { birthday } from '../calendar/age.ts';
import type { Instant } from '../calendar/instant.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { PersonFlag } from '../person/person.ts';
import type { Policy, QueuePolicy } from '../policy/policy.ts';
import type { Tier } from '../policy/tier.ts';
import { AppointmentOffers } from './appointment-offers.ts';
import { clockFamilies } from './clock-families/clock-families.ts';
import { sources } from './clock-families/sources.ts';
import { isInPersonOrVideo, isTwoWay } from './contact-mechanism.ts';
import type { ReferralEvent } from './event.ts';
import { FamilyTotalWait } from './family-total.ts';
import { MissedAppointments } from './missed-appointments.ts';
import { type Closure, isNullified, type ReferralStage, type ReferralState, type TraceLine } from './state.ts';
import { WaitingClocks } from './waiting-clocks.ts';

/** What the taking of events needs besides the events. */
export interface PathwayContext {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  /** Of the person; without it nothing is said of the pathway for adults. */
  readonly birthDate?: LocalDate;
  /** Of the person; without them no carried wait counts for the order of the list. */
  readonly flags?: readonly PersonFlag[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const closingKinds: ReadonlySet<string> = new Set([
  'rejected',
  'discharged',
  'decision-not-to-treat',
  'declined-by-family',
  'right-to-choose-accepted',
]);

export class Pathway {
  readonly trace: TraceLine[] = [];
  readonly #context: PathwayContext;
  readonly #clocks: WaitingClocks;
  readonly #missed: MissedAppointments;
  readonly #offers: AppointmentOffers;
  readonly #total: FamilyTotalWait;
  #begun = false;
  #tier: Tier;
  #accepted = false;
  #awaitingTriageFrom: LocalDate | undefined;
  #stamps: Mutable<ReferralState['stamps']> = {};
  #outcome: ReferralState['outcome'];
  #receivedAt: Instant | undefined;
  #cancelled = { family: 0, provider: 0 };
  #appointment: ReferralState['appointment'];
  #returned: ReferralState['returned'];
  #closed: Closure | undefined;
  #reinstatableUntil: LocalDate | undefined;
  #transitionStep: NonNullable<ReferralState['transition']>['step'];
  #assignedTo: string | undefined;
  #lastEventOn: LocalDate | undefined;
  #lastValidatedOn: LocalDate | undefined;
  #lastFamilyContactOn: LocalDate | undefined;
  #carriedWaitDays = 0;
  #linkedDuplicates = 0;
  #eventCount = 0;

  /** `tier` is what the receipt asks for: a booking may come before it. */
  constructor(context: PathwayContext, tier: Tier) {
    const family = clockFamilies[context.queue.clockFamily];
    this.#context = context;
    this.#tier = tier;
    this.#clocks = new WaitingClocks(family);
    this.#missed = new MissedAppointments(context.policy.missedAppointment.reviewAfterInARow);
    this.#offers = new AppointmentOffers(context.policy.reasonableOffer);
    this.#total = new FamilyTotalWait(family.familyTotalEndsAt);
  }

  /** Takes the next event that stands; they come in the order of `standingEvents`. */
  take(event: ReferralEvent): void {
    this.passTo(event.on);
    this.trace.push(this.#clocks.take(event, this.#closed));
    this.#eventCount += 1;
    this.#lastEventOn = event.on;
    if (this.#closed === undefined) this.#takeOpen(event);
    else this.#takeClosed(event);
  }

  /** Lets time pass: a return for information that nobody answered closes by itself on the day after its last day. */
  passTo(day: LocalDate): void {
    if (this.#returned === undefined || day <= this.#returned.lastDay) return;
    const on = addDays(this.#returned.lastDay, 1);
    const effect = this.#clocks.closeWithoutInformation(on);
    this.trace.push({
      on,
      eventId: null,
      kind: 'no-information-closure',
      effect,
      rule: `No answer within ${this.#context.policy.returnForInformationDays} days of the return closes the referral; it is a removal, not seen`,
      source: sources.localPolicy,
    });
    this.#close({ on, why: 'no-information' }, true);
  }

  #takeOpen(event: ReferralEvent): void {
    const { facts, on } = event;
    this.#missed.take(event);
    this.#offers.take(event);
    this.#total.take(event);
    switch (facts.kind) {
      case 'received':
        this.#begun = true;
        this.#tier = facts.tier;
        this.#accepted ||= facts.alreadyAccepted;
        this.#stamps.received ??= on;
        this.#receivedAt ??= event.at;
        if (!this.#accepted) this.#awaitingTriageFrom = on;
        break;
      case 'booked-directly':
        this.#begun = true;
        this.#appointment = { on: facts.appointmentOn };
        break;
      case 'triage-accepted':
        this.#acceptedNow();
        break;
      case 'returned-for-information':
        this.#awaitingTriageFrom = undefined;
        this.#returned = { on, lastDay: addDays(on, this.#context.policy.returnForInformationDays) };
        break;
      case 'information-received':
        this.#informationArrived(on);
        break;
      case 'appointment-booked':
        this.#appointment = { on: facts.appointmentOn, ...(facts.time !== undefined && { time: facts.time }) };
        break;
      case 'appointment-cancelled':
        this.#cancelled[facts.by] += 1;
        this.#appointment = undefined;
        break;
      case 'appointment-missed':
        this.#appointmentPassed(on);
        break;
      case 'contact':
        if (isTwoWay(facts.mechanism)) {
          this.#stamps.firstContact ??= on;
          this.#attended(on);
        }
        if (isInPersonOrVideo(facts.mechanism)) this.#stamps.firstContactInPersonOrVideo ??= on;
        break;
      case 'family-contacted':
        this.#lastFamilyContactOn = on;
        if (facts.purpose === 'validation') this.#lastValidatedOn = on;
        break;
      case 'assessment-started':
        this.#stamps.assessmentStarted ??= on;
        this.#attended(on);
        break;
      case 'outcome-decided':
        this.#stamps.outcomeDecided ??= on;
        this.#outcome = facts.outcome;
        break;
      case 'family-informed':
        this.#informed(on);
        break;
      case 'treatment-started':
        this.#stamps.treatmentStarted ??= on;
        this.#attended(on);
        break;
      case 'retiered':
        this.#tier = facts.tier;
        break;
      case 'moved-into-area':
        this.#carriedWaitDays = facts.waitedDaysElsewhere;
        break;
      case 'linked-duplicate':
        this.#linkedDuplicates += 1;
        break;
      case 'transition':
        this.#transitionStep = facts.step;
        break;
      case 'assigned':
        this.#assignedTo = facts.to;
        break;
      default:
    }
    if (closingKinds.has(facts.kind)) this.#closeBy(event);
  }

  // After the end: what opens it again, and what may still be told or tried. Everything else is a note in the history.
  #takeClosed(event: ReferralEvent): void {
    const { facts, on } = event;
    if (facts.kind === 'information-received' && this.#closed?.why === 'no-information') {
      this.#reopen();
      this.#informationArrived(on);
    } else if (facts.kind === 'reinstated' && this.#closed?.reason === 'not-brought') this.#reopen();
    else if (facts.kind === 'family-informed') this.#informed(on);
    else if (facts.kind === 'family-contacted') this.#lastFamilyContactOn = on;
  }

  // Where only one outcome date is known it sets both; a decision recorded as such never says that the family was told.
  #informed(on: LocalDate): void {
    this.#stamps.familyInformed ??= on;
    this.#stamps.outcomeDecided ??= on;
  }

  #acceptedNow(): void {
    this.#accepted = true;
    this.#returned = undefined;
    this.#awaitingTriageFrom = undefined;
  }

  #informationArrived(on: LocalDate): void {
    this.#returned = undefined;
    if (!this.#accepted) this.#awaitingTriageFrom = on;
  }

  #attended(on: LocalDate): void {
    this.#acceptedNow();
    this.#lastFamilyContactOn = on;
    this.#missed.attended();
    this.#appointmentPassed(on);
  }

  #appointmentPassed(on: LocalDate): void {
    if (this.#appointment !== undefined && this.#appointment.on <= on) this.#appointment = undefined;
  }

  #closeBy({ facts, on }: ReferralEvent): void {
    const why = facts.kind;
    if (facts.kind !== 'discharged') this.#close({ on, why }, why !== 'right-to-choose-accepted');
    else {
      this.#close({ on, why, reason: facts.reason }, true);
      if (facts.reason === 'not-brought') this.#reinstatableUntil = addDays(on, this.#context.policy.reinstatementDays);
    }
  }

  #close(closure: Closure, endsTotal: boolean): void {
    this.#closed = closure;
    this.#returned = undefined;
    this.#awaitingTriageFrom = undefined;
    this.#appointment = undefined;
    if (endsTotal) this.#total.close(closure.on);
  }

  #reopen(): void {
    this.#closed = undefined;
    this.#reinstatableUntil = undefined;
    this.#total.reopen();
  }

  /** The state on a day that is not before the last event taken. */
  state(asAt: LocalDate): ReferralState {
    this.passTo(asAt);
    const clocks = this.#clocks.all();
    const running = this.#clocks.running();
    const state: Mutable<ReferralState> = {
      asAt,
      stage: this.#stage(running !== undefined, clocks),
      open: this.#begun && this.#closed === undefined,
      clocks,
      stamps: { ...this.#stamps },
      tier: this.#tier,
      accepted: this.#accepted,
      missed: this.#missed.state(),
      cancelled: { ...this.#cancelled },
      offersDeclined: this.#offers.declined(),
      openOffers: this.#offers.open(),
      carriedWaitDays: this.#carriedWaitDays,
      linkedDuplicates: this.#linkedDuplicates,
      eventCount: this.#eventCount,
    };
    const headline = running ?? clocks.findLast((clock) => clock.end !== undefined && !isNullified(clock.end.reason));
    if (headline !== undefined) {
      state.headline = headline;
      state.waitDays = daysBetween(headline.startOn, headline.end?.on ?? asAt);
    }
    if (running !== undefined) {
      state.running = running;
      state.orderingDate = this.#orderingDate(running.startOn);
    }
    const familyTotal = this.#total.on(asAt);
    if (familyTotal !== undefined) state.familyTotal = familyTotal;
    const transition = this.#transition(asAt);
    if (transition !== undefined) state.transition = transition;
    if (this.#awaitingTriageFrom !== undefined) state.awaitingTriageFrom = this.#awaitingTriageFrom;
    if (this.#outcome !== undefined) state.outcome = this.#outcome;
    if (this.#receivedAt !== undefined) state.receivedAt = this.#receivedAt;
    if (this.#appointment !== undefined) state.appointment = this.#appointment;
    if (this.#returned !== undefined) state.returned = this.#returned;
    if (this.#closed !== undefined) state.closed = this.#closed;
    if (this.#reinstatableUntil !== undefined) state.reinstatableUntil = this.#reinstatableUntil;
    if (this.#assignedTo !== undefined) state.assignedTo = this.#assignedTo;
    if (this.#lastEventOn !== undefined) state.lastEventOn = this.#lastEventOn;
    if (this.#lastValidatedOn !== undefined) state.lastValidatedOn = this.#lastValidatedOn;
    if (this.#lastFamilyContactOn !== undefined) state.lastFamilyContactOn = this.#lastFamilyContactOn;
    return state;
  }

  #stage(runs: boolean, clocks: ReferralState['clocks']): ReferralStage {
    if (!this.#begun) return 'void';
    const seen = clocks.some((clock) => clock.end?.reason === 'seen');
    if (this.#closed !== undefined) {
      if (this.#closed.why === 'rejected') return 'rejected';
      return seen ? 'discharged' : 'removed';
    }
    if (this.#returned !== undefined) return 'returned';
    if (!runs && clocks.at(-1)?.end?.reason === 'active-monitoring') return 'monitored';
    if (!runs && seen) return 'seen';
    if (this.#appointment !== undefined) return 'booked';
    return this.#accepted ? 'waiting' : 'received';
  }

  #orderingDate(startOn: LocalDate): LocalDate {
    const { flags = [], policy } = this.#context;
    const carried = this.#carriedWaitDays > 0 && policy.carriedWaitGroups.some((group) => flags.includes(group));
    return carried ? addDays(startOn, -this.#carriedWaitDays) : startOn;
  }

  #transition(asAt: LocalDate): ReferralState['transition'] {
    const { birthDate, policy, queue } = this.#context;
    if (birthDate === undefined || queue.adultPathway === null) return undefined;
    const adultFrom = birthday(birthDate, 18);
    const closedBefore = this.#closed !== undefined && this.#closed.on < adultFrom;
    return {
      planFrom: addMonths(adultFrom, -policy.transitionPlanningMonths),
      adultFrom,
      adult: asAt >= adultFrom && !closedBefore,
      ...(this.#transitionStep !== undefined && { step: this.#transitionStep }),
    };
  }
}
