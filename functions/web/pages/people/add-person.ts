/** Adding somebody: never a second record for one NHS number, and namesakes are shown before it is saved. */
import { createPerson } from '../../../../shared/application/person/create-person.ts';
import { findPeople } from '../../../../shared/application/person/find-people.ts';
import { detailsOf, type NewPerson } from '../../../../shared/application/person/person-input.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { newPerson } from '../../../../shared/domain/person/record-person.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { addPersonPath, findPath, personPath } from './addresses.ts';
import { peopleTable } from './found-people.ts';
import { addPersonForm } from './person-form.ts';

export const addPersonRoutes: readonly PageRoute[] = [
  actingPage('GET', addPersonPath, 'person.create', async (visit) => askPage(visit, flowOf(visit))),
  actingPage('POST', addPersonPath, 'person.create', (visit) => answerPage(visit, flowOf(visit))),
];

function flowOf(visit: ActingVisit): FormFlow<NewPerson> {
  const { deps, call } = visit;
  return {
    form: addPersonForm,
    title: 'Add a person',
    intro: html`<p>Look for the person first: <a href="${findPath}">find a person</a>. Two records of one child hide what each of them needs.</p>`,
    backHref: findPath,
    section: 'find',
    saveLabel: 'Add this person',
    judge: (input) => judge(visit, input),
    instead: async (input) => {
      const holder = await numberHolder(visit, input);
      return holder && alreadyThere(visit, holder);
    },
    warning: (input) => namesakeWarning(visit, input),
    save: async (input, key) => goTo(`${personPath((await createPerson(deps, call, input, key)).id)}?added=yes`),
  };
}

function judge({ deps, call, actor, today }: ActingVisit, input: NewPerson): void {
  newPerson(
    { id: deps.ids.fresh(), place: actor.place, details: detailsOf(input, deps.stage), possibleDuplicateOf: [] },
    { eventId: deps.ids.fresh(), recordedAt: call.now, by: { actor: actor.id, role: actor.role }, hash: deps.hash },
    today,
  );
}

/** Whoever has a record under one of these numbers, as far as the asker may know. */
async function numberHolder({ deps, call }: ActingVisit, input: NewPerson): Promise<Person | undefined> {
  for (const search of [
    input.nhsNumber === null ? undefined : { nhsNumber: input.nhsNumber },
    input.localId === null ? undefined : { localId: input.localId },
  ]) {
    const found = search && (await findPeople(deps, call, search));
    if (found?.people[0] !== undefined) return found.people[0];
  }
  return undefined;
}

function alreadyThere({ today }: ActingVisit, holder: Person): PageAnswer {
  const title = 'There is already a record with this number';
  return page(
    {
      title,
      section: 'find',
      beforeContent: backLink({ href: findPath, text: 'Back' }),
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>Nothing has been added. Check whether this is the person you mean.</p>${peopleTable([holder], today, 'The record with this number')}<p>If this is somebody else, one of the two numbers is wrong: check it with the referrer before you add anyone.</p>`,
    },
    409,
  );
}

/** People with the same name born on the same day: shown, never merged. */
async function namesakeWarning(visit: ActingVisit, input: NewPerson): Promise<Html | undefined> {
  const { familyName, givenName, birthDate } = input;
  const search = { familyName, birthDate, ...(givenName === '' ? {} : { givenName }) };
  const { people } = await findPeople(visit.deps, visit.call, search);
  if (people.length === 0) return undefined;
  return warningCallout({
    heading: 'Somebody like this has a record already',
    content: html`<p>If one of these is the same child, open that record and add the referral there. If not, for example a twin, go on: the new record will be marked as a possible duplicate.</p>${peopleTable(people, visit.today, 'People with the same name and birth date')}`,
  });
}
