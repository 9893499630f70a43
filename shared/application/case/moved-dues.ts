/**
 * Due dates that are other dates now although nothing happened to the child: another policy, another list of bank holidays,
 * other details of the person. The old date stays in the history, recorded by the service itself with the reason, by whoever
 * meets the case first: the watch when it plans anew, or the next command.
 */
import { serviceItself } from '../../domain/alert/record-alert.ts';
import { englandAndWales } from '../../domain/calendar/bank-holidays.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CasePerson } from '../../domain/case/case-type.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import type { DueMoved, movedReasons } from '../../domain/case/generic-facts.ts';
import { recordOnCase } from '../../domain/case/record-case.ts';
import type { KeptCase } from '../ports/cases.ts';
import { type CaseRules, caseContext, duesOf } from './case-entry.ts';

type Hash = (text: string) => string;

/** Whom the case is about, as they are now, and which version of them that is. */
export interface PersonNow {
  readonly person: CasePerson;
  readonly version: number;
}

/** The case with an event, and so a version, for each due date moved since it was last planned; the same case when none was. */
export function withMovedDues(
  rules: CaseRules,
  { record, entry }: KeptCase,
  now: PersonNow,
  at: Instant,
  hash: Hash,
): Case {
  const why = reasonsOf(rules, entry, now);
  if (why.length === 0) return record;
  const context = caseContext(rules, now.person, localDateOf(at));
  // As at the day it was planned: what the passing of days alone changes is no move.
  const after = duesOf(rules, record, now.person, entry.planned.asAt);
  let moved = record;
  for (const { deadline, start, due } of entry.planned.dues) {
    const found = after.find((one) => one.deadline === deadline && one.start === start);
    if (found?.due === due) continue;
    const facts: DueMoved = { kind: 'due-moved', deadline, start, from: due, to: found?.due ?? null, why: [...why] };
    const text = JSON.stringify(['due-moved', record.id, record.version, deadline, start]);
    const recorder = { eventId: hash(text).slice(0, 16), recordedAt: at, by: serviceItself, hash };
    moved = recordOnCase(caseTypeOf(rules.types, record.kind), moved, { facts, on: context.asAt }, recorder, context);
  }
  return moved;
}

function reasonsOf({ policy }: CaseRules, { planned, personVersion }: KeptCase['entry'], now: PersonNow) {
  const why: (typeof movedReasons)[number][] = [];
  if (planned.policy !== policy.version) why.push('policy');
  if (planned.holidays !== englandAndWales.version) why.push('bank-holidays');
  if (personVersion !== now.version) why.push('person');
  return why;
}
