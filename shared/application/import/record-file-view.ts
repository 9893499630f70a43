import { caseListName } from '../../domain/audit/view.ts';
import type { CaseKind } from '../../domain/case/case-kinds.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { recordView } from '../record-view.ts';

/** The most people that a view which is of no list may name. */
const MOST_FOUND_EACH = 20;

/**
 * Records whom a file of rows about a kind of case showed. A view of the list names whoever has a record on it; whoever has
 * none is on no list, so that each is to be found by themselves.
 */
export async function recordFileView(
  deps: Pick<Deps, 'audit'>,
  call: Call,
  kind: CaseKind,
  { onList, others }: { readonly onList: readonly string[]; readonly others: readonly string[] },
): Promise<void> {
  await recordView(deps, call, 'case.record', onList, caseListName(kind));
  for (let from = 0; from < others.length; from += MOST_FOUND_EACH)
    await recordView(deps, call, 'case.record', others.slice(from, from + MOST_FOUND_EACH));
}
