import type { Case } from '../../domain/case/case.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import type { AdviceState } from '../../domain/ehc/advice-state.ts';
import { ehcAdvice } from '../../domain/ehc/advice-type.ts';
import type { AssessmentState } from '../../domain/ehc/assessment-state.ts';
import { ehcAssessment } from '../../domain/ehc/assessment-type.ts';
import { type EhcStageView, stageView } from '../../domain/ehc/stage-view.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext } from '../case/case-entry.ts';
import { caseNotFound, caseSubject } from '../case/case-subject.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { PersonRecord } from '../ports/people.ts';
import { recordView } from '../record-view.ts';

/** The advice of one service for an assessment. */
export interface AdviceOfAssessment {
  readonly row: CaseRow;
  readonly state: AdviceState;
}

/** An assessment with the advice of every service it asked, and what its family is shown. */
export interface AssessmentRead {
  readonly record: Case;
  readonly person: Person;
  readonly state: AssessmentState;
  readonly advice: readonly AdviceOfAssessment[];
  readonly stages: EhcStageView;
}

/**
 * Reads an assessment and its advice in one request, recorded as a view of the person.
 * The council's case system sees those that it asked for.
 * @throws `not-found` `case-not-found`, also for whoever may not know of it and for one recorded in error; `forbidden`.
 */
export async function readAssessment(
  deps: Pick<Deps, 'people' | 'caseTypes' | 'policies' | 'audit'>,
  call: Call,
  { personId, caseId }: { readonly personId: string; readonly caseId: string },
): Promise<AssessmentRead> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  const kept = record?.cases.find((one) => one.record.kind === ehcAssessment.kind && one.record.id === caseId);
  if (record === undefined || kept === undefined) throw caseNotFound();
  const asked = kept.record.events[0]?.by.actor === call.actor.id;
  authorise(call, 'ehc.read', { ...caseSubject(place, kept.entry.row, policy), asked }, caseNotFound);
  const restricted = record.person.details.flags.includes('restricted');
  await recordView(deps, call, 'case.read', [personId], null, { marks: restricted ? ['restricted'] : [] });
  const asAt = todayOf(call);
  const context = caseContext({ types: deps.caseTypes, policy }, record.person.details, asAt);
  const state = stateOfCase(ehcAssessment, kept.record, context);
  if (state === undefined) throw caseNotFound();
  const advice = adviceOf(record, caseId, context);
  const { birthDate } = record.person.details;
  const stages = stageView({ assessment: state, advice: advice.map((one) => one.state), birthDate, asAt });
  return { record: kept.record, person: record.person, state, advice, stages };
}

/** The advice that an assessment asked for, by service and round; what was asked in error is left out. */
export function adviceOf(
  { cases }: Pick<PersonRecord, 'cases'>,
  assessmentId: string,
  context: Parameters<typeof stateOfCase>[2],
): readonly AdviceOfAssessment[] {
  return cases
    .filter(({ record, entry }) => record.kind === ehcAdvice.kind && entry.row.group === assessmentId)
    .flatMap(({ record, entry }) => {
      const state = stateOfCase(ehcAdvice, record, context);
      return state === undefined ? [] : [{ row: entry.row, state }];
    })
    .toSorted((a, b) => (a.state.service < b.state.service ? -1 : a.state.service > b.state.service ? 1 : 0));
}
