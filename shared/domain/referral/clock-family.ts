/**
 * What a clock family is: for every event, what it does to the waiting clock. A queue names its family in its policy; the
 * fold looks the effect up and knows no family by name. The families themselves are data in clock-families/.
 */
import type { ReferralEventKind } from './event.ts';
import type { ClockEndReason } from './state.ts';

export const clockFamilyCodes = ['CHS', 'RTT', 'ASD', 'ADHD', 'FOUR-WEEK'] as const;
export type ClockFamilyCode = (typeof clockFamilyCodes)[number];

/**
 * What an event does to the clock: `start` opens one when none runs, `start-earlier` moves the start of the first one
 * back, `seen` stops it as seen, `removed` stops it unseen under a reason of its own, `nullify` takes it out of every
 * numerator and denominator, `restore` lets the stopped one run on from its original start, `none` is recorded only.
 * `component` is one of several things that must all have happened: the last of them stops the clock as seen.
 */
export type ClockEffect = 'start' | 'start-earlier' | 'seen' | 'removed' | 'nullify' | 'restore' | 'component' | 'none';

/** When an effect holds: always, or only where a fact of the event or the state of the clock says so. */
export type EffectCondition =
  | 'always'
  | 'two-way-contact'
  | 'two-way-contact-or-between-professionals'
  | 'first-missed-and-communication-proven'
  | 'after-nullification'
  | 'after-active-monitoring'
  | 'after-closure-without-information'
  | 'received-before-clock-start';

/** One of the things that must all have happened before a clock of several components stops. */
export const clockComponents = ['contact', 'baseline', 'plan-or-intervention'] as const;
export type ClockComponent = (typeof clockComponents)[number];

export interface EffectRule {
  readonly effect: ClockEffect;
  readonly when: EffectCondition;
  /** The reason a stopped or nullified clock ends under; `by-reason` takes it from the reason the event gives. */
  readonly endReason?: ClockEndReason | 'by-reason';
  /** Which component the event supplies, where the effect is `component`. */
  readonly component?: ClockComponent;
  /** False where the event has no meaning in this family and is refused. */
  readonly used: boolean;
  /** The rule in words, for the explanation of a wait. */
  readonly rule: string;
  /** The rule in words for an event that does not meet the condition. */
  readonly otherwise?: string;
  readonly source: string;
}

export interface ClockFamily {
  readonly code: ClockFamilyCode;
  readonly name: string;
  /** What "seen" means, in plain words: "first attended contact". */
  readonly seenBy: string;
  readonly effects: Readonly<Record<ReferralEventKind, EffectRule>>;
  /** What may be recorded but is not offered on a page: it says nothing in this family. */
  readonly seldom: readonly ReferralEventKind[];
  /** Whether the wait is for a diagnosis: the decision and the telling of it belong to the pathway. */
  readonly diagnostic: boolean;
  /** When the family's own total wait ends, if no closure ends it first. */
  readonly familyTotalEndsAt: 'treatment-started' | 'family-informed';
}
