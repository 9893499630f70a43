/**
 * The kinds of case: dated duties to a child that no queue knows. Stored keys and packed rows name a kind by its place in
 * this list: it may only grow at its end.
 */
import * as z from 'zod';

export const caseKinds = [
  'health-check',
  'budget',
  'care-assessment',
  'ehc-assessment',
  'ehc-advice',
  'family-message',
  'health-goals',
  'feedback',
  'access-review',
] as const;
export const caseKindSchema = z.enum(caseKinds);
export type CaseKind = (typeof caseKinds)[number];
