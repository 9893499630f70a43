/** The forms by which staff record decisions about access: one a kind, as data. */
import * as z from 'zod';
import type { FamilyAccessView } from '../../../../shared/application/family-access/read-family-access.ts';
import type { AccessRecord } from '../../../../shared/application/family-access/record-family-access.ts';
import { limitReasons, revocationReasons } from '../../../../shared/domain/access/access-event.ts';
import {
  contactFormats,
  contactPreferencesSchema,
  ringingTimes,
} from '../../../../shared/domain/access/contact-preferences.ts';
import { partSchema, parts } from '../../../../shared/domain/access/part.ts';
import { rightsTimeline } from '../../../../shared/domain/calendar/age.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { localDateSchema } from '../../../../shared/domain/calendar/local-date.ts';
import { languages } from '../../../../shared/domain/language/reading.ts';
import { personalChannels } from '../../../../shared/domain/message/channel.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import {
  channelWords,
  formatWords,
  languageWords,
  limitWords,
  options,
  partWords,
  relationshipWords,
  revocationWords,
  ringingWords,
} from './words.ts';

type Facts = AccessRecord['facts'];
type GrantView = FamilyAccessView['grants'][number];

export interface AccessForm {
  readonly kind: Facts['kind'];
  /** What leads to it, and what heads it. */
  readonly link: string;
  readonly title: string;
  readonly form: Form<AccessRecord>;
  /** What was known before, as typed. */
  readonly start?: Typed;
}

const on: Question = { kind: 'date', name: 'on', label: 'Date of the decision' };
const noteQuestion: Question = {
  kind: 'long-text',
  name: 'note',
  label: 'Note for staff',
  hint: 'Families never see this.',
  optional: true,
};
const note = z.string().max(1000).nullable();
const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];
const asNote = (text: string | null) => (text === null ? {} : { note: text });

/** The forms about one grant that make sense today. */
export function formsOfGrant({ state }: FamilyAccessView, grant: GrantView): readonly AccessForm[] {
  const grantId = grant.id;
  const adult = grant.holder === 'adult';
  return [
    preferencesForm(grantId, grant),
    ...(adult ? [consentForm(grantId), bestInterestsForm(grantId), limitForm(grantId, grant)] : []),
    ...(adult && (state.careOrder !== null || grant.basis === 'delegated') ? [authorisedForm(grantId)] : []),
    revokeForm(grantId),
  ];
}

/** The forms about the child. */
export function childForms(view: FamilyAccessView): readonly AccessForm[] {
  const { eleventh, healthConsentFrom } = rightsTimeline(view.person.details.birthDate);
  const today: LocalDate = view.today;
  return [
    ...(today >= eleventh && today < healthConsentFrom ? [competenceForm(view)] : []),
    view.state.careOrder === null ? careOrderForm : careOrderEndedForm,
    reviewedForm,
  ];
}

/** Stands for "no messages": every answer of a form is a text. */
const NO_MESSAGES = 'none';

function preferencesForm(grantId: string, { reach: { preferences } }: GrantView): AccessForm {
  const start = preferences && {
    channel: [preferences.channel ?? NO_MESSAGES],
    formats: [...preferences.formats],
    language: [preferences.language],
    interpreter: preferences.interpreter === null ? [] : [preferences.interpreter],
    notToRing: [...preferences.notToRing],
  };
  return {
    kind: 'preferences-set',
    link: 'Record how they want to be reached',
    title: 'How they want to be reached',
    start: start ?? { language: ['en'] },
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'channel',
          label: 'How they want to be told of things',
          options: [...options(channelWords, personalChannels), { value: NO_MESSAGES, text: 'No messages' }],
        },
        {
          kind: 'some-of',
          name: 'formats',
          label: 'What they need',
          options: options(formatWords, contactFormats),
          optional: true,
        },
        {
          kind: 'one-of',
          name: 'language',
          label: 'Language of messages',
          options: options(languageWords, languages),
          as: 'select',
        },
        {
          kind: 'text',
          name: 'interpreter',
          label: 'Interpreter, for which language',
          hint: 'Leave it empty if they need none.',
          width: 20,
          optional: true,
        },
        {
          kind: 'some-of',
          name: 'notToRing',
          label: 'When not to ring',
          options: options(ringingWords, ringingTimes),
          optional: true,
        },
        { kind: 'text', name: 'saidBy', label: 'Who said so', missing: 'Enter who said so', width: 30 },
        { ...on, label: 'Date they said so' },
      ],
      schema: z
        .object({
          ...contactPreferencesSchema.shape,
          channel: z.string(),
          saidBy: z.string().max(120, 'This is too long'),
          on: localDateSchema,
        })
        .transform(({ channel, saidBy, on: day, ...rest }) => ({
          facts: {
            kind: 'preferences-set' as const,
            grantId,
            preferences: { ...rest, channel: personalChannels.find((one) => one === channel) ?? null },
            saidBy,
          },
          on: day,
        })),
    },
  };
}

function consentForm(grantId: string): AccessForm {
  return {
    kind: 'consent-recorded',
    link: 'Record the young person’s consent',
    title: 'Consent of the young person',
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'given',
          label: 'Does the young person want this adult to see the record?',
          options: yesNo,
        },
        on,
        noteQuestion,
      ],
      schema: z
        .object({ given: z.enum(['yes', 'no']), on: localDateSchema, note })
        .transform(({ given, on: day, note: text }) => ({
          facts: { kind: 'consent-recorded' as const, grantId, given: given === 'yes', ...asNote(text) },
          on: day,
        })),
    },
  };
}

