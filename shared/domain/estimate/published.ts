/**
 * The estimates of a queue as they are published with its census: for each priority and age, and for each month waited so far, the
 * weeks still to come. Whoever shows a family its range reads this, and nothing about anybody else.
 */
import * as z from 'zod';
import { ageBands } from '../bands/age-bands.ts';
import { ageOn } from '../calendar/age.ts';
import {
  addDays,
  dateOfEpochDay,
  daysBetween,
  epochDayOf,
  type LocalDate,
  localDateSchema,
} from '../calendar/local-date.ts';
import { type Tier, tierRank, tiers } from '../policy/tier.ts';
import { calibration } from './calibration.ts';
import { estimateFor, estimateModel } from './estimate.ts';
import type { PastWait } from './past-wait.ts';

/** Weeks between two waits so far that a range is given for, and the longest. */
const STEP_WEEKS = 4;
const LONGEST_WEEKS = 156;

const weeks = z.int().min(0).max(2000);
/** Null where nothing can be said. */
const rangeSchema = z.strictObject({ sooner: weeks, middle: weeks, later: weeks }).nullable();

export const publishedEstimatesSchema = z.strictObject({
  queue: z.string(),
  asAt: localDateSchema,
  /** By priority, age band, then months of four weeks waited so far. */
  ranges: z.array(z.strictObject({ tier: z.enum(tiers), group: z.string(), byWaited: z.array(rangeSchema).max(60) })),
  /** How earlier estimates came out, for anybody to read. */
  calibration: z.array(
    z.strictObject({
      asAt: localDateSchema,
      sooner: z.int().min(0),
      within: z.int().min(0),
      later: z.int().min(0),
      undecided: z.int().min(0),
    }),
  ),
});
export type PublishedEstimates = Readonly<z.output<typeof publishedEstimatesSchema>>;
/** Weeks still to wait: one in ten is seen before the first, one in ten after the last. */
export type EstimatedWeeks = NonNullable<z.output<typeof rangeSchema>>;

export function publishedEstimates(queue: string, waits: readonly PastWait[], asAt: LocalDate): PublishedEstimates {
  const today = epochDayOf(asAt);
  const model = estimateModel(waits, today);
  const steps = Array.from({ length: LONGEST_WEEKS / STEP_WEEKS + 1 }, (_, step) => step * STEP_WEEKS * 7);
  return {
    queue,
    asAt,
    ranges: tiers.flatMap((tier) =>
      ageBands.map(({ code }) => ({
        tier,
        group: code,
        byWaited: steps.map((waited) => {
          const estimate = estimateFor(model, { tier: tierRank(tier), group: code, order: today - waited });
          if ('none' in estimate) return null;
          const [sooner, , middle, , later] = estimate.days.map((days) => Math.round(days / 7));
          return { sooner: sooner ?? 0, middle: middle ?? 0, later: later ?? 0 };
        }),
      })),
    ),
    calibration: calibration(waits, today).map(({ day, ...became }) => ({ asAt: dateOfEpochDay(day), ...became })),
  };
}

/** Somebody who waits. */
export interface WhoWaits {
  readonly tier: Tier;
  readonly birthDate: LocalDate;
  readonly orderingDate: LocalDate;
}

/** The weeks that somebody may still wait from the day of the estimates; null where nothing can be said. */
export function estimatedWeeks({ asAt, ranges }: PublishedEstimates, who: WhoWaits): EstimatedWeeks | null {
  const group = ageGroupOf(who.birthDate, asAt);
  const waited = Math.max(0, daysBetween(who.orderingDate, asAt));
  const step = Math.min(LONGEST_WEEKS / STEP_WEEKS, Math.floor(waited / 7 / STEP_WEEKS));
  return ranges.find((range) => range.tier === who.tier && range.group === group)?.byWaited[step] ?? null;
}

/** The age band that waits are told apart by. */
export function ageGroupOf(birthDate: LocalDate, on: LocalDate): string {
  const age = ageOn(birthDate, on);
  return ageBands.find(({ from, to }) => age >= from && age <= to)?.code ?? '';
}

/** Estimates older than this say nothing of today any more. */
const GOOD_FOR_DAYS = 45;

export function areCurrent({ asAt }: Pick<PublishedEstimates, 'asAt'>, today: LocalDate): boolean {
  return today <= addDays(asAt, GOOD_FOR_DAYS);
}
