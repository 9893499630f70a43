/** Addresses of the pages about cases. They hold opaque ids and nothing that says who it is (promise P8). */
import type { CaseKey } from '../../../../shared/application/ports/cases.ts';
import { personPath } from '../people/addresses.ts';

/** The list of a kind of case. */
export function caseListPath(kind: string): string {
  return `/cases/${kind}`;
}

export function caseDownloadPath(kind: string): string {
  return `${caseListPath(kind)}/download`;
}

/** A record; with names in braces, the pattern of its address. */
export function casePath({ personId, kind, caseId }: { readonly [P in keyof CaseKey]: string }): string {
  return `${personPath(personId)}/cases/${kind}/${caseId}`;
}

/** Where something that happened is recorded. */
export function recordOnCasePath(key: { readonly [P in keyof CaseKey]: string }, happened: string): string {
  return `${casePath(key)}/record/${happened}`;
}

/** Where a record of a kind is opened for a person. */
export function openCasePath(personId: string, kind: string): string {
  return `${personPath(personId)}/cases/${kind}/new`;
}