function bestInterestsForm(grantId: string): AccessForm {
  return {
    kind: 'best-interests-recorded',
    link: 'Record a best-interests decision',
    title: 'Decision in the young person’s best interests',
    form: {
      questions: [
        { kind: 'text', name: 'decidedBy', label: 'Who decided' },
        { kind: 'long-text', name: 'note', label: 'Why', hint: 'Families never see this.' },
        on,
      ],
      schema: z
        .object({ decidedBy: z.string().max(120), note: z.string().max(1000), on: localDateSchema })
        .transform(({ on: day, ...rest }) => ({
          facts: { kind: 'best-interests-recorded' as const, grantId, ...rest },
          on: day,
        })),
    },
  };
}

function limitForm(grantId: string, { hiddenByStaff }: GrantView): AccessForm {
  return {
    kind: 'limited',
    link: hiddenByStaff.length === 0 ? 'Keep parts of the record from them' : 'Change what is kept from them',
    title: 'Keep parts of the record from this adult',
    form: {
      questions: [
        {
          kind: 'some-of',
          name: 'hidden',
          label: 'What they must not see',
          hint: 'Choose nothing to show everything again.',
          options: options(partWords, parts),
          optional: true,
        },
        { kind: 'one-of', name: 'reason', label: 'Reason', options: options(limitWords, limitReasons) },
        on,
        noteQuestion,
      ],
      schema: z
        .object({ hidden: z.array(partSchema), reason: z.enum(limitReasons), on: localDateSchema, note })
        .transform(({ on: day, note: text, ...rest }) => ({
          facts: { kind: 'limited' as const, grantId, ...rest, ...asNote(text) },
          on: day,
        })),
    },
  };
}

function authorisedForm(grantId: string): AccessForm {
  return {
    kind: 'authorised',
    link: 'Record the local authority’s agreement',
    title: 'Agreement of the local authority',
    form: {
      questions: [{ kind: 'text', name: 'authority', label: 'Who in the local authority agreed' }, on],
      schema: z.object({ authority: z.string().max(120), on: localDateSchema }).transform(({ authority, on: day }) => ({
        facts: { kind: 'authorised' as const, grantId, authority },
        on: day,
      })),
    },
  };
}

function revokeForm(grantId: string): AccessForm {
  return {
    kind: 'revoked',
    link: 'End this access',
    title: 'End this access',
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'reason',
          label: 'Reason',
          hint: 'They are told only that their access has changed.',
          options: options(revocationWords, revocationReasons),
        },
        on,
        noteQuestion,
      ],
      schema: z
        .object({ reason: z.enum(revocationReasons), on: localDateSchema, note })
        .transform(({ reason, on: day, note: text }) => ({
          facts: { kind: 'revoked' as const, grantId, reason, ...asNote(text) },
          on: day,
        })),
    },
  };
}

function competenceForm({ grants }: FamilyAccessView): AccessForm {
  const adults = grants.filter(({ holder, revoked }) => holder === 'adult' && revoked === null);
  return {
    kind: 'competence-assessed',
    link: 'Record whether the child can decide for themself',
    title: 'Whether the child can decide for themself',
    form: {
      questions: [
        {
          kind: 'one-of',
          name: 'competent',
          label: 'Is the child able to decide who sees their record?',
          hint: 'Gillick competence, as you assessed it.',
          options: yesNo,
        },
        {
          kind: 'some-of',
          name: 'consentsTo',
          label: 'Whom the child wants to see the record',
          hint: 'If the child is able to decide, the access of anybody not chosen closes at once.',
          options: adults.map(({ id, name, relationship }) => ({
            value: id,
            text: `${name}, ${relationshipWords[relationship].toLowerCase()}`,
          })),
          optional: true,
        },
        on,
        noteQuestion,
      ],
      schema: z
        .object({ competent: z.enum(['yes', 'no']), consentsTo: z.array(z.string()), on: localDateSchema, note })
        .transform(({ competent, consentsTo, on: day, note: text }) => ({
          facts: { kind: 'competence-assessed' as const, competent: competent === 'yes', consentsTo, ...asNote(text) },
          on: day,
        })),
    },
  };
}

const careOrderForm: AccessForm = {
  kind: 'care-order-made',
  link: 'Record a care order',
  title: 'Care order',
  form: {
    questions: [
      {
        kind: 'text',
        name: 'authority',
        label: 'Local authority that holds parental responsibility',
        hint: 'From now on nobody in the family sees the record unless this authority agrees.',
      },
      on,
      noteQuestion,
    ],
    schema: z
      .object({ authority: z.string().max(120), on: localDateSchema, note })
      .transform(({ authority, on: day, note: text }) => ({
        facts: { kind: 'care-order-made' as const, authority, ...asNote(text) },
        on: day,
      })),
  },
};

const careOrderEndedForm: AccessForm = simpleForm(
  'care-order-ended',
  'Record the end of the care order',
  'End of the care order',
);
const reviewedForm: AccessForm = simpleForm('reviewed', 'Record a review of the access', 'Review of the access');

function simpleForm(kind: 'care-order-ended' | 'reviewed', link: string, title: string): AccessForm {
  return {
    kind,
    link,
    title,
    form: {
      questions: [on, noteQuestion],
      schema: z
        .object({ on: localDateSchema, note })
        .transform(({ on: day, note: text }) => ({ facts: { kind, ...asNote(text) }, on: day })),
    },
  };
}
