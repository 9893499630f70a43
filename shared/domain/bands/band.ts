import * as z from 'zod';

/** A range of whole numbers (days waited, years of age), both ends included; `to` is null when it has no upper end. */
export const bandSchema = z.object({
  /** Kebab-case, stable: what is stored and filtered by. */
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** What people read. */
  label: z.string().min(1).max(40),
  from: z.int().min(0),
  to: z.int().min(0).nullable(),
});

/** One range of a set of bands. */
export type Band = Readonly<z.output<typeof bandSchema>>;

/** A set of bands: each begins where the one before ended, none is missing, and codes differ. */
export const bandsSchema = z
  .array(bandSchema)
  .min(1)
  .max(120)
  .superRefine((bands, context) => {
    for (const [index, band] of bands.entries()) {
      const before = bands[index - 1];
      const follows = before === undefined || (before.to !== null && band.from === before.to + 1);
      if (!follows || (band.to !== null && band.to < band.from)) {
        const message = 'Each band begins one after the end of the band before';
        context.addIssue({ code: 'custom', message, path: [index], params: { code: 'bands-not-in-sequence' } });
      }
    }
    if (new Set(bands.map((band) => band.code)).size < bands.length) {
      const message = 'Each band needs a code of its own';
      context.addIssue({ code: 'custom', message, params: { code: 'band-code-repeated' } });
    }
  });

/** Where in a set of bands a number falls; -1 when in none. */
export function bandIndexOf(bands: readonly Band[], number: number): number {
  return bands.findIndex((band) => number >= band.from && (band.to === null || number <= band.to));
}

/** The band a number falls in, or undefined when in none. */
export function bandOf(bands: readonly Band[], number: number): Band | undefined {
  return bands[bandIndexOf(bands, number)];
}

/** How many of some numbers fall in each band, in the order of the bands. Numbers in none are not counted. */
export function countsByBand(bands: readonly Band[], numbers: Iterable<number>): number[] {
  const counts = bands.map(() => 0);
  for (const number of numbers) {
    const index = bandIndexOf(bands, number);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
