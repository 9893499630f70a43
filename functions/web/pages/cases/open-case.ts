/** What every page about a case begins with: the person, the case, and what may be done with it. */
import { caseNotFound, caseSubject } from '../../../../shared/application/case/case-subject.ts';
import type { CaseOfPerson } from '../../../../shared/application/case/case-view.ts';
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import type { Action } from '../../../../shared/domain/permission/grants.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { CasePages } from './case-pages.ts';
import { casePagesOf } from './duties.ts';

/** A case open on a page. */
export interface OpenCase {
  readonly pages: CasePages;
  readonly person: Person;
  readonly one: CaseOfPerson;
}

/**
 * The case that the address names, with its person: one request to the store, recorded as a view of the person.
 * @throws `not-found` also for whoever may not know of it; `forbidden`.
 */
export async function openCase(visit: ActingVisit): Promise<OpenCase> {
  const { deps, call, params } = visit;
  const pages = casePagesOf(params['kind']);
  const view = await readPerson(deps, call, params['personId'] ?? '');
  const one = view.cases.find(({ record }) => record.kind === pages.kind && record.id === params['caseId']);
  if (one === undefined) throw caseNotFound();
  return { pages, person: view.person, one };
}

/** Whether the reader may do something to this very case. */
export function mayDoToCase({ actor, policy }: ActingVisit, action: Action, { row }: CaseOfPerson): boolean {
  return can(actor, action, caseSubject(actor.place, row, policy)) === 'allowed';
}
