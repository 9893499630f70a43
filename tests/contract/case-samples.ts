/** Cases to keep, of the toy type, made by the rules themselves. */
import { plannedCase } from '../../shared/application/case/case-entry.ts';
import type { KeptCase } from '../../shared/application/ports/cases.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../shared/domain/case/case.ts';
import type { CaseTypes } from '../../shared/domain/case/case-type.ts';
import { openCase, recordOnCase } from '../../shared/domain/case/record-case.ts';
import type { Person } from '../../shared/domain/person/person.ts';
import { contextOn, toyType } from '../unit/case/toy-type.ts';
import { ids, policyOf, recorder, today } from './samples.ts';

export const toyTypes: CaseTypes = new Map([[toyType.kind, toyType]]);

const rulesOf = (person: Person) => ({ types: toyTypes, policy: policyOf(person.place) });
const contextOf = (person: Person) => ({ ...contextOn(today), policy: policyOf(person.place), person: person.details });

/** A visit that was asked for on a day, as at the day of the samples. */
export function sampleCase(person: Person, on: string, practice?: string): KeptCase {
  const facts = { kind: 'asked', ...(practice === undefined ? {} : { practice }) };
  const identity = { id: ids.fresh(), place: person.place, personId: person.id };
  const record = openCase(toyType, identity, { facts, on: localDate(on) }, recorder(), contextOf(person));
  const { entry } = plannedCase(rulesOf(person), record, person, today);
  return { record, entry };
}

/** The case with one event more. */
export function withHappened({ record, entry }: KeptCase, person: Person, facts: CaseFacts, on: string): KeptCase {
  const grown = recordOnCase(toyType, record, { facts, on: localDate(on) }, recorder(), contextOf(person));
  return { record: grown, entry: plannedCase(rulesOf(person), grown, person, today, entry.alerted).entry };
}

export const keyOfCase = ({ record: { personId, kind, id } }: KeptCase) => ({ personId, kind, caseId: id });
