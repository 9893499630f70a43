/** What each kind of case is called wherever a person reads it. */
import type { CaseKind } from '../../../../shared/domain/case/case-kinds.ts';

interface CaseName {
  /** One of it, as it begins a heading. */
  readonly one: string;
  /** The list of it. */
  readonly many: string;
}

export const caseNames: Readonly<Record<CaseKind, CaseName>> = {
  'health-check': { one: 'Annual health check', many: 'Annual health checks' },
  budget: { one: 'Personal health budget', many: 'Personal health budgets' },
  'care-assessment': { one: 'Health assessment in care', many: 'Health assessments in care' },
  'ehc-assessment': { one: 'EHC needs assessment', many: 'EHC needs assessments' },
  'ehc-advice': { one: 'EHC advice', many: 'EHC advice' },
  'family-message': { one: 'Message of a family', many: 'Messages of families' },
  'health-goals': { one: 'Health goals', many: 'Health goals' },
  feedback: { one: 'Feedback', many: 'Feedback' },
  'access-review': { one: 'Review of family access', many: 'Reviews of family access' },
};
