/**
 * What the places start from where they decide nothing else: the national figures and this service's own recommendations.
 * A place spreads these and changes what its own access policy says.
 */
import { recommendedAlertPolicy } from '../../alert/alert-policy.ts';
import { recommendedBudgetPolicy } from '../../budget/budget-policy.ts';
import { recommendedCasePolicy } from '../../case/case-policy.ts';
import { recommendedFamilyMessagePolicy } from '../../family-message/family-message-policy.ts';
import { recommendedHealthCheckPolicy } from '../../health-check/health-check-policy.ts';
import { recommendedFigurePolicy } from '../../indicator/figure-policy.ts';
import type { Policy, QueuePolicy } from '../policy.ts';

/** Days of 52, 65, 78 and 104 weeks: waiting longer than these is counted everywhere. */
export const nationalLongWaitDays = [364, 455, 546, 728];

export const eighteenWeeks: QueuePolicy['standard'] = {
  days: 126,
  name: '18 weeks',
  source: 'NHS England, community health services waiting lists',
  national: true,
};

export const thirteenWeeks: QueuePolicy['standard'] = {
  days: 91,
  name: '13 weeks',
  source: 'NICE quality standard 51, statement 1',
  national: true,
  alsoMonths: 3,
};

/** No maximum wait is set nationally for ADHD (NICE NG87): a place sets its own and says that it is its own. */
export const eighteenWeeksLocally: QueuePolicy['standard'] = {
  days: 126,
  name: '18 weeks',
  source: 'Local target: there is no national standard for ADHD',
  national: false,
};

/** The stages of a diagnostic pathway after the assessment has started. */
export const diagnosticStages: QueuePolicy['stages'] = [
  { code: 'assessment', name: 'Assessment' },
  { code: 'outcome', name: 'Outcome decided' },
  { code: 'family-informed', name: 'Family told the outcome' },
  { code: 'post-diagnostic-support', name: 'Post-diagnostic support' },
];

/** The stages of a therapy pathway after the first contact. */
export const therapyStages: QueuePolicy['stages'] = [
  { code: 'first-contact', name: 'First contact' },
  { code: 'assessment', name: 'Assessment' },
  { code: 'therapy', name: 'Therapy' },
  { code: 'review', name: 'Review' },
];

/** The access policy recommended to every place. */
export const recommendedAccessPolicy = {
  scopeAge: { from: 0, to: 25 },
  triageWorkingDays: 5,
  acknowledgeWorkingDays: 5,
  returnForInformationDays: 28,
  reinstatementDays: 28,
  missedAppointment: { contactWorkingDays: 2, reviewAfterInARow: 2, reviewWorkingDays: 5, adultsToo: false },
  transitionPlanningMonths: 6,
  reasonableOffer: { noticeDays: 21, choices: 2 },
  validation: { weeks: [12, 26, 52], thenEveryWeeks: 12 },
  carriedWaitGroups: ['looked-after', 'armed-forces'],
  alerts: recommendedAlertPolicy,
  figures: recommendedFigurePolicy,
  cases: recommendedCasePolicy,
  healthChecks: recommendedHealthCheckPolicy,
  budgets: recommendedBudgetPolicy,
  familyMessages: recommendedFamilyMessagePolicy,
} satisfies Partial<Policy>;
