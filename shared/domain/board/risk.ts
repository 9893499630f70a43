/**
 * A risk in the register of the Performance and Compliance Group, which escalates it to the SEND Partnership Board. One stored
 * item with its own history; nothing in it is about a child.
 */
import * as z from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { conflict } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { catalogue } from '../indicator/catalogue/catalogue.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { queueCodeSchema } from '../policy/policy.ts';
import { boardText, type Decision } from './board-text.ts';
import { MOST_EVENTS, paperEventShape } from './writer.ts';

/** Who watches it. */
export const riskLevels = ['group', 'board'] as const;
export type RiskLevel = (typeof riskLevels)[number];

const known = new Set(catalogue.map(({ code }) => code));
const scale = z.int().min(1).max(5);

export const riskDetailsSchema = z.strictObject({
  title: boardText('The title', 120),
  description: boardText('The description', 2000),
  /** The waiting list that it is about; null for none, or several. */
  queue: queueCodeSchema.nullable(),
  /** Codes of the catalogue: the figures that would show it. */
  indicators: z
    .array(z.string().max(60))
    .max(12)
    .refine((codes) => codes.every((code) => known.has(code)), {
      error: 'Choose indicators of the catalogue',
      params: { code: 'indicator-unknown' },
    }),
  /** From 1, rare, to 5, almost certain. */
  likelihood: scale,
  /** From 1, negligible, to 5, catastrophic. */
  impact: scale,
  /** Whoever answers for it, by name or by post. */
  owner: boardText('The owner', 120),
  /** The day by which the owner has promised something. */
  dueOn: localDateSchema,
  mitigations: boardText('What is being done', 2000),
});
export type RiskDetails = Readonly<z.output<typeof riskDetailsSchema>>;

export const riskEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['raised', 'changed', 'escalated', 'closed']),
  /** Why; empty where it was raised. */
  reason: z.string().max(1000),
  /** The day of the decision, which may be before it was written down. */
  on: localDateSchema,
  /** How it was scored from then on. */
  likelihood: scale,
  impact: scale,
});
export type RiskEvent = Readonly<z.output<typeof riskEventSchema>>;

export const riskSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  details: riskDetailsSchema,
  level: z.enum(riskLevels),
  isOpen: z.boolean(),
  events: z.array(riskEventSchema).min(1).max(MOST_EVENTS),
});
export type Risk = Readonly<z.output<typeof riskSchema>>;

/** What is done to a risk that is there. */
export type RiskWork =
  | { readonly kind: 'changed'; readonly reason: string; readonly details: RiskDetails }
  | ({ readonly kind: 'escalated' | 'closed' } & Decision);

type Recorded = Pick<RiskEvent, 'id' | 'at' | 'by' | 'requestHash'>;

export function raisedRisk(
  { id, place, details }: Pick<Risk, 'id' | 'place' | 'details'>,
  recorded: Recorded,
  today: LocalDate,
): Risk {
  const { likelihood, impact } = details;
  const event: RiskEvent = { ...recorded, kind: 'raised', reason: '', on: today, likelihood, impact };
  return { id, place, version: 1, details, level: 'group', isOpen: true, events: [event] };
}

/** @throws `conflict` `risk-closed`, `already-escalated`, `history-full`. */
export function workedRisk(risk: Risk, work: RiskWork, recorded: Recorded, today: LocalDate): Risk {
  if (!risk.isOpen) throw conflict('risk-closed', 'This risk is closed');
  if (work.kind === 'escalated' && risk.level === 'board')
    throw conflict('already-escalated', 'This risk is with the Partnership Board already');
  if (risk.events.length >= MOST_EVENTS) throw conflict('history-full', 'Close this risk and raise it anew');
  const details = work.kind === 'changed' ? work.details : risk.details;
  const { likelihood, impact } = details;
  const on = work.kind === 'changed' ? today : work.on;
  const event: RiskEvent = { ...recorded, kind: work.kind, reason: work.reason, on, likelihood, impact };
  return {
    ...risk,
    version: risk.version + 1,
    details,
    level: work.kind === 'escalated' ? 'board' : risk.level,
    isOpen: work.kind !== 'closed',
    events: [...risk.events, event],
  };
}

export const ratings = ['low', 'moderate', 'high', 'extreme'] as const;
export type Rating = (typeof ratings)[number];

/** Likelihood times impact, and its band in the five by five matrix of the NHS (National Patient Safety Agency, 2008). */
export function scoreOf({ likelihood, impact }: Pick<RiskDetails, 'likelihood' | 'impact'>): {
  readonly score: number;
  readonly rating: Rating;
} {
  const score = likelihood * impact;
  return { score, rating: score >= 15 ? 'extreme' : score >= 8 ? 'high' : score >= 4 ? 'moderate' : 'low' };
}

/** Whether the owner's day has passed: on the day itself there is still time. */
export function isOverdue({ isOpen, details }: Pick<Risk, 'isOpen' | 'details'>, today: LocalDate): boolean {
  return isOpen && details.dueOn < today;
}

/** Open before closed, the board's before the group's, the highest score first, then the nearest day. */
export function inOrder(risks: readonly Risk[]): readonly Risk[] {
  const rank = (risk: Risk) => (risk.isOpen ? 0 : 2) + (risk.level === 'board' ? 0 : 1);
  return risks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      scoreOf(b.details).score - scoreOf(a.details).score ||
      (a.details.dueOn < b.details.dueOn ? -1 : 1),
  );
}
