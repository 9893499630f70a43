/**
 * Changing somebody's details. The form carries the details as they were when it was opened, sealed, so that only what was
 * changed is saved, and two people who change different things do not get in each other's way.
 */
import { changePerson } from '../../../../shared/application/person/change-person.ts';
import {
  changesOf,
  type NewPerson,
  newPersonSchema,
  type PersonChanges,
} from '../../../../shared/application/person/person-input.ts';
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import { conflict } from '../../../../shared/domain/error.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { changedPerson } from '../../../../shared/domain/person/record-person.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import type { Html } from '../../../../shared/http/html/html.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { typedIn } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { editPersonPath, personPath } from './addresses.ts';
import { personBanner } from './banner.ts';
import { editConflictPage, settledAnswers } from './edit-conflict.ts';
import { detailNames, editPersonForm, typedOf } from './person-form.ts';

const path = editPersonPath('{personId}');
/** What sealed details are for: they open in this form and nowhere else. */
const SCOPE = 'person-as-opened';

export const editPersonRoutes: readonly PageRoute[] = [
  actingPage('GET', path, 'person.change', async (visit) => {
    const person = await personOf(visit);
    return askPage(visit, flowOf(visit, person, { version: String(person.version), opened: sealed(visit, person) }));
  }),
  actingPage('POST', path, 'person.change', async (visit) => {
    const person = await personOf(visit);
    const body = await visit.form();
    const flow = flowOf(visit, person, { version: body.get('version'), opened: body.get('opened') });
    const typed = typedIn(body, flow.form.questions);
    return answerPage(visit, flow, settledAnswers(body, typed, typedOf(person.details)));
  }),
];

async function personOf({ deps, call, params }: ActingVisit): Promise<Person> {
  return (await readPerson(deps, call, params['personId'] ?? '')).person;
}

function sealed(visit: ActingVisit, person: Person): string {
  const { nhsNumberStatus: _, ...details } = person.details;
  return visit.deps.cursors.seal(`${SCOPE} ${person.id}`, details);
}

function flowOf(
  visit: ActingVisit,
  person: Person,
  hidden: { readonly version: string; readonly opened: string },
): FormFlow<NewPerson> {
  const opened = newPersonSchema.parse(visit.deps.cursors.open(`${SCOPE} ${person.id}`, hidden.opened));
  const changes = (input: NewPerson): PersonChanges => changedDetails(visit, opened, input);
  return {
    form: editPersonForm,
    title: 'Change a person’s details',
    above: personBanner(person, visit.today, 'link'),
    backHref: personPath(person.id),
    section: 'find',
    start: typedOf(person.details),
    hidden,
    saveLabel: 'Save the changes',
    judge: (input) => judge(visit, person, changes(input)),
    warning: (input) => whatChanges(changes(input)),
    save: async (input) => {
      await changePerson(visit.deps, visit.call, person.id, changes(input), Number(hidden.version) || 0);
      return goTo(`${personPath(person.id)}?changed=yes`);
    },
    onStale: async (_, answers) =>
      editConflictPage(visit, {
        person,
        seen: Number(hidden.version) || 0,
        opened: typedOf({
          ...person.details,
          ...opened,
          nhsNumberStatus: '02',
          noNhsNumberReason: opened.noNhsNumberReason ?? null,
        }),
        answers,
        hidden: { version: String(person.version), opened: sealed(visit, person) },
      }),
  };
}

/** Only what was changed: another writer's changes to the rest stay. */
function changedDetails({ deps }: ActingVisit, opened: NewPerson, input: NewPerson): PersonChanges {
  const read = changesOf(input, deps.stage);
  const before: Readonly<Record<string, unknown>> = opened;
  return Object.fromEntries(
    Object.entries(read).filter(
      ([field, value]) =>
        field !== 'nhsNumberStatus' && JSON.stringify(value ?? null) !== JSON.stringify(before[field] ?? null),
    ),
  ) as PersonChanges;
}

function judge({ deps, call, actor, today }: ActingVisit, person: Person, changes: PersonChanges): void {
  if (Object.keys(changes).length === 0) throw conflict('nothing-changed', 'You have not changed anything');
  changedPerson(
    person,
    changesOf(changes, deps.stage),
    { eventId: deps.ids.fresh(), recordedAt: call.now, by: { actor: actor.id, role: actor.role }, hash: deps.hash },
    today,
  );
}

function whatChanges(changes: PersonChanges): Html {
  const names = Object.keys(changes).map((field) => detailNames[field as keyof typeof detailNames]);
  return insetText(`You are changing: ${names.join(', ')}.`);
}
