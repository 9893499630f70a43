/** The three ways of finding somebody, each a small form of its own. */
import * as z from 'zod';
import { type PersonSearch, personSearchSchema } from '../../../../shared/application/person/find-people.ts';
import type { Form } from '../../../../shared/http/page/form.ts';

export const waysToFind = ['nhs-number', 'name', 'local-id'] as const;
export type WayToFind = (typeof waysToFind)[number];

const text = z.string().nullable();
const nameAnswers = z.object({ familyName: text, givenName: text, birthDate: text });

export const findForms: Readonly<Record<WayToFind, { readonly heading: string; readonly form: Form<PersonSearch> }>> = {
  'nhs-number': {
    heading: 'By NHS number',
    form: {
      questions: [
        {
          kind: 'text',
          name: 'nhsNumber',
          label: 'NHS number',
          hint: '10 digits, with or without spaces, for example 999 000 0018',
          missing: 'Enter an NHS number, or find the person by name and date of birth',
          width: 20,
          inputMode: 'numeric',
        },
      ],
      schema: personSearchSchema,
    },
  },
  name: {
    heading: 'By name and date of birth',
    form: {
      questions: [
        {
          kind: 'text',
          name: 'familyName',
          label: 'Family name',
          hint: 'The beginning is enough. Accents and capitals do not matter',
          width: 30,
        },
        { kind: 'text', name: 'givenName', label: 'Given name', optional: true, width: 30 },
        { kind: 'date', name: 'birthDate', label: 'Date of birth', hint: 'For example, 31 3 2016' },
      ],
      schema: z.preprocess((answers) => {
        const { givenName, ...rest } = nameAnswers.parse(answers);
        return { ...rest, ...(givenName === null ? {} : { givenName }) };
      }, personSearchSchema),
    },
  },
  'local-id': {
    heading: 'By local id',
    form: {
      questions: [{ kind: 'text', name: 'localId', label: 'Local id', hint: 'For example, LP100234', width: 20 }],
      schema: personSearchSchema,
    },
  },
};
