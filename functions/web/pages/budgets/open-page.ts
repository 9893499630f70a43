/** Recording that a budget is asked for: where it begins. */
import { caseContext } from '../../../../shared/application/case/case-entry.ts';
import { openCaseOf } from '../../../../shared/application/case/open-case.ts';
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import { budgetCase, budgetContextOf } from '../../../../shared/domain/budget/budget-case.ts';
import { nothingYet } from '../../../../shared/domain/budget/state.ts';
import { openCase } from '../../../../shared/domain/case/record-case.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { budgetPath, openBudgetPath } from './addresses.ts';
import { type Entry, entryForm } from './entry-form.ts';
import { budgetForms } from './forms/forms.ts';

const path = openBudgetPath('{personId}');

export const openBudgetRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'case.open', async (visit) => askPage(visit, flowOf(visit, await personOf(visit)))),
  actingPage('POST', path, 'case.open', async (visit) => answerPage(visit, flowOf(visit, await personOf(visit)))),
];

async function personOf({ deps, call, params }: ActingVisit): Promise<Person> {
  return (await readPerson(deps, call, params['personId'] ?? '')).person;
}

function flowOf(visit: ActingVisit, person: Person): FormFlow<Entry> {
  const { deps, call, policy, actor, today } = visit;
  const form = budgetForms.requested;
  const context = caseContext({ types: deps.caseTypes, policy }, person.details, today);
  return {
    form: entryForm('requested', form, { state: nothingYet, context: budgetContextOf(context), today }),
    title: form.action,
    above: personBanner(person, today, 'link'),
    intro: html`<p>There is a right to have one in continuing care, after-care under section 117, and for wheelchairs. With an EHC plan it can be asked for while the plan is drafted or reviewed.</p>`,
    backHref: personPath(person.id),
    section: 'duties',
    saveLabel: 'Record the request',
    judge: (entry) => {
      const recorder = {
        eventId: deps.ids.fresh(),
        recordedAt: visit.now,
        by: { actor: actor.id, role: actor.role },
        hash: deps.hash,
      };
      const identity = { id: deps.ids.fresh(), place: actor.place, personId: person.id };
      openCase(budgetCase, identity, entry, recorder, context);
    },
    save: async (entry, key) => {
      const { record } = await openCaseOf(deps, call, person.id, 'budget', entry, key);
      const address = budgetPath({ personId: person.id, caseId: record.id });
      return goTo(`${address}?recorded=${record.events[0]?.id ?? ''}`);
    },
  };
}
