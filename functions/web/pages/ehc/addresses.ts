/** Addresses of the pages about assessments besides those of every case. Opaque ids and days, nothing that says who it is. */
import { personPath } from '../people/addresses.ts';

/** An assessment's advice by service, and what its family is shown. */
export function adviceAndFamilyPath({
  personId,
  caseId,
}: {
  readonly personId: string;
  readonly caseId: string;
}): string {
  return `${personPath(personId)}/ehc-assessments/${caseId}`;
}

export const chasesPath = '/ehc/chases';
export const figuresPath = '/ehc/figures';
