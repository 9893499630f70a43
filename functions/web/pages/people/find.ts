/** Finding somebody. What is looked for is sent in a form, so that it never stands in an address (promise P8). */
import { findPeople, type PeopleFound } from '../../../../shared/application/person/find-people.ts';
import { type DomainError, isDomainError } from '../../../../shared/domain/error.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { hiddenField, postForm } from '../../../../shared/http/html/components/form.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { checkForm, errorsOfRefusal, type FormError } from '../../../../shared/http/page/form.ts';
import { toBeCompleted, typedFields } from '../../../../shared/http/page/form-flow.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import {
  goTo,
  type PageAnswer,
  type PageContent,
  page,
  refusedPage,
} from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { type Typed, typedIn } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { askEmergencyPath } from '../emergency/addresses.ts';
import { addPersonPath, findPath, personPath } from './addresses.ts';
import { findForms, type WayToFind, waysToFind } from './find-form.ts';
import { foundPeople } from './found-people.ts';

const title = 'Find a person';

export const findRoutes: readonly PageRoute[] = [
  actingPage('GET', findPath, 'person.find', async (visit) => page(findPage(visit))),
  actingPage('POST', findPath, 'person.find', find),
];

/** What one of the forms was sent with. */
interface Asked {
  readonly way: WayToFind;
  readonly typed: Typed;
}

async function find(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const way = waysToFind.find((one) => one === body.get('by')) ?? 'nhs-number';
  const { form } = findForms[way];
  const asked: Asked = { way, typed: typedIn(body, form.questions) };
  const checked = checkForm(form, asked.typed);
  if ('errors' in checked) return refusedPage(findPage(visit, asked, checked.errors));
  try {
    return found(visit, asked, await findPeople(visit.deps, visit.call, checked.value));
  } catch (refusal) {
    if (!isDomainError(refusal, 'invalid')) throw refusal;
    return refusedPage(findPage(visit, asked, refusals(form.questions, refusal)));
  }
}

function refusals(questions: Parameters<typeof errorsOfRefusal>[0], refusal: DomainError): readonly FormError[] {
  return errorsOfRefusal(questions, refusal);
}

function found(visit: ActingVisit, asked: Asked, result: PeopleFound): PageAnswer {
  const [only, ...others] = result.people;
  if (only !== undefined && others.length === 0 && !result.more) return goTo(personPath(only.id));
  return page(findPage(visit, asked, [], only === undefined ? nobody(visit, asked) : foundPeople(result, visit.today)));
}

function findPage(visit: ActingVisit, asked?: Asked, errors: readonly FormError[] = [], result?: Html): PageContent {
  const questions = asked ? findForms[asked.way].form.questions : [];
  return {
    title: result === undefined ? title : 'People found',
    section: 'find',
    hasErrors: errors.length > 0,
    content: html`${errorsView(questions, errors)}<h1 class="nhsuk-heading-l">${title}</h1>${result}<div class="app-columns">${waysToFind.map(
      (way) => oneWay(visit, way, way === asked?.way ? asked.typed : {}, way === asked?.way ? errors : []),
    )}</div>${emergencyWay(visit)}`,
  };
}

/** Shown whether or not there is anything that cannot be found: so it says nothing of any record. */
function emergencyWay({ actor }: ActingVisit): Html | false {
  return (
    can(actor, 'access.break-glass', anythingOf(actor)) === 'allowed' &&
    html`<p>If you have a safety reason to see a record that you cannot find, <a href="${askEmergencyPath}">ask for emergency access</a>.</p>`
  );
}

function oneWay(visit: ActingVisit, way: WayToFind, typed: Typed, errors: readonly FormError[]): Html {
  const { heading, form } = findForms[way];
  return html`<section><h2 class="nhsuk-heading-m">${heading}</h2>${postForm({
    action: findPath,
    csrfToken: visit.session.formToken,
    content: html`${hiddenField('by', way)}${questionsView(form.questions, typed, errors)}${button({
      text: html`Find<span class="nhsuk-u-visually-hidden"> ${heading.charAt(0).toLowerCase()}${heading.slice(1)}</span>`,
      ...(way === 'nhs-number' ? {} : { variant: 'secondary' as const }),
    })}`,
  })}</section>`;
}

/** Nobody: what to try, and the way to add them with what was typed already filled in. */
function nobody(visit: ActingVisit, { way, typed }: Asked): Html {
  const mayAdd = can(visit.actor, 'person.create', anythingOf(visit.actor)) === 'allowed';
  const advice =
    way === 'name'
      ? 'Check the date of birth, and try the beginning of the family name alone.'
      : 'Check each digit, and try the name and date of birth: the record may have no number yet.';
  return html`<div role="status">${insetText(
    html`<h2 class="nhsuk-heading-m">Nobody was found</h2><p>No record in ${visit.policy.place.name} that you may see matches. ${advice}</p>`,
  )}</div>${
    mayAdd &&
    postForm({
      action: addPersonPath,
      csrfToken: visit.session.formToken,
      hidden: toBeCompleted,
      content: html`${typedFields(typed)}${button({ text: 'Add this person', variant: 'secondary' })}`,
    })
  }`;
}
