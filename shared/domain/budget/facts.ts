/**
 * What can happen to a personal health budget: one closed union, told apart by `kind`, used as it stands in the store, the
 * API, the forms and the import. Money is whole pence. The ledger is the money among these: it only grows, and a mistake in
 * it is corrected by a reversing entry.
 */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import type { FactsSchema as CaseFactsSchema } from '../case/case-type.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { budgetTypes } from './budget-type.ts';
import { consenters } from './consent.ts';
import { amountSchema, penceSchema } from './pence.ts';
import { planSchema } from './plan.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const reason = words(500);
/** How, and to whom, the person or their representative may ask for a decision to be looked at again. Told with every one. */
const reconsideration = words(500);

/** What gives a right to have, or to ask for, a budget (domain.md 4). */
export const budgetRights = [
  'continuing-care',
  'nhs-continuing-healthcare',
  'section-117',
  'wheelchair',
  'ehc-plan',
  'local-offer',
] as const;
export const askers = ['young-person', 'parent', 'representative', 'professional'] as const;
export const endReasons = [
  'no-longer-eligible',
  'consent-withdrawn',
  'not-a-patient',
  'unsuitable-representative',
  'nomination-withdrawn',
  'used-outside-plan',
  'fraud',
  'needs-not-met',
  'person-chose',
  'completed',
  'moved-away',
  'died',
  'other',
] as const;
export const suspensionReasons = [
  'in-hospital',
  'review-overdue',
  'records-missing',
  'used-outside-plan',
  'suspected-fraud',
  'consent-missing',
  'person-asked',
  'other',
] as const;
/** Why repayment may be required (domain.md 4, repayment). */
export const recoveryReasons = [
  'circumstances-changed',
  'accumulated-unspent',
  'used-outside-plan',
  'theft-or-fraud',
  'death',
] as const;
export const payers = ['young-person', 'representative', 'nominee', 'third-party', 'estate'] as const;
export const payees = ['provider', 'personal-assistant', 'household-carer', 'equipment', 'other'] as const;
export const reviewOutcomes = ['continue', 'change-plan', 'recover-surplus', 'end'] as const;
/** What money given back is for: what was unspent, which leaves the account, or what was spent outside the plan, which had left it already. */
export const returnedFor = ['surplus', 'outside-plan'] as const;

const paidType = z.enum(budgetTypes);
const reference = words(60).optional();

const payloads = {
  requested: { right: z.enum(budgetRights), askedBy: z.enum(askers), note: words(1000).optional() },
  'found-eligible': { reason },
  'found-not-eligible': { reason, reconsideration },
  /** All three ways of holding it must be offered. */
  'indicative-set': { annualPence: amountSchema, allTypesOffered: z.literal(true) },
  'planning-started': {},
  agreed: { plan: planSchema, agreedWith: z.enum(askers) },
  'agreement-signed': {
    signedBy: z.enum(consenters),
    /** The account is used only for direct payments, can be audited, and has named signatories. */
    accountChecked: z.literal(true),
  },
  'consent-given': {
    by: z.enum(consenters),
    /** Of a representative of somebody of 16 or over: it was assessed that they lack capacity for this decision. */
    lacksCapacity: z.boolean().default(false),
  },
  'consent-withdrawn': { by: z.enum(consenters) },
  'household-carer-approved': { relation: words(80), exceptionalReason: reason, approvedBy: words(120) },
  'went-live': {},
  'plan-changed': { plan: planSchema, reason, reconsideration: reconsideration.optional() },
  suspended: { why: z.enum(suspensionReasons), reason, reconsideration },
  resumed: { reason },
  ended: { why: z.enum(endReasons), reason, reconsideration },
  'review-held': { outcome: z.enum(reviewOutcomes), goalsMet: z.int().min(0).max(10), note: words(1000) },
  'payment-made': { type: paidType, amountPence: amountSchema, reference },
  spent: {
    type: paidType,
    amountPence: amountSchema,
    /** The purpose in the plan; null for what was spent outside it. */
    category: z.string().max(40).nullable(),
    payee: z.enum(payees),
    reference,
  },
  'committed-set': { type: paidType, amountPence: penceSchema, note: words(300) },
  'money-returned': {
    type: paidType,
    amountPence: amountSchema,
    of: z.enum(returnedFor),
    noticeId: opaqueIdSchema.optional(),
    reference,
  },
  'entry-reversed': { entryId: opaqueIdSchema, reason },
  'recovery-noticed': {
    type: paidType,
    reasons: z.array(z.enum(recoveryReasons)).min(1).max(recoveryReasons.length),
    explanation: words(1000),
    surplusPence: penceSchema,
    outsidePlanPence: penceSchema,
    payBy: localDateSchema,
    payer: z.enum(payers),
    reconsideration,
  },
  'reconsideration-asked': { decisionId: opaqueIdSchema, askedBy: z.enum(askers), reason },
  'reconsideration-decided': { askedId: opaqueIdSchema, outcome: z.enum(['upheld', 'overturned']), reason },
  noted: { note: words(2000) },
} as const;

/** The kind of an event of a budget, as stored and as sent in the API. */
export type BudgetEventKind = keyof typeof payloads;
export const budgetEventKinds = Object.keys(payloads) as readonly BudgetEventKind[];

function factsOf<K extends BudgetEventKind>(kind: K) {
  return z.strictObject({ kind: z.literal(kind), ...payloads[kind] });
}
type FactsSchema<K extends BudgetEventKind> = ReturnType<typeof factsOf<K>>;
/** The facts of one kind of event, without who and when. */
export type BudgetFacts<K extends BudgetEventKind = BudgetEventKind> = { [P in K]: z.output<FactsSchema<P>> }[K];

const schemas = budgetEventKinds.map((kind) => factsOf(kind)) as unknown as readonly [
  FactsSchema<BudgetEventKind>,
  ...FactsSchema<BudgetEventKind>[],
];
export const budgetFactsSchema = z.discriminatedUnion('kind', schemas) as unknown as CaseFactsSchema<BudgetFacts>;

/** The kinds that are entries of the ledger. */
export const ledgerKinds: ReadonlySet<string> = new Set<BudgetEventKind>([
  'payment-made',
  'spent',
  'money-returned',
  'entry-reversed',
]);
