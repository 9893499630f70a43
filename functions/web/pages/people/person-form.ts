/** The questions about a person, for adding one and for changing one, and how their answers become details. */
import * as z from 'zod';
import { type NewPerson, newPersonSchema } from '../../../../shared/application/person/person-input.ts';
import { partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { formatNhsNumber, nhsNumberSchema } from '../../../../shared/domain/identifiers/nhs-number.ts';
import { ethnicCategories, type PersonDetails, personFlags } from '../../../../shared/domain/person/person.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Option, Question, Typed } from '../../../../shared/http/page/question.ts';
import { ethnicCategoryNames } from './ethnic-categories.ts';

const whyNoNumber: readonly Option[] = [
  { value: 'not-known', text: 'Not known yet' },
  { value: 'not-registered', text: 'Not registered with the NHS in England or Wales' },
  { value: 'overseas', text: 'Lives overseas' },
  { value: 'newborn', text: 'Baby under six weeks old' },
];

const identity: readonly Question[] = [
  {
    kind: 'text',
    name: 'familyName',
    label: 'Family name',
    hint: 'If the person has one name only, enter it here',
    heading: 'Who they are',
  },
  { kind: 'text', name: 'givenName', label: 'Given names', optional: true },
  { kind: 'date', name: 'birthDate', label: 'Date of birth', hint: 'For example, 31 3 2016' },
  {
    kind: 'text',
    name: 'nhsNumber',
    label: 'NHS number',
    hint: '10 digits, for example 999 000 0018',
    optional: true,
    width: 20,
    inputMode: 'numeric',
  },
  {
    kind: 'one-of',
    name: 'noNhsNumberReason',
    label: 'Why is there no NHS number?',
    hint: 'Only when the NHS number is left empty',
    optional: true,
    as: 'select',
    options: whyNoNumber,
  },
  {
    kind: 'text',
    name: 'localId',
    label: 'Local id',
    hint: 'The number in your own system',
    optional: true,
    width: 20,
  },
];

const needs: readonly Question[] = [
  {
    kind: 'long-text',
    name: 'reasonableAdjustments',
    label: 'Reasonable adjustments',
    hint: 'One on each line, for example: Quiet room. They are shown wherever the person is',
    optional: true,
    rows: 3,
    heading: 'What they need at every contact',
  },
  {
    kind: 'long-text',
    name: 'communicationNeeds',
    label: 'Communication needs',
    hint: 'One on each line, for example: Easy Read letters',
    optional: true,
    rows: 3,
  },
  {
    kind: 'text',
    name: 'interpreterLanguage',
    label: 'Interpreter: language',
    hint: 'Only when an interpreter is needed',
    optional: true,
    width: 20,
  },
  {
    kind: 'some-of',
    name: 'flags',
    label: 'Flags',
    hint: 'Shown on every page. None of them changes a priority by itself',
    optional: true,
    options: personFlags.map((flag) => ({ value: flag, text: statusLabel.flag(flag) })),
  },
];

const records: readonly Question[] = [
  {
    kind: 'text',
    name: 'postcode',
    label: 'Postcode',
    optional: true,
    width: 10,
    heading: 'Where they live and are registered',
  },
  {
    kind: 'text',
    name: 'gpPractice',
    label: 'GP practice code',
    hint: 'For example, N82001',
    optional: true,
    width: 10,
  },
  {
    kind: 'one-of',
    name: 'ethnicCategory',
    label: 'Ethnic category',
    optional: true,
    as: 'select',
    options: ethnicCategories.map((code) => ({ value: code, text: ethnicCategoryNames[code] })),
  },
];

const died: Question = {
  kind: 'date',
  name: 'diedOn',
  label: 'Date of death',
  hint: 'Only after it is confirmed. It is shown on every page',
  optional: true,
  heading: 'If the person has died',
};

const text = z.string().nullable();
const lines = text.transform((value) =>
  (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

const typedAnswers = z.object({
  familyName: text,
  givenName: text,
  birthDate: text,
  nhsNumber: text,
  noNhsNumberReason: text,
  localId: text,
  postcode: text,
  gpPractice: text,
  ethnicCategory: text,
  interpreterLanguage: text,
  reasonableAdjustments: lines,
  communicationNeeds: lines,
  flags: z.array(z.string()),
  diedOn: text.default(null),
});

/** Answers as `newPersonSchema` takes them: what was left empty has its usual value, lines become lists. */
const answersSchema = z.preprocess((answers) => {
  const { noNhsNumberReason, givenName, ethnicCategory, ...rest } = typedAnswers.parse(answers);
  return {
    ...rest,
    givenName: givenName ?? '',
    ethnicCategory: ethnicCategory ?? '99',
    // The question says "when there is no number": with one, an answer left from before means nothing.
    noNhsNumberReason: rest.nhsNumber === null ? (noNhsNumberReason ?? 'not-known') : null,
  };
}, newPersonSchema);

export const addPersonForm: Form<NewPerson> = {
  questions: [...identity, ...needs, ...records],
  schema: answersSchema,
};

export const editPersonForm: Form<NewPerson> = {
  questions: [...addPersonForm.questions, died],
  schema: answersSchema,
};

/** The details of a person as somebody would have typed them. */
export function typedOf(details: PersonDetails): Typed {
  const {
    nhsNumber,
    noNhsNumberReason,
    localId,
    postcode,
    gpPractice,
    interpreterLanguage,
    birthDate,
    diedOn,
    reasonableAdjustments,
    communicationNeeds,
    flags,
  } = details;
  return {
    familyName: [details.familyName],
    givenName: [details.givenName],
    ...typedDate('birthDate', birthDate),
    nhsNumber: [nhsNumber === null ? '' : formatNhsNumber(nhsNumberSchema.parse(nhsNumber))],
    noNhsNumberReason: [noNhsNumberReason ?? ''],
    localId: [localId ?? ''],
    postcode: [postcode ?? ''],
    gpPractice: [gpPractice ?? ''],
    ethnicCategory: [details.ethnicCategory],
    interpreterLanguage: [interpreterLanguage ?? ''],
    reasonableAdjustments: [reasonableAdjustments.join('\n')],
    communicationNeeds: [communicationNeeds.join('\n')],
    flags: [...flags],
    ...typedDate('diedOn', diedOn),
  };
}

function typedDate(name: string, date: PersonDetails['diedOn']): Typed {
  const parts = date === null ? undefined : partsOf(date);
  return {
    [`${name}-day`]: [String(parts?.day ?? '')],
    [`${name}-month`]: [String(parts?.month ?? '')],
    [`${name}-year`]: [String(parts?.year ?? '')],
  };
}

/** What each detail is called in a sentence: "Changed: postcode, flags". */
export const detailNames: Readonly<Record<keyof PersonDetails, string>> = {
  nhsNumber: 'NHS number',
  nhsNumberStatus: 'NHS number status',
  noNhsNumberReason: 'reason for no NHS number',
  localId: 'local id',
  givenName: 'given names',
  familyName: 'family name',
  birthDate: 'date of birth',
  diedOn: 'date of death',
  postcode: 'postcode',
  ethnicCategory: 'ethnic category',
  gpPractice: 'GP practice',
  interpreterLanguage: 'interpreter',
  reasonableAdjustments: 'reasonable adjustments',
  communicationNeeds: 'communication needs',
  flags: 'flags',
};
