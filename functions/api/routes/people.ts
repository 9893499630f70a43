import * as z from 'zod';
import { changePerson } from '../../../shared/application/person/change-person.ts';
import { createPerson } from '../../../shared/application/person/create-person.ts';
import { findPeople, personSearchSchema } from '../../../shared/application/person/find-people.ts';
import { newPersonSchema, personChangesSchema } from '../../../shared/application/person/person-input.ts';
import { readPerson } from '../../../shared/application/person/read-person.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  peopleFoundSchema,
  personRecordSchema,
  personRecordWire,
  personWire,
  personWireSchema,
} from '../wire/person.ts';

const tag = 'People';
const params = z.strictObject({ personId: opaqueIdSchema });

export const peopleRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/people',
    id: 'createPerson',
    tag,
    summary: 'Add a person',
    description: 'Namesakes born on the same day are named in `possibleDuplicateOf`, for staff to look at.',
    action: 'person.create',
    body: newPersonSchema,
    status: 201,
    response: personWireSchema,
    async handle({ body, key, call }, deps) {
      const person = await createPerson(deps, call, body, key);
      return { body: personWire(person), version: person.version, location: `/v1/people/${person.id}` };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/search',
    id: 'findPeople',
    tag,
    summary: 'Find people by NHS number, by local id, or by name and date of birth',
    description: 'By POST, so that no number, name or date stands in an address. Changes nothing.',
    action: 'person.find',
    precondition: 'repeatable',
    body: personSearchSchema,
    response: peopleFoundSchema,
    async handle({ body, call }, deps) {
      const { people, more } = await findPeople(deps, call, body);
      return { body: { people: people.map(personWire), more } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}',
    id: 'readPerson',
    tag,
    summary: 'Everything about a person',
    action: 'person.read',
    params,
    response: personRecordSchema,
    async handle({ params: { personId }, call }, deps) {
      const view = await readPerson(deps, call, personId);
      return { body: personRecordWire(view), version: view.person.version };
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/v1/people/{personId}',
    id: 'changePerson',
    tag,
    summary: 'Change details of a person',
    description: 'What is left out stays as it is. Lists that show the person follow within moments.',
    action: 'person.change',
    params,
    body: personChangesSchema,
    response: personWireSchema,
    async handle({ params: { personId }, body, seen, call }, deps) {
      const person = await changePerson(deps, call, personId, body, seen);
      return { body: personWire(person), version: person.version };
    },
  }),
];
