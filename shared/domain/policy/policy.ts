/**
 * The policy of a place: one versioned document that holds everything a place may decide for itself.
 * Rules take it as an argument; every figure computed with it carries its version. A place that adds a queue changes
 * this document and no code.
 */
import * as z from 'zod';
import { alertPolicySchema, recommendedAlertPolicy } from '../alert/alert-policy.ts';
import { budgetPolicySchema, recommendedBudgetPolicy } from '../budget/budget-policy.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { casePolicySchema, caseServices, recommendedCasePolicy } from '../case/case-policy.ts';
import { familyMessagePolicySchema, recommendedFamilyMessagePolicy } from '../family-message/family-message-policy.ts';
import { healthCheckPolicySchema, recommendedHealthCheckPolicy } from '../health-check/health-check-policy.ts';
import { odsCodeSchema } from '../identifiers/ods-code.ts';
import { figurePolicySchema, recommendedFigurePolicy } from '../indicator/figure-policy.ts';
import { clockFamilyCodes } from '../referral/clock-family.ts';
import { placeIdSchema } from './place-id.ts';
import { tierSchema } from './tier.ts';

/** Code of a queue, unique inside a place: `SALT`, `OT`, `ASD`, `ADHD`, `SHORT-BREAKS`. */
export const queueCodeSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,19}$/, 'A queue code is 2 to 20 capital letters, digits or hyphens');

const days = z.int().min(1).max(3650);

/** A queue: what is waited for, by which clock, against which standard. */
export const queuePolicySchema = z.strictObject({
  code: queueCodeSchema,
  name: z.string().min(1).max(80),
  shortName: z.string().min(1).max(30),
  /** The team that works it; permission is given by service. */
  service: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  clockFamily: z.enum(clockFamilyCodes),
  /** Days within which the clock should stop, and where the number comes from. Day N is inside; day N + 1 is a breach. */
  standard: z.strictObject({
    days,
    name: z.string().max(80),
    source: z.string().max(200),
    national: z.boolean(),
    /** The source also says it in months (three for autism): that date is shown beside, and decides nothing. */
    alsoMonths: z.int().min(1).max(24).optional(),
  }),
  /** More days to watch (ADHD: 126, 364, 728), never called a breach of the standard. */
  monitorDays: z.array(days).max(6),
  longWaitDays: z.array(days).max(6),
  /** Warn at these days; where absent, 75% and 90% of the standard, rounded up. */
  warnDays: z.strictObject({ amber: days, approaching: days }).optional(),
  /** Ages in whole years at receipt, both included. */
  ages: z.strictObject({ from: z.int().min(0).max(25), to: z.int().min(0).max(25) }),
  /** The pathway a young person moves to at 18, with the same clock start; `null` where there is none. */
  adultPathway: z.strictObject({ name: z.string().max(80), team: z.string().max(80) }).nullable(),
  /** Plain names of the pathway's stages after the headline stop, in order. */
  stages: z.array(z.strictObject({ code: z.string().max(40), name: z.string().max(80) })).max(10),
  /** How extracts spell it; compared without case, spaces or punctuation. */
  spellings: z.array(z.string().min(1).max(60)).max(40),
  /** SNOMED CT id of the service, as text; and the MHSDS reason for referral, where one applies. */
  snomed: z.string().nullable(),
  reasonForReferral: z.string().nullable(),
});
export type QueuePolicy = z.output<typeof queuePolicySchema>;

