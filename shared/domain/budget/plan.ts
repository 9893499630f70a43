/** The agreed support plan: health goals, what the money is for, how it is held, and when it is paid. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { budgetTypes } from './budget-type.ts';
import { paymentRhythms } from './instalments.ts';
import { amountSchema, penceSchema, sumOf } from './pence.ts';

/** Names a goal or a category inside one plan: `goal-1`, `personal-assistant`. */
const codeSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40);

export const planSchema = z.strictObject({
  annualPence: amountSchema,
  /** The first day it pays for. */
  startsOn: localDateSchema,
  /** The last day, where it is known from the start; null for a plan that goes on until it is ended. */
  endsOn: localDateSchema.nullable(),
  /** Paid once for one purpose: the amount is the whole of it, not a year's. */
  oneOff: z.boolean(),
  /** How it is held: one part for each type, which add up to the yearly amount. */
  parts: z
    .array(z.strictObject({ type: z.enum(budgetTypes), annualPence: amountSchema }))
    .min(1)
    .max(budgetTypes.length),
  payments: z.strictObject({ rhythm: z.enum(paymentRhythms), firstOn: localDateSchema }),
  goals: z
    .array(z.strictObject({ code: codeSchema, text: z.string().trim().min(1).max(300) }))
    .min(1)
    .max(10),
  /** What it is spent on; the amounts add up to the yearly amount, and each serves a goal. */
  categories: z
    .array(
      z.strictObject({
        code: codeSchema,
        name: z.string().trim().min(1).max(80),
        annualPence: penceSchema,
        goals: z.array(codeSchema).min(1).max(10),
      }),
    )
    .min(1)
    .max(20),
});
export type SupportPlan = Readonly<z.output<typeof planSchema>>;

/** What is wrong inside a plan: where, a code, a sentence. */
export interface PlanFault {
  /** Inside the plan: `parts`, `categories/2/goals`. */
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** The first thing in a plan that does not add up or names what it does not hold; undefined of a sound plan. */
export function planFault(plan: SupportPlan): PlanFault | undefined {
  const { annualPence, parts, categories, goals, startsOn, endsOn, payments } = plan;
  if (repeated(parts.map(({ type }) => type)))
    return fault('parts', 'part-repeated', 'Each way of holding the budget is named once');
  if (sumOf(parts.map((part) => part.annualPence)) !== annualPence)
    return fault('parts', 'parts-do-not-add-up', 'The parts must add up to the yearly amount, to the penny');
  if (sumOf(categories.map((category) => category.annualPence)) !== annualPence)
    return fault(
      'categories',
      'categories-do-not-add-up',
      'What it is for must add up to the yearly amount, to the penny',
    );
  if (repeated(goals.map(({ code }) => code)))
    return fault('goals', 'goal-repeated', 'Each goal needs a code of its own');
  if (repeated(categories.map(({ code }) => code)))
    return fault('categories', 'category-repeated', 'Each purpose needs a name of its own');
  const known = new Set(goals.map(({ code }) => code));
  const lost = categories.findIndex((category) => category.goals.some((goal) => !known.has(goal)));
  if (lost !== -1)
    return fault(`categories/${lost}/goals`, 'goal-unknown', 'This purpose names a goal that the plan does not hold');
  if (endsOn !== null && endsOn < startsOn)
    return fault('endsOn', 'date-order', 'The plan ends before it starts. Check both dates');
  if (payments.firstOn < startsOn)
    return fault('payments/firstOn', 'date-order', 'The first payment is before the plan starts. Check both dates');
  return undefined;
}

function fault(at: string, code: string, message: string): PlanFault {
  return { at, code, message };
}

function repeated(codes: readonly string[]): boolean {
  return new Set(codes).size < codes.length;
}
