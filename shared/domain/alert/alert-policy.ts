/** What a place decides about alerts: which teams there are, whose an alert is, when it is passed on, what is not told. */
import * as z from 'zod';
import type { Role } from '../staff/staff.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { alertSeverities } from './severity.ts';

/** Code of a team: a service's own slug, or a name the place gives. */
export const teamCodeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, 'A team code is 2 to 31 lower-case letters, digits or hyphens');

/** Roles that work alerts. */
const workingRoles = ['clinician', 'administrator', 'data-manager'] as const satisfies readonly Role[];
const severitiesSchema = z.array(z.enum(alertSeverities)).max(alertSeverities.length);
const kindsSchema = z.array(z.enum(deadlineKinds)).max(100);
const queuesSchema = z.array(z.string().max(20)).max(40);

/** Working days without an acknowledgement after which an alert is passed on; null for never. */
const patience = z.int().min(1).max(60).nullable();

/** A team beside those that every service has: whoever acts in one of the roles and, where services are named, works with one of them. */
const teamSchema = z.strictObject({
  code: teamCodeSchema,
  name: z.string().min(1).max(80),
  roles: z.array(z.enum(workingRoles)).min(1).max(workingRoles.length),
  /** Empty for the whole place. */
  services: z.array(z.string().max(31)).max(40),
});

/** Whose an alert is. The first route that fits decides; where none does, it is the team of the queue's own service. */
const routeSchema = z.strictObject({
  /** Any, where absent or empty; so with the other two. */
  queues: queuesSchema.optional(),
  kinds: kindsSchema.optional(),
  severities: severitiesSchema.optional(),
  team: teamCodeSchema,
});

export const alertPolicySchema = z.strictObject({
  teams: z.array(teamSchema).max(40),
  routes: z.array(routeSchema).max(100),
  /** Who is told besides when nobody acknowledged in time. */
  escalateTo: teamCodeSchema,
  escalateAfterWorkingDays: z.strictObject({
    'long-wait': patience,
    breach: patience,
    approaching: patience,
    amber: patience,
  }),
  longestSnoozeDays: z.int().min(1).max(366),
  /** Warnings that raise no alert, because the list itself shows them. */
  silent: z.array(z.strictObject({ kinds: kindsSchema, severities: severitiesSchema })).max(40),
});
export type AlertPolicy = Readonly<z.output<typeof alertPolicySchema>>;

/** What every place starts from. */
export const recommendedAlertPolicy: AlertPolicy = {
  teams: [{ code: 'waiting-list-managers', name: 'Waiting list managers', roles: ['data-manager'], services: [] }],
  routes: [],
  escalateTo: 'waiting-list-managers',
  escalateAfterWorkingDays: { 'long-wait': 2, breach: 2, approaching: 5, amber: null },
  longestSnoozeDays: 28,
  // A duty of a few days is warned of on the day it arises: the queue's "to do" says so already, and an alert for each
  // would bury those that matter. A contact about the wait is told of on its day: that is when the family is asked (ADR 0095).
  silent: [
    {
      kinds: ['triage', 'acknowledge', 'contact-after-missed', 'review-missed', 'agree-new-date', 'tell-outcome'],
      severities: ['amber'],
    },
  ],
};
