/** The row of a case: all that a list shows, sorts and filters by, and all that the watch needs of the person. */
import type { LocalDate } from '../calendar/local-date.ts';
import { latest } from '../calendar/local-date.ts';
import type { Person } from '../person/person.ts';
import type { CopiedOfPerson } from '../queue/row.ts';
import { copiedOf } from '../queue/row.ts';
import type { Case } from './case.ts';
import type { CaseKind } from './case-kinds.ts';
import { kindPolicyOf } from './case-policy.ts';
import type { CaseContext, CasePerson, CaseSummary, CaseType } from './case-type.ts';
import { standingIn } from './generic-facts.ts';
import { stateOfCase } from './record-case.ts';

/** What a row copies of the person. */
export interface CopiedForCase extends CopiedOfPerson, CasePerson {}

export interface CaseRow extends CopiedForCase, Required<CaseSummary> {
  readonly personId: string;
  readonly caseId: string;
  readonly kind: CaseKind;
  /** The team it belongs to. */
  readonly service: string;
  readonly open: boolean;
  readonly openedOn: LocalDate;
  readonly lastEventOn: LocalDate;
}

/** The status of a case whose opening was recorded in error. */
export const VOID_STATUS = 'void';

export function copiedForCase(person: Person): CopiedForCase {
  const { diedOn, gpPractice } = person.details;
  return { ...copiedOf(person), diedOn, gpPractice };
}

/** The row of a case on a day. A case whose opening does not stand is closed and has nothing due. */
export function caseRowOf(type: CaseType, record: Case, who: CopiedForCase, context: CaseContext): CaseRow {
  const { personId, id: caseId, kind, events, checkpoint } = record;
  const { familyName, givenName, birthDate, flags, hasAdjustments, needsInterpreter, diedOn, gpPractice } = who;
  const copied = { familyName, givenName, birthDate, flags, hasAdjustments, needsInterpreter, diedOn, gpPractice };
  const state = stateOfCase(type, record, context);
  const [first] = standingIn(events);
  const openedOn = checkpoint?.openedOn ?? first?.on ?? events[0]?.on ?? context.asAt;
  const lastEventOn = latest(checkpoint?.lastEventOn ?? openedOn, ...events.map(({ on }) => on));
  const identity = { personId, caseId, kind, ...copied, openedOn, lastEventOn };
  if (state === undefined) {
    const service = kindPolicyOf(context.policy, kind).services[0] ?? '';
    return {
      ...identity,
      service,
      open: false,
      status: VOID_STATUS,
      due: null,
      waitingOn: null,
      group: null,
      more: [],
    };
  }
  const { status, due, waitingOn, group, more = [] } = type.summary(state, context);
  const service = type.service(state, context.policy);
  return { ...identity, service, open: type.isOpen(state), status, due, waitingOn, group, more };
}

/** The status of a row on a day, where days alone change it. */
export function statusOfRow(type: CaseType, row: CaseRow, asAt: LocalDate): string {
  return row.status === VOID_STATUS ? VOID_STATUS : (type.statusOn?.(row, asAt) ?? row.status);
}

/** Whether what is to be done next should have been done before a day. */
export function isOverdue({ due }: Pick<CaseRow, 'due'>, asAt: LocalDate): boolean {
  return due !== null && due.on < asAt;
}
