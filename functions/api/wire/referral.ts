/** A referral as the API tells of it: its history, what it is on a day, and why its wait is what it is. */
import * as z from 'zod';
import type { ReferralExplained } from '../../../shared/application/referral/read-referral.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { tierSchema } from '../../../shared/domain/policy/tier.ts';
import { assessmentOutcomes, referralEventFactsSchema } from '../../../shared/domain/referral/event.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import { clockEndReasons, type ReferralState, referralStages } from '../../../shared/domain/referral/state.ts';

const date = localDateSchema;
const count = z.int().min(0);

const clockSchema = z.strictObject({
  startOn: date,
  end: z.strictObject({ on: date, reason: z.enum(clockEndReasons) }).nullable(),
});

const stateSchema = z.strictObject({
  asAt: date,
  stage: z.enum(referralStages),
  open: z.boolean(),
  tier: tierSchema,
  clock: clockSchema.nullable().meta({ description: 'The clock that the wait is told of' }),
  clocks: z.array(clockSchema),
  running: z.boolean().meta({ description: 'Counted as waiting' }),
  waitDays: z.int().nullable(),
  orderingDate: date.nullable(),
  familyTotal: z.strictObject({ from: date, to: date.nullable(), days: z.int() }).nullable(),
  stamps: z.strictObject({
    received: date.nullable(),
    firstContact: date.nullable(),
    assessmentStarted: date.nullable(),
    outcomeDecided: date.nullable(),
    familyInformed: date.nullable(),
    treatmentStarted: date.nullable(),
  }),
  outcome: z.enum(assessmentOutcomes).nullable(),
  appointment: z.strictObject({ on: date, time: z.string().nullable() }).nullable(),
  returned: z.strictObject({ on: date, lastDay: date }).nullable(),
  closed: z.strictObject({ on: date, why: z.string(), reason: z.string().nullable() }).nullable(),
  missed: z.strictObject({ wasNotBrought: count, didNotAttend: count, inARow: count }),
  linkedDuplicates: count,
  assignedTo: z.string().nullable(),
});

const eventSchema = z.strictObject({
  id: opaqueIdSchema,
  seq: count,
  on: date,
  at: instantSchema.optional(),
  recordedAt: instantSchema,
  by: z.strictObject({ actor: z.string(), role: z.string() }),
  importId: opaqueIdSchema.optional(),
  facts: referralEventFactsSchema,
});

export const referralSchema = z.strictObject({
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  queue: queueCodeSchema,
  version: z.int().min(1),
  origin: z.strictObject({ system: z.string(), id: z.string() }).nullable(),
  history: z.array(eventSchema),
  state: stateSchema,
});

export function referralWire(referral: Referral, state: ReferralState): z.output<typeof referralSchema> {
  const { id, personId, queue, version, origin, events } = referral;
  return {
    id,
    personId,
    queue,
    version,
    origin: origin === null ? null : { system: origin.system, id: origin.id },
    history: events.map(({ id: eventId, seq, on, at, recordedAt, by, importId, facts }) => ({
      id: eventId,
      seq,
      on,
      ...(at === undefined ? {} : { at }),
      recordedAt,
      by: { actor: by.actor, role: by.role },
      ...(importId === undefined ? {} : { importId }),
      facts,
    })),
    state: stateWire(state),
  };
}

function stateWire(state: ReferralState): z.output<typeof stateSchema> {
  const { asAt, stage, open, tier, stamps, familyTotal, appointment, returned, closed, missed } = state;
  return {
    asAt,
    stage,
    open,
    tier,
    clock: state.headline === undefined ? null : clockWire(state.headline),
    clocks: state.clocks.map(clockWire),
    running: state.running !== undefined,
    waitDays: state.waitDays ?? null,
    orderingDate: state.orderingDate ?? null,
    familyTotal:
      familyTotal === undefined ? null : { from: familyTotal.from, to: familyTotal.to ?? null, days: familyTotal.days },
    stamps: {
      received: stamps.received ?? null,
      firstContact: stamps.firstContact ?? null,
      assessmentStarted: stamps.assessmentStarted ?? null,
      outcomeDecided: stamps.outcomeDecided ?? null,
      familyInformed: stamps.familyInformed ?? null,
      treatmentStarted: stamps.treatmentStarted ?? null,
    },
    outcome: state.outcome ?? null,
    appointment: appointment === undefined ? null : { on: appointment.on, time: appointment.time ?? null },
    returned: returned === undefined ? null : { on: returned.on, lastDay: returned.lastDay },
    closed: closed === undefined ? null : { on: closed.on, why: closed.why, reason: closed.reason ?? null },
    missed: { wasNotBrought: missed.wasNotBrought, didNotAttend: missed.didNotAttend, inARow: missed.inARow },
    linkedDuplicates: state.linkedDuplicates,
    assignedTo: state.assignedTo ?? null,
  };
}

function clockWire({ startOn, end }: ReferralState['clocks'][number]): z.output<typeof clockSchema> {
  return { startOn, end: end === undefined ? null : { on: end.on, reason: end.reason } };
}

const explanationSchema = z.strictObject({
  asAt: date,
  policyVersion: z.int(),
  lines: z.array(
    z.strictObject({
      on: date,
      eventId: z.string().nullable(),
      text: z.string(),
      rule: z.string(),
      source: z.string(),
      effect: z.string(),
      days: z.int().nullable(),
    }),
  ),
  wait: z
    .strictObject({
      days: z.int(),
      weeks: z.int(),
      standing: z.string(),
      within: z.boolean(),
      standardDays: z.int(),
      daysOver: z.int(),
      lastDayInside: date,
      firstDayOver: date,
      band: z.string(),
    })
    .nullable(),
});

export const referralExplainedSchema = referralSchema.extend({ explanation: explanationSchema });

export function referralExplainedWire(read: ReferralExplained): z.output<typeof referralExplainedSchema> {
  const { asAt, policyVersion, lines, wait } = read.explanation;
  return {
    ...referralWire(read.referral, read.state),
    explanation: {
      asAt,
      policyVersion,
      lines: lines.map(({ on, eventId, text, rule, source, effect, days }) => ({
        on,
        eventId,
        text,
        rule,
        source,
        effect,
        days: days ?? null,
      })),
      wait:
        wait === undefined
          ? null
          : {
              days: wait.days,
              weeks: wait.weeks,
              standing: wait.standing,
              within: wait.within,
              standardDays: wait.standardDays,
              daysOver: wait.daysOver,
              lastDayInside: wait.lastDayInside,
              firstDayOver: wait.firstDayOver,
              band: wait.band,
            },
    },
  };
}
