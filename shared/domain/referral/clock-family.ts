/**
 * The clock families, as data (domain.md 1.1 and 1.2): for each, what every event does to the waiting clock. A queue names
 * its family in its policy; the fold looks the effect up here and knows nothing of any family by name.
 */
import type { ReferralEventKind } from './event.ts';

export const clockFamilyCodes = ['CHS', 'RTT', 'ASD', 'ADHD', 'FOUR-WEEK'] as const;
export type ClockFamilyCode = (typeof clockFamilyCodes)[number];

/**
 * What an event does to the clock: `start` opens one when none runs, `seen` stops it as seen, `removed` stops it unseen
 * under a reason of its own, `nullify` takes it out of every numerator and denominator, `none` is recorded only.
 * `component` is one of several things that must all have happened (four-week measure: the latest of three stops it).
 */
export type ClockEffect = 'start' | 'seen' | 'removed' | 'nullify' | 'component' | 'none';

/** When an effect holds only in a certain case: which fact of the event decides. */
export type EffectCondition = 'two-way-contact' | 'first-missed-and-communication-proven' | 'always';

export interface EffectRule {
  readonly effect: ClockEffect;
  readonly when: EffectCondition;
  /** The rule in words and where it comes from, for the explanation page. */
  readonly rule: string;
  readonly source: string;
}

export interface ClockFamily {
  readonly code: ClockFamilyCode;
  readonly name: string;
  /** What "seen" means, in plain words: "first attended contact". */
  readonly seenBy: string;
  readonly effects: Readonly<Record<ReferralEventKind, EffectRule>>;
  /** When the family's own total wait ends: at the first treatment, or when the family is told the outcome (12b, 26). */
  readonly familyTotalEndsAt: 'treatment-started' | 'family-informed';
}
