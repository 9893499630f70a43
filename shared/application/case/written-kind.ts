import type { CaseKind } from '../../domain/case/case-kinds.ts';

/** What the audit calls an event of a case: two kinds of case may have events of one name. */
export function writtenCaseKind(kind: CaseKind, happened: string): string {
  return `${kind}-${happened}`;
}
