/** The parts of a child's record that families are shown. Each is opened and closed by its own date and its own rule. */
import * as z from 'zod';

export const parts = ['health', 'ehc', 'budget', 'appointments', 'messages'] as const;
export const partSchema = z.enum(parts);
export type Part = (typeof parts)[number];

/** Everything but the EHC plan follows the law of consent to health care; the plan follows the Children and Families Act. */
export function followsSendRights(part: Part): boolean {
  return part === 'ehc';
}
