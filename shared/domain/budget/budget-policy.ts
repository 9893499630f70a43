/** What a place decides about personal health budgets. */
import * as z from 'zod';

export const budgetPolicySchema = z.strictObject({
  /** Weeks of the budget that stay in the account. No national figure was found. */
  reserveWeeks: z.int().min(0).max(52),
  /** Days within which what a notice asks back is paid. */
  noticeDays: z.int().min(1).max(365),
  /** Months from the first payment within which the first review is held; the regulations allow three at most. */
  firstReviewMonths: z.int().min(1).max(3),
  /** Months between reviews; the regulations allow twelve at most. */
  reviewMonths: z.int().min(1).max(12),
  /** Months before the 16th birthday at which the young person's own consent is prepared. */
  consentTaskMonths: z.int().min(1).max(24),
  /** Days within which a request for reconsideration is answered. */
  reconsiderationDays: z.int().min(1).max(365),
});
export type BudgetPolicy = Readonly<z.output<typeof budgetPolicySchema>>;

/** What is recommended to every place (domain.md 4). */
export const recommendedBudgetPolicy: BudgetPolicy = {
  reserveWeeks: 8,
  noticeDays: 28,
  firstReviewMonths: 3,
  reviewMonths: 12,
  consentTaskMonths: 6,
  reconsiderationDays: 28,
};
