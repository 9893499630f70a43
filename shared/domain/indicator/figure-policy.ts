/** What a place decides about its figures. */
import * as z from 'zod';
import { suppressionCodes } from './suppression/rule.ts';

export const figurePolicySchema = z.strictObject({
  /** By which rule small numbers are hidden from whoever may not see them. */
  suppression: z.enum(suppressionCodes),
});

/** The rule of the national mental health statistics. */
export const recommendedFigurePolicy: z.output<typeof figurePolicySchema> = { suppression: 'under-5' };
