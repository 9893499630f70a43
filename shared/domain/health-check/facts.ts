/** What can happen to a health check record: one closed union, used as it stands in the store, the API, forms and files. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { odsCodeSchema } from '../identifiers/ods-code.ts';

/** How the young person or their carers were written to or spoken to. */
export const invitationWays = ['letter', 'easy-read-letter', 'telephone', 'text', 'email', 'in-person'] as const;

/** Where a check was done. Checks at a hub are missing from national figures, and counted here (domain.md 3). */
export const checkSettings = ['practice', 'hub', 'home', 'school', 'other'] as const;

/** Why a booked check did not happen. */
export const bookingEnds = [
  'cancelled-by-family',
  'cancelled-by-practice',
  'was-not-brought',
  'did-not-attend',
] as const;

/**
 * Who declined, after capacity was considered. From 16 on a parent cannot: the young person decides, or, where they lack
 * capacity for this decision, a best-interests decision is made. Below 16 a parent decides, or a young person who is
 * competent to.
 */
export const decliners = ['young-person', 'parent', 'best-interests'] as const;

/** Why somebody left. `died` and `off-register` need no hand-over: nobody is due a check any more. */
export const leavingReasons = ['moved-away', 'left-service', 'off-register', 'died'] as const;

const note = z.string().trim().min(1).max(1000);
const short = z.string().trim().min(1).max(200);
const name = z.string().trim().min(1).max(120);

/** The most of each in one plan: it stays readable, and far below what an item can hold. */
export const mostPlanActions = 12;
export const mostPlanGoals = 6;

/** One thing that was agreed: what, who does it, by when. */
export const planActionSchema = z.strictObject({ what: short, owner: name, by: localDateSchema });

/** A practice's own report of a plan may not say what is in it. */
const planSchema = {
  goals: z.array(short).max(mostPlanGoals),
  actions: z.array(planActionSchema).max(mostPlanActions),
};

const capacityMissing = 'Consider capacity to make this decision before recording that it was declined';

export const healthCheckFactsSchema = z.discriminatedUnion('kind', [
  /** Put on the practice's register on the day of the event. */
  z.strictObject({ kind: z.literal('registered'), practice: odsCodeSchema }),
  /** Registered with another practice: the due date goes along. */
  z.strictObject({ kind: z.literal('practice-moved'), practice: odsCodeSchema }),
  z.strictObject({ kind: z.literal('invited'), by: z.enum(invitationWays) }),
  z.strictObject({ kind: z.literal('chased'), by: z.enum(invitationWays), note: note.optional() }),
  z.strictObject({ kind: z.literal('booked'), appointmentOn: localDateSchema }),
  z.strictObject({
    kind: z.literal('booking-ended'),
    why: z.enum(bookingEnds),
    safeguardingConsidered: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('checked'), where: z.enum(checkSettings) }),
  z.strictObject({ kind: z.literal('plan-agreed'), ...planSchema }),
  z.strictObject({
    kind: z.literal('declined'),
    by: z.enum(decliners),
    capacityConsidered: z.literal(true, { error: capacityMissing }),
    note: note.optional(),
  }),
  z.strictObject({ kind: z.literal('left'), why: z.enum(leavingReasons), handedOverTo: name.optional() }),
  z.strictObject({ kind: z.literal('noted'), note }),
]);
export type HealthCheckFacts = Readonly<z.output<typeof healthCheckFactsSchema>>;
export type HealthCheckFactsOf<K extends HealthCheckFacts['kind']> = Extract<HealthCheckFacts, { readonly kind: K }>;
