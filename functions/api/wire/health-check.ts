/** Health checks as the API tells them. */
import * as z from 'zod';
import type { CaseView } from '../../../shared/application/case/case-view.ts';
import type { HealthCheckFigures } from '../../../shared/application/health-checks/count-health-checks.ts';
import {
  type HealthCheckPage,
  type HealthCheckQuestion,
  MOST_HEALTH_CHECK_PAGE_ROWS,
} from '../../../shared/application/health-checks/list-health-checks.ts';
import {
  type PracticeAnswers,
  practiceOutcomes,
} from '../../../shared/application/health-checks/work-practice-file.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseEvent } from '../../../shared/domain/case/case.ts';
import { keptFactsSchema } from '../../../shared/domain/case/generic-facts.ts';
import { healthCheckFactsSchema, leavingReasons } from '../../../shared/domain/health-check/facts.ts';
import { invitationSteps } from '../../../shared/domain/health-check/invitation.ts';
import { healthCheckSorts, onlyCodes } from '../../../shared/domain/health-check/list.ts';
import { practiceColumns, practiceFields } from '../../../shared/domain/health-check/practice-file/columns.ts';
import { practiceFaultCodes, practiceFlags } from '../../../shared/domain/health-check/practice-file/row-fault.ts';
import { healthCheckStatuses } from '../../../shared/domain/health-check/standing.ts';
import type { HealthCheckState } from '../../../shared/domain/health-check/state.ts';
import { listStatuses } from '../../../shared/domain/health-check/summary.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { severalOf } from './queue.ts';

const date = localDateSchema;
const count = z.int().min(0);
const practice = z.string().max(12);

const eventSchema = z.strictObject({
  id: opaqueIdSchema,
  seq: count,
  on: date,
  recordedAt: instantSchema,
  by: z.strictObject({ actor: z.string(), role: z.string() }),
  facts: keptFactsSchema(healthCheckFactsSchema),
});

const stateSchema = z.strictObject({
  asAt: date,
  practice,
  status: z.enum(healthCheckStatuses),
  eligibleFrom: date,
  financialYear: z.string(),
  lastCheck: date.nullable(),
  due: date.meta({ description: 'By when the next check is due, whatever the status' }),
  overdueSince: date.nullable(),
  plan: z
    .enum(['complete', 'missing'])
    .nullable()
    .meta({ description: 'Whether a check of this year has a valid health action plan; null without a check' }),
  reofferFrom: date.nullable(),
  missedYears: z.array(z.string()).meta({ description: 'Years that are over, all of them eligible, without a check' }),
  invitation: z.strictObject({
    step: z.enum(invitationSteps),
    on: date.nullable(),
    appointmentOn: date.nullable(),
    chases: count,
    missed: count,
  }),
  handOverBy: date.meta({
    description: 'By when the due date is handed over to the GP practice: the place’s services end with an age',
  }),
  left: z
    .strictObject({
      on: date,
      why: z.enum(leavingReasons),
      handedOverTo: z.string().nullable(),
      due: date.nullable().meta({ description: 'The due date that was handed over' }),
    })
    .nullable(),
});

export const healthCheckSchema = z.strictObject({
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  version: z.int().min(1),
  history: z.array(eventSchema),
  state: stateSchema
    .nullable()
    .meta({ description: 'Null when the opening was recorded in error, or is of a later day' }),
});

export function healthCheckWire({
  record,
  state,
}: Pick<CaseView, 'record' | 'state'>): z.output<typeof healthCheckSchema> {
  const { id, personId, version, events } = record;
  return {
    id,
    personId,
    version,
    history: events.map(eventWire),
    state: stateWire(state as HealthCheckState | undefined),
  };
}

function eventWire({ id, seq, on, recordedAt, by, facts }: CaseEvent): z.output<typeof eventSchema> {
  return { id, seq, on, recordedAt, by: { actor: by.actor, role: by.role }, facts };
}

function stateWire(state: HealthCheckState | undefined): z.output<typeof stateSchema> | null {
  if (state === undefined) return null;
  const { year, missedYears, ...standing } = state.standing;
  return {
    asAt: state.asAt,
    practice: state.practice,
    ...standing,
    financialYear: year,
    missedYears: [...missedYears],
    invitation: { ...state.invitation },
    handOverBy: state.handOverBy,
    left: state.left === null ? null : { ...state.left },
  };
}

/** What the list is filtered by. */
const filterQuery = {
  practice: z
    .string()
    .max(400)
    .regex(/^[A-Z0-9,]+$/)
    .transform((text) => text.split(','))
    .optional()
    .meta({ description: 'Codes of practices, several with commas' }),
  status: severalOf(listStatuses).optional().meta({ description: 'Everybody who has not left, where absent' }),
  step: severalOf(invitationSteps).optional(),
  only: severalOf(onlyCodes).optional(),
  sort: z
    .enum(healthCheckSorts.flatMap((column) => [column, `-${column}` as const]))
    .optional()
    .meta({ description: 'A column, or one behind a minus sign for descending; `due` where absent' }),
};
export const healthCheckListQuery = z.strictObject(filterQuery);
export const healthCheckPageQuery = z.strictObject({
  ...filterQuery,
  cursor: z.string().min(1).max(2000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_HEALTH_CHECK_PAGE_ROWS))
    .optional(),
});