export const policyShape = z.strictObject({
  place: z.strictObject({ id: placeIdSchema, name: z.string().min(1).max(60) }),
  version: z.int().min(1),
  effectiveFrom: localDateSchema,
  branding: z.strictObject({
    organisation: z.string().min(1).max(80),
    serviceName: z.string().min(1).max(80),
    /** CSS colours as #rrggbb. Contrast with white is checked where the style sheet is made. */
    headerColour: z.string().regex(/^#[0-9a-f]{6}$/),
    contact: z.strictObject({ phone: z.string().max(40), email: z.string().max(120) }),
  }),
  organisation: odsCodeSchema,
  queues: z.array(queuePolicySchema).min(1).max(40),
  /** Days from receipt to first contact aimed at for each tier: shown, never part of "breached". */
  tierTargetDays: z.record(tierSchema, days),
  scopeAge: z.strictObject({ from: z.int(), to: z.int() }),
  triageWorkingDays: z.int().min(1),
  acknowledgeWorkingDays: z.int().min(1),
  returnForInformationDays: days,
  reinstatementDays: days,
  missedAppointment: z.strictObject({
    contactWorkingDays: z.int(),
    reviewAfterInARow: z.int(),
    reviewWorkingDays: z.int(),
    /** Whether the same contact and review follow when an adult with no protecting flag does not attend. */
    adultsToo: z.boolean(),
  }),
  /** Months before the 18th birthday at which the hand-over to the pathway for adults is planned. */
  transitionPlanningMonths: z.int().min(0).max(24),
  reasonableOffer: z.strictObject({ noticeDays: days, choices: z.int().min(1) }),
  validation: z.strictObject({ weeks: z.array(z.int().min(1)), thenEveryWeeks: z.int().min(1) }),
  /** Protected groups whose wait elsewhere counts for ordering, and for nothing else. */
  carriedWaitGroups: z.array(z.enum(['looked-after', 'armed-forces'])),
  /** Emergency access: how long it lasts, and how soon an audit officer reviews it. An hour and three days where absent. */
  emergencyAccess: z
    .strictObject({ minutes: z.int().min(5).max(480), reviewWorkingDays: z.int().min(1).max(20) })
    .optional(),
  /** Teams, whose an alert is and when it is passed on. A policy written before there were alerts has what is recommended. */
  alerts: alertPolicySchema.default(recommendedAlertPolicy),
  /** How figures leave the service. A policy written before there were figures has what is recommended. */
  figures: figurePolicySchema.default(recommendedFigurePolicy),
  /** Which teams work the dated duties that no queue knows. A policy written before there were cases has what is recommended. */
  cases: casePolicySchema.default(recommendedCasePolicy),
  /** What the place aims at with annual health checks, and how its practices are called. */
  healthChecks: healthCheckPolicySchema.default(recommendedHealthCheckPolicy),
  /** Personal health budgets: the reserve, days and months. What is recommended, in a policy from before there were any. */
  budgets: budgetPolicySchema.default(recommendedBudgetPolicy),
  /** By when what families write is read and answered. What is recommended, in a policy from before they could. */
  familyMessages: familyMessagePolicySchema.default(recommendedFamilyMessagePolicy),
});

/** The policy of a place. Codes and services are one each, and no spelling could mean two queues. */
export const policySchema = policyShape.superRefine((policy, context) => {
  const refuse = (index: number, name: string, code: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: ['queues', index, name], params: { code } });
  const codes = new Set<string>();
  const spelt = new Map<string, string>();
  for (const [index, queue] of policy.queues.entries()) {
    if (codes.has(queue.code)) refuse(index, 'code', 'queue-code-repeated', 'Each queue needs a code of its own');
    codes.add(queue.code);
    if (queue.ages.from > queue.ages.to) refuse(index, 'ages', 'ages-order', 'The first age is above the last');
    for (const spelling of [queue.code, queue.name, queue.shortName, ...queue.spellings]) {
      const plain = spelling
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^\p{L}\p{N}]/gu, '');
      if ((spelt.get(plain) ?? queue.code) !== queue.code)
        refuse(index, 'spellings', 'spelling-repeated', 'Another queue is spelt like this');
      spelt.set(plain, queue.code);
    }
  }
  const teams = new Set([
    ...policy.queues.map(({ service }) => service),
    ...caseServices(policy),
    ...policy.alerts.teams.map(({ code }) => code),
  ]);
  const refuseTeam = (path: (string | number)[]) =>
    context.addIssue({
      code: 'custom',
      message: 'There is no such team',
      path: ['alerts', ...path],
      params: { code: 'team-unknown' },
    });
  if (!teams.has(policy.alerts.escalateTo)) refuseTeam(['escalateTo']);
  for (const [index, { team }] of policy.alerts.routes.entries())
    if (!teams.has(team)) refuseTeam(['routes', index, 'team']);
});
export type Policy = z.output<typeof policySchema>;

/** The queue of a policy that has a code; undefined when the place has none. */
export function queueOf(policy: Policy, code: string): QueuePolicy | undefined {
  return policy.queues.find((queue) => queue.code === code);
}
