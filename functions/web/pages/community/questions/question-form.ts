/** The forms of a questionnaire: writing it, and sharing back what came of it. */
import * as z from 'zod';
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import {
  readQuestionnaire,
  workQuestionnaire,
  writeQuestionnaire,
} from '../../../../../shared/application/community/questionnaires.ts';
import {
  MOST_LINES,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  type OutcomeLines,
  outcomeLinesSchema,
  type Questionnaire,
  type QuestionnaireDetails,
  questionKinds,
  questionnaireDetailsSchema,
} from '../../../../../shared/domain/community/questionnaire.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { FormFlow } from '../../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { Question, Typed } from '../../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { newQuestionnairePath, questionnairePath, questionnairesPath, workPath } from '../addresses.ts';
import { aboutNobody, newPages, queuesQuestion, readingView, typedDay, workPages } from '../parts.ts';
import { kindNames, questionnaireHistory } from './question-words.ts';

const at = questionnairePath('{questionnaireId}');
const read = async ({ deps, call, params }: ActingVisit) =>
  (await readQuestionnaire(deps, call, params['questionnaireId'] ?? '')).questionnaire;

export const questionnaireFormRoutes: readonly PageRoute[] = [
  ...newPages(newQuestionnairePath, newFlow),
  ...workPages(workPath(at, 'write'), read, changeFlow, questionnaireHistory),
  ...workPages(workPath(at, 'share'), read, shareFlow, questionnaireHistory),
];

const numbers = Array.from({ length: MOST_QUESTIONS }, (_, n) => n + 1);
const lineNumbers = Array.from({ length: MOST_LINES }, (_, n) => n + 1);
const typedSchema = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]));
type TypedAnswers = z.output<typeof typedSchema>;

/** Questions that were left out do not count: the others move up, and keep the name of their field for what is wrong. */
const answersSchema = typedSchema.transform((typed, context): QuestionnaireDetails => {
  const asked = numbers.filter((n) => textIn(typed, `text${n}`) !== '');
  const parsed = questionnaireDetailsSchema.safeParse({
    title: typed['title'],
    intro: typed['intro'],
    queues: typed['queues'] ?? [],
    closesOn: typed['closesOn'],
    questions: asked.map((n) => ({
      kind: textIn(typed, `kind${n}`) || 'text',
      text: textIn(typed, `text${n}`),
      options: textIn(typed, `options${n}`)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    })),
  });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const [part, index, field] = path;
    const n = asked[Number(index)];
    const name = part !== 'questions' ? String(part) : n === undefined ? 'text1' : `${String(field)}${n}`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
  return z.NEVER;
});

function textIn(typed: TypedAnswers, name: string): string {
  const text = typed[name];
  return typeof text === 'string' ? text : '';
}

function aboutQuestionnaire({ policy }: ActingVisit) {
  const questions: readonly Question[] = [
    { kind: 'text', name: 'title', label: 'Title' },
    { kind: 'long-text', name: 'intro', label: 'What it is about', rows: 4, missing: 'Enter what it is about' },
    queuesQuestion(policy),
    {
      kind: 'date',
      name: 'closesOn',
      label: 'Last day for answers',
      hint: 'For example, 27 1 2027',
      missing: 'Enter the last day for answers',
    },
    ...numbers.flatMap((n): Question[] => [
      {
        kind: 'text',
        name: `text${n}`,
        label: `What do you ask in question ${n}?`,
        optional: true,
        heading: `Question ${n}`,
      },
      {
        kind: 'one-of',
        as: 'select',
        name: `kind${n}`,
        label: `How is question ${n} answered?`,
        optional: true,
        options: questionKinds.map((value) => ({ value, text: kindNames[value] })),
      },
      {
        kind: 'long-text',
        name: `options${n}`,
        label: `Answers to choose from in question ${n}`,
        hint: `One a line, ${MOST_OPTIONS} at most. None for a number or for words.`,
        optional: true,
        rows: 4,
      },
    ]),
  ];
  return {
    form: { questions, schema: answersSchema },
    intro: aboutNobody,
    saveLabel: 'Save as a draft',
    warning: ({ title, intro, questions: asked }: QuestionnaireDetails) =>
      readingView(title, intro, ...asked.flatMap(({ text, options }) => [text, ...options])),
  };
}

