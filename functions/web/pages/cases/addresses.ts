/** Addresses of the pages about cases. They hold opaque ids and nothing that says who it is (promise P8). */
import type { CaseKey } from '../../../../shared/application/ports/cases.ts';
import { personPath } from '../people/addresses.ts';

/** A record; with names in braces, the pattern of its address. */
export function casePath({ personId, kind, caseId }: { readonly [P in keyof CaseKey]: string }): string {
  return `${personPath(personId)}/cases/${kind}/${caseId}`;
}
