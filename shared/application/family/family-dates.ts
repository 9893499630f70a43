/**
 * The days that a family's calendar shows: appointments, and days by which something is due. Copied by name, as in child-view.ts,
 * and told apart in no other way: what a day is about, the calendar never says (promise P8).
 */
import { addDays, type LocalDate } from '../../domain/calendar/local-date.ts';
import { appointmentsOf } from '../../domain/referral/appointments.ts';
import type { ReferralView } from '../person/person-view.ts';
import type { FamilyBudget, FamilyEhc, FamilyHealthCheck } from './family-duties.ts';

/** An appointment, or a day by which something is due. */
export const familyDateKinds = ['appointment', 'due'] as const;

export interface FamilyDate {
  /** The same for as long as it is the same thing, whatever day it is moved to. */
  readonly id: string;
  readonly kind: (typeof familyDateKinds)[number];
  readonly on: LocalDate;
  /** `09:30`, as clocks in the place show; null where it is about the day. */
  readonly time: string | null;
  readonly isCancelled: boolean;
}

/** What days are taken from: each already as far as its part is open. */
export interface DatedViews {
  /** Empty where appointments are not shown. */
  readonly booked: readonly ReferralView[];
  readonly withAppointments: boolean;
  readonly ehc: readonly FamilyEhc[];
  readonly healthCheck: FamilyHealthCheck | null;
  readonly budgets: readonly FamilyBudget[];
}

/** Days for which what has passed stays in the calendar. */
const KEPT_DAYS = 28;

export function familyDates(views: DatedViews, today: LocalDate): readonly FamilyDate[] {
  const from = addDays(today, -KEPT_DAYS);
  const { booked, ehc, healthCheck, budgets, withAppointments } = views;
  const all = [
    ...booked.flatMap(({ referral, state }) =>
      appointmentsOf(referral.events, state).map((one): FamilyDate => ({ ...one, kind: 'appointment' })),
    ),
    ...ehc.flatMap(ehcDates),
    ...(healthCheck === null ? [] : checkDates(healthCheck, withAppointments)),
    ...budgets.flatMap(({ caseId, reviewBy }) => due(caseId, 'review', reviewBy)),
  ];
  return all.filter(({ on }) => on >= from).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The steps that are still to be taken, and the last days on which the law lets a family act. */
function ehcDates({ caseId, stages, lawAllows }: FamilyEhc): readonly FamilyDate[] {
  const open = stages.filter(({ standing }) => standing === 'now' || standing === 'late' || standing === 'later');
  return [
    ...open.flatMap(({ stage, dueOn }) => due(caseId, stage, dueOn)),
    ...lawAllows.flatMap(({ step, until }) => due(caseId, step, until)),
  ];
}

function checkDates({ caseId, dueOn, bookedFor }: FamilyHealthCheck, withAppointments: boolean): readonly FamilyDate[] {
  const id = `${caseId} booked`;
  return [
    ...due(caseId, 'check', dueOn),
    ...(bookedFor === null || !withAppointments
      ? []
      : [{ id, kind: 'appointment', on: bookedFor, time: null, isCancelled: false } as const]),
  ];
}

function due(caseId: string, what: string, on: LocalDate | null): readonly FamilyDate[] {
  return on === null ? [] : [{ id: `${caseId} ${what}`, kind: 'due', on, time: null, isCancelled: false }];
}
