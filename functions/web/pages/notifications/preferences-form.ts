/** The questions of how somebody wants to be told, and how their answers become a choice and back. */
import * as z from 'zod';
import type { AlertSeverity } from '../../../../shared/domain/alert/severity.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { type DomainError, invalid } from '../../../../shared/domain/error.ts';
import {
  type ChosenPreferences,
  chosenPreferencesSchema,
  type Preferences,
  type Timing,
} from '../../../../shared/domain/message/preferences.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Option, Question, Typed } from '../../../../shared/http/page/question.ts';

const atOnceOrDaily: readonly Option[] = [
  { value: 'at-once', text: 'At once' },
  { value: 'daily', text: 'In the summary at 7:30am' },
];
const perhaps: readonly Option[] = [
  ...atOnceOrDaily,
  { value: 'never', text: 'Not by message', hint: 'It is on the list of alerts all the same' },
];

const severities: readonly {
  readonly severity: AlertSeverity;
  readonly label: string;
  readonly options: readonly Option[];
}[] = [
  { severity: 'long-wait', label: 'Long waits', options: atOnceOrDaily },
  { severity: 'breach', label: 'Breaches', options: atOnceOrDaily },
  { severity: 'approaching', label: 'Dates that are approaching', options: perhaps },
  { severity: 'amber', label: 'Amber warnings', options: perhaps },
];

const nameOf = (severity: AlertSeverity) => `timing-${severity}`;

/** Where the parts of a choice are asked. */
const QUESTION_OF: Readonly<Record<string, string>> = {
  'quiet.from': 'quietFrom',
  'quiet.to': 'quietTo',
  quiet: 'quietFrom',
  'away.from': 'awayFrom',
  'away.to': 'awayTo',
  'away.delegate': 'awayDelegate',
  away: 'awayFrom',
};

const text = z.string().nullable();
const answersSchema = z.object({
  channels: z.array(z.string()),
  email: text,
  phone: text,
  quietFrom: text,
  quietTo: text,
  awayFrom: text,
  awayTo: text,
  awayDelegate: text,
  ...Object.fromEntries(severities.map(({ severity }) => [nameOf(severity), z.string()])),
});
type Answers = z.output<typeof answersSchema> & Readonly<Record<string, unknown>>;

export function preferencesForm(delegates: readonly Option[]): Form<ChosenPreferences> {
  return {
    questions: questionsOf(delegates),
    schema: answersSchema.transform((answers, context): ChosenPreferences => {
      const parsed = chosenPreferencesSchema.safeParse(choiceOf(answers));
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues) {
        const question = questionAt(path.map(String));
        context.addIssue({ code: 'custom', message: messages[question] ?? message, path: [question] });
      }
      return z.NEVER;
    }),
  };
}

function questionAt(where: readonly string[]): string {
  return QUESTION_OF[where.join('.')] ?? (where[0] === 'timing' ? `timing-${where[1]}` : (where[0] ?? ''));
}

/** A refusal of the choice, with each part that is wrong under the question that asks for it. */
export function atItsQuestion(refusal: DomainError<'invalid'>): DomainError<'invalid'> {
  const issues = refusal.issues.map((issue) => ({
    ...issue,
    pointer: `/${questionAt(issue.pointer.split('/').slice(1))}`,
  }));
  return invalid(refusal.code, refusal.title, issues);
}

/** What is said where an answer that belongs with others is missing or has another form. */
const messages: Readonly<Record<string, string>> = {
  quietTo: 'Enter the time that quiet hours end, like 07:30',
  awayFrom: 'Enter your first day away',
  awayDelegate: 'Select who is told while you are away',
};

function choiceOf(answers: Answers): unknown {
  const { channels, email, phone, quietFrom, quietTo, awayFrom, awayTo, awayDelegate } = answers;
  const hasQuiet = quietFrom !== null || quietTo !== null;
  const isAway = awayFrom !== null || awayTo !== null || awayDelegate !== null;
  return {
    channels,
    email,
    phone: phone === null ? null : international(phone),
    timing: Object.fromEntries(severities.map(({ severity }) => [severity, answers[nameOf(severity)]])),
    quiet: hasQuiet ? { from: quietFrom ?? '', to: quietTo ?? '' } : null,
    away: isAway ? { from: awayFrom ?? '', to: awayTo ?? '', delegate: awayDelegate ?? '' } : null,
  };
}

/** A number of this country, as it is usually written, with its country. */
function international(phone: string): string {
  const packed = phone.replaceAll(/[\s()-]/g, '');
  return packed.startsWith('0') && !packed.startsWith('00') ? `+44${packed.slice(1)}` : packed;
}

function questionsOf(delegates: readonly Option[]): readonly Question[] {
  return [
    {
      kind: 'some-of',
      name: 'channels',
      label: 'How should we tell you?',
      heading: 'Where',
      hint: 'Choose none to see alerts in this service only',
      optional: true,
      options: [
        { value: 'email', text: 'E-mail' },
        { value: 'text', text: 'Text message' },
      ],
    },
    { kind: 'text', name: 'email', label: 'E-mail address', optional: true, inputMode: 'email' },
    {
      kind: 'text',
      name: 'phone',
      label: 'Mobile number',
      optional: true,
      width: 20,
      hint: 'For example, 07700 900123',
    },
    ...severities.map(
      ({ severity, label, options }, index): Question => ({
        kind: 'one-of',
        name: nameOf(severity),
        label,
        options,
        ...(index === 0 ? { heading: 'When' } : {}),
        missing: `Select when you are told of ${label.toLowerCase()}`,
      }),
    ),
    {
      kind: 'text',
      name: 'quietFrom',
      label: 'Quiet hours from',
      heading: 'Quiet hours',
      hint: 'Nothing is sent in these hours; what waits goes out together when they end. For example, 19:00',
      optional: true,
      width: 5,
    },
    { kind: 'text', name: 'quietTo', label: 'Quiet hours until', hint: 'For example, 07:30', optional: true, width: 5 },
    {
      kind: 'date',
      name: 'awayFrom',
      label: 'First day away',
      heading: 'When you are away',
      hint: 'Somebody else of your team is told instead',
      optional: true,
    },
    { kind: 'date', name: 'awayTo', label: 'Last day away', optional: true },
    {
      kind: 'one-of',
      as: 'select',
      name: 'awayDelegate',
      label: 'Who is told while you are away',
      options: delegates,
      optional: true,
    },
  ];
}

/** A choice as it would have been typed; an absence that is over is not asked about again. */
export function typedChoice(
  { channels, email, phone, timing, quiet, away: lastAway }: Preferences,
  today: LocalDate,
): Typed {
  const away = lastAway !== null && lastAway.to >= today ? lastAway : null;
  const one = (name: string, value: string | null | undefined) => (value ? { [name]: [value] } : {});
  return {
    channels: [...channels],
    ...one('email', email),
    ...one('phone', phone),
    ...Object.fromEntries(severities.map(({ severity }): [string, Timing[]] => [nameOf(severity), [timing[severity]]])),
    ...one('quietFrom', quiet?.from),
    ...one('quietTo', quiet?.to),
    ...typedDate('awayFrom', away?.from),
    ...typedDate('awayTo', away?.to),
    ...one('awayDelegate', away?.delegate),
  };
}

function typedDate(name: string, date: string | undefined): Typed {
  const [year, month, day] = date?.split('-') ?? [];
  if (year === undefined || month === undefined || day === undefined) return {};
  return { [`${name}-day`]: [day], [`${name}-month`]: [month], [`${name}-year`]: [year] };
}
