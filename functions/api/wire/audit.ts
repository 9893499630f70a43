/** The audit as the API tells of it, and the mappers from what is kept. */
import * as z from 'zod';
import type { AuditLine, LinesPage } from '../../../shared/application/audit/audit-lines.ts';
import type { StaffNames } from '../../../shared/application/audit/staff-names.ts';
import type { UnusualLookUps } from '../../../shared/application/audit/unusual-look-ups.ts';
import type { VerifiedSlice } from '../../../shared/application/audit/verify-audit.ts';
import type { AccessToReview } from '../../../shared/application/emergency/review-emergency-access.ts';
import { auditFaults, faultMeanings } from '../../../shared/domain/audit/finding.ts';
import { unusualHourSchema, unusualTitle } from '../../../shared/domain/audit/unusual.ts';
import { viewMarks } from '../../../shared/domain/audit/view.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { askOf, reviewOf, reviewOutcomes } from '../../../shared/domain/permission/break-glass.ts';

/** Which days, both included: the last thirty (of unusual look-ups: seven) where absent; and how to go on. */
export const auditQuery = z.strictObject({
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  cursor: z.string().max(2000).optional(),
});

const whoSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable().meta({ description: 'Null for somebody whom the staff directory does not know' }),
  role: z.string(),
});

const lineSchema = z.strictObject({
  at: z.string(),
  by: whoSchema,
  did: z.enum(['saw', 'changed']),
  what: z.string().meta({ description: 'The action of a view, or the kind of an event' }),
  queue: z.string().nullable(),
  people: z.array(z.string()),
  marks: z.array(z.enum(viewMarks)),
  record: z.string().nullable().meta({ description: 'Id of the record that was changed' }),
  number: z.int().meta({ description: 'Its number in its chain' }),
});

export const linesPageSchema = z.strictObject({
  from: localDateSchema,
  to: localDateSchema,
  total: z.int(),
  complete: z.boolean().meta({ description: 'False when there are more lines than are gathered: ask for fewer days' }),
  lines: z.array(lineSchema),
  next: z.string().optional(),
  previous: z.string().optional(),
});

type Days = Pick<z.output<typeof linesPageSchema>, 'from' | 'to'>;

export function linesPageWire(page: LinesPage, { from, to }: Days, names: StaffNames): z.input<typeof linesPageSchema> {
  const { total, complete, next, previous } = page;
  return {
    from,
    to,
    total,
    complete,
    lines: page.lines.map((line) => lineWire(line, names)),
    ...(next === undefined ? {} : { next }),
    ...(previous === undefined ? {} : { previous }),
  };
}

function lineWire(line: AuditLine, names: StaffNames): z.input<typeof lineSchema> {
  const { at, actor, role, did, what, queue, people, marks, aggregateId, seq } = line;
  const by = { id: actor, name: names.get(actor)?.name ?? null, role };
  return { at, by, did, what, queue, people: [...people], marks: [...marks], record: aggregateId, number: seq };
}

export const unusualSchema = z.strictObject({
  from: localDateSchema,
  to: localDateSchema,
  hours: z.array(
    z.strictObject({
      by: whoSchema,
      rule: unusualHourSchema.shape.rule,
      title: z.string(),
      hour: z.string().meta({ description: 'When the hour began' }),
      count: z.int(),
      over: z.int().meta({ description: 'What the rule allows' }),
    }),
  ),
});

export function unusualWire({ days, hours }: UnusualLookUps, names: StaffNames): z.input<typeof unusualSchema> {
  return {
    from: days.from,
    to: days.to,
    hours: hours.map(({ actor, role, rule, hour, count, over }) => {
      const by = { id: actor, name: names.get(actor)?.name ?? null, role };
      return { by, rule, title: unusualTitle(rule), hour, count, over };
    }),
  };
}

export const verificationSchema = z.strictObject({
  checked: z.strictObject({
    heads: z.int(),
    chains: z.int(),
    views: z.int(),
    people: z.int(),
    events: z.int(),
  }),
  findings: z.array(
    z.strictObject({
      chain: z.strictObject({ of: z.enum(['views', 'history', 'list', 'heads']), id: z.string() }),
      fault: z.enum(auditFaults),
      meaning: z.string(),
      from: z.int(),
      to: z.int(),
      about: z
        .strictObject({ place: z.string(), personId: z.string() })
        .optional()
        .meta({ description: 'Whose record’s history it is; absent of other chains' }),
    }),
  ),
  next: z.string().optional().meta({ description: 'Leads to the next slice; absent when all was looked at' }),
});

export function verificationWire(
  { heads, chains, views, people, events, findings }: VerifiedSlice,
  next: string | undefined,
): z.input<typeof verificationSchema> {
  return {
    checked: { heads, chains, views, people, events },
    findings: findings.map(({ chain, fault, from, to, about }) => ({
      chain: { of: chain.of, id: chain.id },
      fault,
      meaning: faultMeanings[fault],
      from,
      to,
      ...(about === undefined ? {} : { about: { ...about } }),
    })),
    ...(next === undefined ? {} : { next }),
  };
}

export const accessSchema = z.strictObject({
  id: opaqueIdSchema,
  version: z.int(),
  by: whoSchema,
  askedAt: z.string(),
  endsAt: z.string(),
  reason: z.string(),
  person: z.string().nullable().meta({ description: 'Null when nobody in the place has the number that was given' }),
  standing: z.enum(['reviewed', 'waiting', 'overdue']),
  dueOn: localDateSchema,
  review: z
    .strictObject({ at: z.string(), by: z.string(), outcome: z.enum(reviewOutcomes), note: z.string() })
    .nullable(),
});

export function accessWire(
  { access, standing, dueOn }: AccessToReview,
  names: StaffNames,
): z.input<typeof accessSchema> {
  const { by, recordedAt, endsAt, reason, personId } = askOf(access);
  const review = reviewOf(access);
  return {
    id: access.id,
    version: access.version,
    by: { id: by.actor, name: names.get(by.actor)?.name ?? null, role: by.role },
    askedAt: recordedAt,
    endsAt,
    reason,
    person: personId,
    standing,
    dueOn,
    review:
      review === undefined
        ? null
        : { at: review.recordedAt, by: review.by.actor, outcome: review.outcome, note: review.note },
  };
}
