/**
 * The policies of the places of a campaign, as documents that the service takes, with the rules that follow from them for the
 * oracle. Each place has two, and goes from one to the other and back.
 */
import { initialPolicies } from '../../shared/domain/policy/places/places.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import { PLACES, type Place } from './audience.ts';
import { eighteenWeeks, type PlaceRules } from './rules/place-rules.ts';

const PATIENCE = { 'long-wait': 2, breach: 2, approaching: 5 };

/** What holds first: what every place starts from in Liverpool, its own dates and more haste in Cheshire East. */
const first: Readonly<Record<Place, PlaceRules>> = {
  liverpool: {
    place: 'liverpool',
    standards: { SALT: eighteenWeeks, OT: eighteenWeeks },
    firstReviewMonths: 3,
    patience: PATIENCE,
  },
  'cheshire-east': {
    place: 'cheshire-east',
    standards: { SALT: { days: 112, amber: 60, approaching: 90 }, PHYSIO: eighteenWeeks },
    firstReviewMonths: 3,
    patience: { 'long-wait': 1, breach: 1, approaching: 3, amber: 8 },
  },
};

/** What each place changes to: sooner in Liverpool, later in Cheshire East. */
const second: Readonly<Record<Place, PlaceRules>> = {
  liverpool: {
    ...first.liverpool,
    // 75% and 90% of 16 weeks, rounded up.
    standards: { SALT: { days: 112, amber: 84, approaching: 101 }, OT: { days: 126, amber: 70, approaching: 120 } },
    firstReviewMonths: 2,
  },
  'cheshire-east': {
    ...first['cheshire-east'],
    standards: {
      SALT: { days: 140, amber: 100, approaching: 130 },
      PHYSIO: { days: 126, amber: 30, approaching: 125 },
    },
  },
};

export const firstRules: readonly PlaceRules[] = PLACES.map((place) => first[place]);

/** The other rules of a place. */
export function otherRules(rules: PlaceRules): PlaceRules {
  const place = rules.place as Place;
  return rules === first[place] ? second[place] : first[place];
}

/** A policy that says what the rules say, and otherwise what it said. */
export function policyWith(policy: Policy, { standards, firstReviewMonths, patience }: PlaceRules): Policy {
  const queues = policy.queues.map((queue) => {
    const standard = standards[queue.code];
    if (standard === undefined) return queue;
    const { days, amber, approaching } = standard;
    return { ...queue, standard: { ...queue.standard, days }, warnDays: { amber, approaching } };
  });
  const escalateAfterWorkingDays = { 'long-wait': null, breach: null, approaching: null, amber: null, ...patience };
  return {
    ...policy,
    queues,
    alerts: { ...policy.alerts, escalateAfterWorkingDays },
    budgets: { ...policy.budgets, firstReviewMonths: firstReviewMonths as Policy['budgets']['firstReviewMonths'] },
  };
}

/** What is put in force before anything begins. */
export function policiesAtFirst(): readonly Policy[] {
  return firstRules.flatMap((rules) => {
    const policy = initialPolicies.get(rules.place);
    return policy === undefined ? [] : [policyWith(policy, rules)];
  });
}
