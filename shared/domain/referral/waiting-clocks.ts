/**
 * The waiting clocks of one referral while its events are taken in order. Everything an event does to a clock happens
 * here, by the table of the queue's family; what it does to the rest of the pathway is in pathway.ts.
 */
import type { LocalDate } from '../calendar/local-date.ts';
import { assertNever } from '../error.ts';
import { type ClockFamily, clockComponents, type EffectRule } from './clock-family.ts';
import { isTwoWay } from './contact-mechanism.ts';
import type { dischargeReasons, ReferralEvent } from './event.ts';
import type { Clock, ClockEndReason, Closure, TraceLine } from './state.ts';

const endOfDischarge: Readonly<Record<(typeof dischargeReasons)[number], ClockEndReason>> = {
  completed: 'discharged-unseen',
  treated: 'discharged-unseen',
  'not-brought': 'discharged-unseen',
  'moved-away': 'moved',
  died: 'died',
  'no-longer-needed': 'no-longer-needed',
  'unseen-other': 'discharged-unseen',
};

const allComponents = 2 ** clockComponents.length - 1;

export class WaitingClocks {
  #clocks: Clock[] = [];
  /** Whether the last clock is the one now running. */
  #runs = false;
  /** Which components the running clock has, a bit each. */
  #components = 0;
  readonly #family: ClockFamily;

  constructor(family: ClockFamily) {
    this.#family = family;
  }

  /** A copy: later events do not change it. */
  all(): readonly Clock[] {
    return this.#clocks.slice();
  }

  running(): Clock | undefined {
    return this.#runs ? this.#clocks.at(-1) : undefined;
  }

  /** The last clock that ended, when none runs. */
  #stopped(): Clock | undefined {
    return this.#runs ? undefined : this.#clocks.at(-1);
  }

  /**
   * Takes the next event. `closed` is how the referral had ended before it: then only what can open it again has an effect.
   */
  take(event: ReferralEvent, closed: Closure | undefined): TraceLine {
    const rule = this.#family.effects[event.facts.kind];
    const reached = closed === undefined || canReopen(rule, closed);
    const met = reached && this.#meets(rule, event, closed);
    const effect = met ? this.#apply(rule, event) : 'no-effect';
    const words = effect === 'no-effect' ? whyNothing(rule, reached, met) : rule.rule;
    return { on: event.on, eventId: event.id, kind: event.facts.kind, effect, rule: words, source: rule.source };
  }

  /** Ends the running clock without an event: a return for information that nobody answered. */
  closeWithoutInformation(on: LocalDate): TraceLine['effect'] {
    return this.#end(on, 'no-information', null);
  }

  #meets(rule: EffectRule, event: ReferralEvent, closed: Closure | undefined): boolean {
    const { facts } = event;
    switch (rule.when) {
      case 'always':
        return true;
      case 'two-way-contact':
        return facts.kind === 'contact' && isTwoWay(facts.mechanism);
      case 'two-way-contact-or-between-professionals':
        return facts.kind === 'contact' && (isTwoWay(facts.mechanism) || facts.mechanism === 'between-professionals');
      case 'first-missed-and-communication-proven':
        return facts.kind === 'appointment-missed' && facts.first && facts.communicationProven;
      case 'after-nullification':
        return this.#stopped()?.end?.reason === 'nullified';
      case 'after-active-monitoring':
        return this.#stopped()?.end?.reason === 'active-monitoring';
      case 'after-closure-without-information':
        return closed?.why === 'no-information';
      case 'received-before-clock-start': {
        const first = this.#clocks[0];
        return facts.kind === 'linked-duplicate' && first !== undefined && facts.received < first.startOn;
      }
      default:
        return assertNever(rule.when, 'condition');
    }
  }

  #apply(rule: EffectRule, event: ReferralEvent): TraceLine['effect'] {
    switch (rule.effect) {
      case 'none':
        return 'no-effect';
      case 'start':
        return this.#start(event, rule);
      case 'start-earlier':
        return this.#startEarlier(event);
      case 'restore':
        return this.#restore();
      case 'component':
        return this.#component(event, rule);
      case 'seen':
        return this.#end(event.on, 'seen', event.id);
      case 'removed':
      case 'nullify':
        return this.#end(event.on, endReasonOf(rule, event), event.id);
      default:
        return assertNever(rule.effect, 'effect');
    }
  }

  // The earliest start opens the clock and later ones do nothing. A second clock needs a condition of its own.
  #start(event: ReferralEvent, rule: EffectRule): TraceLine['effect'] {
    if (this.#runs || (rule.when === 'always' && this.#clocks.length > 0)) return 'no-effect';
    this.#clocks.push({ startOn: event.on, startEventId: event.id });
    this.#runs = true;
    this.#components = 0;
    return 'started';
  }

  #startEarlier(event: ReferralEvent): TraceLine['effect'] {
    const first = this.#clocks[0];
    if (first === undefined || event.facts.kind !== 'linked-duplicate' || first.end?.reason === 'nullified')
      return 'no-effect';
    this.#clocks[0] = { ...first, startOn: event.facts.received, startEventId: event.id };
    return 'start-moved-earlier';
  }

  // Only a clock that the closure ended runs on; one that had stopped as seen before it stays stopped.
  #restore(): TraceLine['effect'] {
    const last = this.#stopped();
    if (last?.end?.reason !== 'discharged-unseen') return 'no-effect';
    this.#clocks[this.#clocks.length - 1] = { startOn: last.startOn, startEventId: last.startEventId };
    this.#runs = true;
    return 'restored';
  }

  #component(event: ReferralEvent, rule: EffectRule): TraceLine['effect'] {
    if (!this.#runs || rule.component === undefined) return 'no-effect';
    this.#components |= 1 << clockComponents.indexOf(rule.component);
    return this.#components === allComponents ? this.#end(event.on, 'seen', event.id) : 'component';
  }

  #end(on: LocalDate, reason: ClockEndReason, eventId: string | null): TraceLine['effect'] {
    const last = this.#clocks.at(-1);
    if (!this.#runs || last === undefined) return 'no-effect';
    this.#clocks[this.#clocks.length - 1] = { ...last, end: { on, reason, eventId } };
    this.#runs = false;
    if (reason === 'seen') return 'stopped-seen';
    return reason === 'nullified' || reason === 'rejected' ? 'nullified' : 'stopped-removed';
  }
}

/** Why an event changed no clock. */
function whyNothing(rule: EffectRule, reached: boolean, met: boolean): string {
  if (rule.effect === 'none') return rule.rule;
  if (!reached) return 'The referral had ended, so nothing more happens to its clock';
  if (!met) return rule.otherwise ?? rule.rule;
  return rule.effect === 'start'
    ? 'The clock had started before this; the earliest start counts'
    : 'No clock was running, so this changes none';
}

function canReopen(rule: EffectRule, closed: Closure): boolean {
  if (rule.effect === 'restore') return closed.reason === 'not-brought';
  return rule.when === 'after-closure-without-information';
}

function endReasonOf(rule: EffectRule, event: ReferralEvent): ClockEndReason {
  if (rule.endReason === 'by-reason' && event.facts.kind === 'discharged') return endOfDischarge[event.facts.reason];
  if (rule.endReason === undefined || rule.endReason === 'by-reason')
    throw new TypeError('The rule names no end reason');
  return rule.endReason;
}
