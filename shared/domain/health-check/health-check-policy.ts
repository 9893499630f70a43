/** What a place decides about health checks: what it aims at, and how its practices are called. */
import * as z from 'zod';
import type { FinancialYear } from '../calendar/financial-year.ts';
import { odsCodeSchema } from '../identifiers/ods-code.ts';

const target = { percent: z.int().min(1).max(100), label: z.string().min(1).max(80) };

export const healthCheckPolicySchema = z.strictObject({
  /** The share of those eligible to be checked in a financial year, and whose aim that is. */
  targets: z
    .array(z.strictObject({ year: z.string().regex(/^\d{4}-\d{2}$/, 'A financial year is like 2025-26'), ...target }))
    .max(40),
  /** For every year that has none of its own. No national target has stood since 2025/26 (domain.md 3). */
  otherYears: z.strictObject(target),
  /** Names of practices by their code; a practice that is not here goes by its code. */
  practices: z.array(z.strictObject({ code: odsCodeSchema, name: z.string().min(1).max(80) })).max(400),
});
export type HealthCheckPolicy = Readonly<z.output<typeof healthCheckPolicySchema>>;

/** What every place starts from. */
export const recommendedHealthCheckPolicy: HealthCheckPolicy = {
  targets: [],
  otherYears: { percent: 75, label: 'Former national target' },
  practices: [],
};

/** What a place aims at in a year. */
export function healthCheckTarget(
  { targets, otherYears }: HealthCheckPolicy,
  { label: year }: Pick<FinancialYear, 'label'>,
): HealthCheckPolicy['otherYears'] {
  const { percent, label } = targets.find((one) => one.year === year) ?? otherYears;
  return { percent, label };
}

/** How a practice is called. */
export function practiceName({ practices }: HealthCheckPolicy, code: string): string {
  return practices.find((practice) => practice.code === code)?.name ?? code;
}