function newFlow(visit: ActingVisit): FormFlow<QuestionnaireDetails> {
  return {
    ...aboutQuestionnaire(visit),
    title: 'Write questions',
    backHref: questionnairesPath,
    async save(details, key) {
      const { id } = await writeQuestionnaire(visit.deps, writing(visit), details, key);
      return goTo(`${questionnairePath(id)}?done=written`);
    },
  };
}

function changeFlow(visit: ActingVisit, { id, details }: Questionnaire, seen: number): FormFlow<QuestionnaireDetails> {
  return {
    ...aboutQuestionnaire(visit),
    title: 'Change the questions',
    backHref: questionnairePath(id),
    start: typedOf(details),
    async save(changed, key) {
      const work = { kind: 'written', details: changed } as const;
      await workQuestionnaire(visit.deps, writing(visit), { id, seen, key, work });
      return goTo(`${questionnairePath(id)}?done=written`);
    },
  };
}

function typedOf({ title, intro, queues, closesOn, questions }: QuestionnaireDetails): Typed {
  return {
    ...{ title: [title], intro: [intro], queues },
    ...typedDay('closesOn', closesOn),
    ...Object.fromEntries(
      questions.flatMap(({ kind, text, options }, n) => [
        [`text${n + 1}`, [text]],
        [`kind${n + 1}`, [kind]],
        [`options${n + 1}`, [options.join('\n')]],
      ]),
    ),
  };
}

const linesSchema = typedSchema.transform((typed, context): OutcomeLines => {
  const written = lineNumbers.filter((n) => textIn(typed, `said${n}`) !== '' || textIn(typed, `did${n}`) !== '');
  const lines = written.map((n) => ({ said: textIn(typed, `said${n}`), did: textIn(typed, `did${n}`) }));
  const parsed = outcomeLinesSchema.safeParse(lines);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const [index, field] = path;
    const n = written[Number(index)];
    context.addIssue({ code: 'custom', path: [n === undefined ? 'said1' : `${String(field)}${n}`], message });
  }
  return z.NEVER;
});

function shareFlow(visit: ActingVisit, { id, details, outcome }: Questionnaire, seen: number): FormFlow<OutcomeLines> {
  return {
    form: {
      questions: lineNumbers.flatMap((n): Question[] => [
        {
          kind: 'long-text',
          name: `said${n}`,
          label: `You said ${n}`,
          hint: 'What families told you, in plain words, and nothing that one of them could be known by',
          optional: true,
          rows: 2,
        },
        {
          kind: 'long-text',
          name: `did${n}`,
          label: `We did ${n}`,
          hint: 'Or why you will not',
          optional: true,
          rows: 3,
        },
      ]),
      schema: linesSchema,
    },
    title: 'Share back what came of it',
    above: html`<p><strong><bdi>${details.title}</bdi></strong></p>`,
    intro: html`<p>Everybody can read this, with the numbers of answers. Small numbers are hidden.</p>`,
    backHref: questionnairePath(id),
    start: Object.fromEntries(
      (outcome?.lines ?? []).flatMap(({ said, did }, n) => [
        [`said${n + 1}`, [said]],
        [`did${n + 1}`, [did]],
      ]),
    ),
    saveLabel: 'Share it',
    warning: (lines) => readingView(...lines.flatMap(({ said, did }) => [said, did])),
    async save(lines, key) {
      await workQuestionnaire(visit.deps, writing(visit), { id, seen, key, work: { kind: 'shared', lines } });
      return goTo(`${questionnairePath(id)}?done=shared`);
    },
  };
}
