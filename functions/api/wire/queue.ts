/** A queue, its rows and its figures as the API tells of them, and how its list is asked for. */
import * as z from 'zod';
import { MOST_PAGE_ROWS, type QueuePage } from '../../../shared/application/queue/list-queue.ts';
import { ageBands } from '../../../shared/domain/bands/age-bands.ts';
import { communityBands } from '../../../shared/domain/bands/waiting-bands.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { type LocalDate, localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { personFlagSchema, personFlags } from '../../../shared/domain/person/person.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { tierSchema, tiers } from '../../../shared/domain/policy/tier.ts';
import type { QueueFilter } from '../../../shared/domain/queue/filter.ts';
import { dutyOn, nextStep } from '../../../shared/domain/queue/next-step.ts';
import type { QueueRow } from '../../../shared/domain/queue/queue-row.ts';
import { stageOf, waitDaysOf } from '../../../shared/domain/queue/row.ts';
import { type SortBy, type SortColumn, sortColumns } from '../../../shared/domain/queue/sort.ts';
import { referralStages } from '../../../shared/domain/referral/state.ts';

const yes = z.literal('true').transform(() => true as const);

/** Several of some words, with commas between them. */
export function severalOf<const T extends string>(words: readonly T[]) {
  const known: ReadonlySet<string> = new Set(words);
  return z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .refine((asked): asked is T[] => asked.every((word) => known.has(word)), {
      error: `Choose from: ${words.join(', ')}`,
      params: { code: 'not-a-choice' },
    })
    .meta({ description: `Any of: ${words.join(', ')}; several with commas`, examples: [words[0] ?? ''] });
}

/** A column, or one behind a minus sign for descending. */
const sortSchema = severalOf(sortColumns.flatMap((column) => [column, `-${column}` as const]));

export const queueFilterQuery = {
  stage: severalOf(referralStages).optional(),
  tier: severalOf(tiers).optional(),
  wait: severalOf(communityBands.map(({ code }) => code)).optional(),
  age: severalOf(ageBands.map(({ code }) => code)).optional(),
  flag: severalOf(personFlags).optional(),
  overDays: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Waited more than this many days' }),
  needsAction: yes.optional(),
  adjustments: yes.optional(),
  interpreter: yes.optional(),
  unassigned: yes.optional(),
  sort: sortSchema.optional(),
};
const filterQuerySchema = z.strictObject(queueFilterQuery);

export const queuePageQuery = z.strictObject({
  ...queueFilterQuery,
  cursor: z.string().min(1).max(2000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_PAGE_ROWS))
    .optional()
    .meta({ description: `Rows of a page, 1 to ${MOST_PAGE_ROWS}` }),
  total: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: 'Whether to count all rows; counting an unfiltered list is a second question to the store' }),
});

/** The filter and the order that a query asks for. */
export function chosenBy(query: z.output<typeof filterQuerySchema>): { filter: QueueFilter; sort: SortBy[] } {
  const { stage, tier, wait, age, flag, overDays, needsAction, adjustments, interpreter, unassigned, sort } = query;
  return {
    filter: {
      ...(stage && { stages: stage }),
      ...(tier && { tiers: tier }),
      ...(wait && { waitBands: wait }),
      ...(age && { ageBands: age }),
      ...(flag && { flags: flag }),
      ...(overDays !== undefined && { overDays }),
      ...(needsAction && { needsAction }),
      ...(adjustments && { hasAdjustments: true }),
      ...(interpreter && { needsInterpreter: true }),
      ...(unassigned && { assignedTo: null }),
    },
    sort: (sort ?? []).map((column) => ({
      column: column.replace(/^-/, '') as SortColumn,
      direction: column.startsWith('-') ? ('descending' as const) : ('ascending' as const),
    })),
  };
}

const rowSchema = z.strictObject({
  personId: opaqueIdSchema,
  referralId: opaqueIdSchema,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: localDateSchema,
  stage: z.enum(referralStages),
  tier: tierSchema,
  clockStart: localDateSchema.nullable(),
  waitDays: z.int().nullable(),
  orderingDate: localDateSchema,
  receivedAt: z.union([instantSchema, localDateSchema]),
  appointmentOn: localDateSchema.nullable(),
  lastEventOn: localDateSchema,
  missedInARow: z.int().min(0),
  nextStep: z.string(),
  needsAction: z.boolean(),
  flags: z.array(personFlagSchema),
  hasAdjustments: z.boolean(),
  needsInterpreter: z.boolean(),
  assignedTo: z.string().nullable(),
});

export const queueParams = z.strictObject({ queue: queueCodeSchema });

export const queuePageSchema = z.strictObject({
  queue: queueCodeSchema,
  asAt: localDateSchema,
  policyVersion: z.int(),
  rows: z.array(rowSchema),
  total: z.int().min(0).nullable(),
  complete: z.boolean().meta({ description: 'False when the list is longer than can be filtered or sorted' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last' }),
});

export function queuePageWire(page: QueuePage, asAt: LocalDate): z.output<typeof queuePageSchema> {
  return {
    queue: page.queue.code,
    asAt,
    policyVersion: page.policyVersion,
    rows: page.rows.map((row) => rowWire(row, asAt)),
    total: page.total,
    complete: page.complete,
    next: page.next ?? null,
  };
}

function rowWire(row: QueueRow, asAt: LocalDate): z.output<typeof rowSchema> {
  return {
    personId: row.personId,
    referralId: row.referralId,
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    stage: stageOf(row, asAt),
    tier: row.tier,
    clockStart: row.clockStart,
    waitDays: waitDaysOf(row, asAt),
    orderingDate: row.orderingDate,
    receivedAt: row.receivedAt,
    appointmentOn: row.appointmentOn,
    lastEventOn: row.lastEventOn,
    missedInARow: row.missedInARow,
    nextStep: nextStep(row, asAt),
    needsAction: dutyOn(row, asAt) !== null,
    flags: [...row.flags],
    hasAdjustments: row.hasAdjustments,
    needsInterpreter: row.needsInterpreter,
    assignedTo: row.assignedTo,
  };
}

const days = z.number().min(0).nullable();
const figure = z.int().min(0);

export const queueFiguresSchema = z.strictObject({
  queue: queueCodeSchema,
  asAt: localDateSchema,
  policyVersion: z.int(),
  standardDays: z.int(),
  open: figure,
  withinStandard: figure,
  breached: figure,
  bands: z.array(figure).length(communityBands.length),
  longestDays: days,
  medianDays: days,
  p92Days: days,
  seen: figure,
  seenWithinStandard: figure,
  removedUnseen: figure,
});
