/** From a postcode to how deprived its area is, by a table that is data with an edition: the edition stands on every figure. */
import * as z from 'zod';

export const deprivationTableSchema = z.strictObject({
  edition: z.string().min(1).max(60),
  /** Whether the deciles are made up. */
  synthetic: z.boolean(),
  source: z.string().max(200),
  /** Decile of each postcode district, 1 the most deprived tenth of England. */
  districts: z.record(z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/), z.int().min(1).max(10)),
});
export type DeprivationTable = Readonly<z.output<typeof deprivationTableSchema>>;

/**
 * The decile of a postcode's district; null where there is none, or none that the table knows. A real table goes by
 * neighbourhood (LSOA); a district is as fine as a made-up one has reason to be.
 */
export function decileOf(district: string | null, table: DeprivationTable): number | null {
  return district === null ? null : (table.districts[district] ?? null);
}

/** Fifths of England, from the most deprived. */
export const quintiles = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;
export type Quintile = (typeof quintiles)[number];

/** Deciles 1 and 2 are Q1, the most deprived fifth; 9 and 10 are Q5. */
export function quintileOf(decile: number | null): Quintile | null {
  return decile === null ? null : (quintiles[Math.ceil(decile / 2) - 1] ?? null);
}
