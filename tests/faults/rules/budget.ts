/** What is due of a personal health budget: its reviews, the young person's own consent, a decision looked at again (domain.md, area 4). */
import { afterMonths, birthday } from '../calendar.ts';
import { before, type Due, dueOf, within } from './due.ts';
import type { PlaceRules } from './place-rules.ts';

/** The steps to a budget that runs, in their order. */
export const budgetSteps = ['requested', 'eligible', 'indicative', 'planning', 'agreed', 'live'] as const;

export interface BudgetFacts {
  readonly of: 'budget';
  readonly born: number;
  readonly stage: (typeof budgetSteps)[number] | 'refused' | 'suspended' | 'ended';
  readonly isDirect: boolean;
  readonly isSigned: boolean;
  readonly liveOn: number | undefined;
  readonly firstPayment: number | undefined;
  readonly lastReview: number | undefined;
  /** Days on which the representative, and the young person, consented. */
  readonly consents: { readonly representative: number | undefined; readonly own: number | undefined };
  /** The day on which it was asked to look at a refusal again; undefined once that is decided. */
  readonly askedAgain: number | undefined;
}

export function budgetDues(facts: BudgetFacts, { firstReviewMonths }: PlaceRules): readonly Due[] {
  const { born, stage, isDirect, liveOn, firstPayment, lastReview, consents, askedAgain } = facts;
  const dues: Due[] = [];
  // A budget that is suspended is reviewed all the same.
  if (liveOn !== undefined && (stage === 'live' || stage === 'suspended')) {
    const start = lastReview ?? firstPayment ?? liveOn;
    const due = afterMonths(start, lastReview === undefined ? firstReviewMonths : 12);
    dues.push(dueOf('budget-review', start, before(due, 28, 7)));
  }
  const isPaying = stage === 'agreed' || stage === 'live' || stage === 'suspended';
  const sixteen = birthday(born, 16);
  // At 16 a young person with a representative consents for themself; the task opens half a year before (P4-10).
  if (isPaying && isDirect && consents.representative !== undefined && consents.representative < sixteen)
    if (consents.own === undefined) {
      const opens = afterMonths(sixteen, -6);
      dues.push(dueOf('budget-consent', opens, { amber: opens, approaching: sixteen - 28, due: sixteen }));
    }
  if (askedAgain !== undefined) dues.push(dueOf('budget-reconsideration', askedAgain, within(askedAgain, 28)));
  return dues;
}
