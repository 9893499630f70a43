/**
 * Every kind of deadline that is watched: the standards, every duty of a referral (a test holds the two lists against each
 * other), and those of the types of case. Stored positions are places in this list: it may only grow at its end.
 */
export const deadlineKinds = [
  'waiting-standard',
  'long-wait',
  'information-answer',
  'triage',
  'acknowledge',
  'contact-after-missed',
  'review-missed',
  'agree-new-date',
  'family-contact',
  'tell-outcome',
  'plan-transition',
  'escalate-transition',
  'care-assessment',
  'care-review',
  'health-check',
  'ehc-advice',
  'ehc-decision',
  'ehc-no-plan-notice',
  'ehc-final-plan',
  'ehc-review',
  'ehc-review-circulate',
  'ehc-review-report',
  'ehc-review-notice',
  'ehc-amended-plan',
  'ehc-phase-transfer',
  'budget-review',
  'budget-consent',
  'budget-recovery',
  'budget-reconsideration',
  'family-message-read',
  'family-message-answer',
  'access-review-at-11',
  'access-assess-again',
  'access-invite',
  'access-review-at-18',
  'health-check-hand-over',
  'access-unreached',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

const known: ReadonlySet<string> = new Set(deadlineKinds);

/** Whether a deadline's kind is one of those that are watched. */
export function isDeadlineKind(kind: string): kind is DeadlineKind {
  return known.has(kind);
}