/** The filter and the order that a query asks for. */
export function healthChecksChosenBy(
  query: z.output<typeof healthCheckListQuery>,
): Pick<HealthCheckQuestion, 'filter' | 'order'> {
  const { practice: practices, status: statuses, step: steps, only, sort } = query;
  const by = healthCheckSorts.find((column) => column === sort?.replace('-', ''));
  return {
    filter: { practices, statuses, steps, only },
    order: by === undefined ? undefined : { by, descending: sort?.startsWith('-') ?? false },
  };
}

const rowSchema = z.strictObject({
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: date,
  practice,
  status: z.enum(listStatuses),
  due: date.nullable().meta({ description: 'By when something is to be done; null when nothing is any more' }),
  lastCheck: date.nullable(),
  planComplete: z.boolean(),
  missedYear: z.string().nullable(),
  invitation: z.strictObject({ step: z.enum(invitationSteps), on: date.nullable(), appointmentOn: date.nullable() }),
});
export const healthCheckPageSchema = z.strictObject({
  rows: z.array(rowSchema),
  total: count,
  before: count,
  complete: z.boolean(),
  tally: z
    .partialRecord(z.enum(listStatuses), count)
    .meta({ description: 'Records in each status, before any filter' }),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  policyVersion: z.int(),
});

export function healthCheckPageWire(page: HealthCheckPage): z.output<typeof healthCheckPageSchema> {
  const { rows, total, before, complete, tally, previous, next, policyVersion } = page;
  return {
    rows: rows.map(({ caseId, personId, familyName, givenName, birthDate, status, due, missedYear, ...row }) => ({
      ...{ id: caseId, personId, familyName, givenName, birthDate, status, due, missedYear },
      practice: row.practice,
      lastCheck: row.facts.lastCheck,
      planComplete: row.facts.hasPlan,
      invitation: { step: row.facts.step, on: row.facts.stepOn, appointmentOn: row.facts.appointmentOn },
    })),
    ...{ total, before, complete, tally, policyVersion },
    previous: previous ?? null,
    next: next ?? null,
  };
}

const countsSchema = z.strictObject({
  checked: count.meta({ description: 'Eligible at the end with a check in the year: the numerator' }),
  withPlan: count,
  withPlanAndEthnicity: count,
  eligible: count.meta({ description: 'The headline’s denominator, declines included' }),
  declined: count,
  eligibleWithoutDeclined: count.meta({ description: 'The incentive’s denominator' }),
});
export const healthCheckFiguresSchema = z.strictObject({
  financialYear: z.string(),
  to: date.meta({ description: 'The day counted to' }),
  counts: countsSchema,
  practices: z.array(z.strictObject({ practice, counts: countsSchema })),
  target: z.strictObject({ percent: z.int(), label: z.string() }),
  policyVersion: z.int(),
});

export function healthCheckFiguresWire(figures: HealthCheckFigures): z.output<typeof healthCheckFiguresSchema> {
  const counts = ({ year: _year, to: _to, ...told }: HealthCheckFigures['whole']) => told;
  return {
    financialYear: figures.year.label,
    to: figures.asAt,
    counts: counts(figures.whole),
    practices: figures.practices.map((one) => ({ practice: one.practice, counts: counts(one.counts) })),
    target: figures.target,
    policyVersion: figures.policyVersion,
  };
}

const heading = z.enum(practiceFields.map((field) => practiceColumns[field].heading));
const faultSchema = z.strictObject({
  code: z.enum(practiceFaultCodes),
  column: heading,
  found: z.string().meta({ description: 'What stood in the cell. It is told here and kept nowhere' }),
  fix: z.string(),
});
export const practiceAnswersSchema = z.strictObject({
  asAt: date,
  rows: z.array(
    z.strictObject({
      record: z.int(),
      line: z.int(),
      outcome: z.enum(practiceOutcomes),
      personId: opaqueIdSchema.nullable(),
      added: z.array(z.strictObject({ kind: z.string(), on: date })),
      flags: z.array(z.enum(practiceFlags)),
      faults: z.array(faultSchema),
    }),
  ),
  absent: z
    .array(
      z.strictObject({
        personId: opaqueIdSchema,
        caseId: opaqueIdSchema,
        familyName: z.string(),
        givenName: z.string(),
      }),
    )
    .meta({
      description: 'Open records of the practices in the file that it does not name. They are left as they are',
    }),
});

export function practiceAnswersWire({ asAt, rows, absent }: PracticeAnswers): z.output<typeof practiceAnswersSchema> {
  return {
    asAt,
    absent: [...absent],
    rows: rows.map(({ added, flags, faults, ...row }) => ({
      ...row,
      added: [...added],
      flags: [...flags],
      faults: faults.map(({ field, ...fault }) => ({ ...fault, column: practiceColumns[field].heading })),
    })),
  };
}
