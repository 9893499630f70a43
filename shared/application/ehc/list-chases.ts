import { caseListName } from '../../domain/audit/view.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { type AdviceStanding, adviceTimeliness } from '../../domain/ehc/advice-limit.ts';
import { adviceRowFacts } from '../../domain/ehc/advice-row.ts';
import { ehcAdvice } from '../../domain/ehc/advice-type.ts';
import { ehcRulesOn } from '../../domain/ehc/rule-set.ts';
import { can } from '../../domain/permission/can.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseNotFound, caseSubject } from '../case/case-subject.ts';
import { CASE_CEILING } from '../case/list-cases.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';

/** Advice whose body is to be chased, and since when. */
export interface ChaseDue {
  readonly row: CaseRow;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly chaseFrom: LocalDate;
  readonly standing: AdviceStanding;
}

export interface ChasesDue {
  readonly chases: readonly ChaseDue[];
  /** False when there is more advice than can be looked at. */
  readonly complete: boolean;
}

/**
 * The advice that is to be chased today, by service and then the longest waiting first: what a letter to the body lists. The
 * ladder that chases the body is apart from the alerts that tell our own staff. One view is recorded, of the people shown.
 * @throws `forbidden`.
 */
export async function listChases(deps: Pick<Deps, 'cases' | 'policies' | 'audit'>, call: Call): Promise<ChasesDue> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, ehcAdvice.kind);
  authorise(call, 'case.list', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  const today = todayOf(call);
  const { rows, complete } = await deps.cases.list(place, ehcAdvice.kind, 'open', CASE_CEILING);
  const chases = rows
    .filter((row) => can(call.actor, 'case.list', caseSubject(place, row, policy)) === 'allowed')
    .flatMap((row) => {
      const { chaseFrom = null, receivedOn, excepted = false } = adviceRowFacts(row) ?? {};
      if (receivedOn === undefined || chaseFrom === null || chaseFrom > today) return [];
      const course = { receivedOn, repliedOn: null, withdrawnOn: null, excepted };
      const { due, standing } = adviceTimeliness(course, today, ehcRulesOn(receivedOn));
      return [{ row, receivedOn, dueOn: due, chaseFrom, standing }];
    })
    .toSorted((a, b) => inOrder(a.row.service, b.row.service) || inOrder(a.receivedOn, b.receivedOn));
  await recordView(
    deps,
    call,
    'case.list',
    chases.map(({ row }) => row.personId),
    caseListName(ehcAdvice.kind),
  );
  return { chases, complete };
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
