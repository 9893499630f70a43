/** A case of a kind with what happened to it, put in through the use cases as a member of its service would. */
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../shared/domain/case/case.ts';
import type { CaseKind } from '../../../shared/domain/case/case-kinds.ts';
import type { RunningSite, SignedIn } from '../running-site.ts';

export type Said = readonly [on: string, facts: CaseFacts & Readonly<Record<string, unknown>>];

interface Made {
  readonly personId: string;
  readonly kind: CaseKind;
  readonly service: string;
  readonly role?: 'clinician' | 'administrator';
}

/** @param said what opens the case, then what happened; all of it written down today. */
export async function madeCase(
  site: RunningSite,
  who: SignedIn,
  { personId, kind, service, role = 'clinician' }: Made,
  [[openedOn, opening], ...said]: readonly [Said, ...Said[]],
): Promise<string> {
  const actor = { id: who.staffId, place: 'liverpool', role, services: [service] } as const;
  const call = () => ({ actor, now: parseInstant(`${site.today}T09:00:00Z`), requestId: site.deps.ids.fresh() });
  const { deps } = site;
  const opened = { on: localDate(openedOn), facts: opening as CaseFacts };
  let { record } = await openCaseOf(deps, call(), personId, kind, opened, deps.ids.fresh());
  const key = { personId, kind, caseId: record.id };
  for (const [day, facts] of said) {
    const happened = { on: localDate(day), facts };
    ({ record } = await recordCaseEvent(deps, call(), key, happened, record.version, deps.ids.fresh()));
  }
  return record.id;
}
