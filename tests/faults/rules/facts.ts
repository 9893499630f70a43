/** What can be known of what the service watches, what is due of it, and whose it is. */
import { type BudgetFacts, budgetDues } from './budget.ts';
import { type CareFacts, careDues } from './care.ts';
import type { Due } from './due.ts';
import { type AdviceFacts, type AssessmentFacts, adviceDues, assessmentDues } from './ehc.ts';
import { type HealthCheckFacts, healthCheckDues } from './health-check.ts';
import { type MessageFacts, messageDues } from './message.ts';
import type { PlaceRules } from './place-rules.ts';
import { type ReferralFacts, referralDues } from './referral.ts';

export type Facts =
  | ReferralFacts
  | HealthCheckFacts
  | BudgetFacts
  | CareFacts
  | AssessmentFacts
  | AdviceFacts
  | MessageFacts;

/** The deadlines that stand. */
export function duesOf(facts: Facts, rules: PlaceRules): readonly Due[] {
  switch (facts.of) {
    case 'referral':
      return referralDues(facts, rules);
    case 'health-check':
      return healthCheckDues(facts);
    case 'budget':
      return budgetDues(facts, rules);
    case 'care-assessment':
      return careDues(facts);
    case 'ehc-assessment':
      return assessmentDues(facts);
    case 'ehc-advice':
      return adviceDues(facts);
    case 'family-message':
      return messageDues(facts);
  }
}

/** The team that is told, by the slug of its service. */
export function teamOf(facts: Facts): string {
  switch (facts.of) {
    case 'referral':
      return facts.queue.toLowerCase();
    case 'health-check':
      return 'learning-disability';
    case 'budget':
      return 'personal-health-budgets';
    case 'care-assessment':
      return 'children-in-care-health';
    case 'ehc-assessment':
      return 'ehc-coordination';
    case 'ehc-advice':
    case 'family-message':
      return facts.service;
  }
}
