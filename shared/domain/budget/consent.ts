/** Whose consent a direct payment needs, by age and capacity, and whether there is one (domain.md 4, consent). */
import { birthday } from '../calendar/age.ts';
import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import type { BudgetPolicy } from './budget-policy.ts';

export const consenters = ['young-person', 'representative'] as const;
export type Consenter = (typeof consenters)[number];

/** A consent that was given. */
export interface Consent {
  readonly by: Consenter;
  readonly on: LocalDate;
  /** For somebody of 16 or over: it was assessed that they cannot decide this themselves. Capacity is presumed otherwise. */
  readonly lacksCapacity: boolean;
  readonly withdrawnOn: LocalDate | undefined;
}

/** Why a direct payment on a day has no consent behind it. */
export type ConsentGap = 'none' | 'withdrawn' | 'own-consent-needed';

/** The day from which the young person's own consent is needed: the 16th birthday. A "child" is under 16. */
export function ownConsentFrom(birthDate: LocalDate): LocalDate {
  return birthday(birthDate, 16);
}

/** The day on which getting that consent becomes a task. */
export function consentTaskOpens(birthDate: LocalDate, policy: BudgetPolicy): LocalDate {
  return addMonths(ownConsentFrom(birthDate), -policy.consentTaskMonths);
}

/**
 * What is missing on a day; undefined when nothing is. Under 16 a representative consents. From 16 the young person does,
 * or a representative where it was assessed that they lack capacity; a consent from before the birthday counts no more.
 */
export function consentGap(consents: readonly Consent[], birthDate: LocalDate, day: LocalDate): ConsentGap | undefined {
  const from16 = ownConsentFrom(birthDate);
  const given = consents.filter(({ on }) => on <= day);
  const standing = given.filter(({ withdrawnOn }) => withdrawnOn === undefined || withdrawnOn > day);
  const enough =
    day < from16
      ? standing.some(({ by }) => by === 'representative')
      : standing.some(({ by, on, lacksCapacity }) => on >= from16 && (by === 'young-person' || lacksCapacity));
  if (enough) return undefined;
  if (standing.length > 0) return 'own-consent-needed';
  return given.length > 0 ? 'withdrawn' : 'none';
}
