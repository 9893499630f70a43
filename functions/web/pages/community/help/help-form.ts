/** The questions about help while waiting, and the forms that write it. */
import * as z from 'zod';
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import { readHelp, workHelp, writeHelp } from '../../../../../shared/application/community/help.ts';
import {
  type Help,
  type HelpContent,
  helpContentSchema,
  helpKinds,
  latestContent,
} from '../../../../../shared/domain/community/help.ts';
import type { Policy } from '../../../../../shared/domain/policy/policy.ts';
import type { Form } from '../../../../../shared/http/page/form.ts';
import type { FormFlow } from '../../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { Question, Typed } from '../../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { helpListPath, helpPath, newHelpPath, workPath } from '../addresses.ts';
import { aboutNobody, newPages, queuesQuestion, readingView, workPages } from '../parts.ts';
import { helpHistory, helpKindNames } from './help-words.ts';

const { shape } = helpContentSchema;
const link = shape.links.element.shape;
const linkNumbers = [1, 2, 3] as const;

const answersSchema = z
  .object({
    kind: shape.kind,
    title: shape.title,
    text: shape.text,
    whoFor: shape.whoFor,
    queues: shape.queues,
    phone: shape.phone,
    linkText1: link.text.nullable(),
    linkUrl1: link.url.nullable(),
    linkText2: link.text.nullable(),
    linkUrl2: link.url.nullable(),
    linkText3: link.text.nullable(),
    linkUrl3: link.url.nullable(),
  })
  .transform((answers, context): HelpContent => {
    const { kind, title, text, whoFor, queues, phone } = answers;
    const links = linkNumbers.flatMap((n) => {
      const [name, url] = [answers[`linkText${n}`], answers[`linkUrl${n}`]];
      if (name !== null && url !== null) return [{ text: name, url }];
      if (name !== null)
        context.addIssue({ code: 'custom', path: [`linkUrl${n}`], message: `Enter the web address of link ${n}` });
      if (url !== null)
        context.addIssue({ code: 'custom', path: [`linkText${n}`], message: `Enter the name of link ${n}` });
      return [];
    });
    return { kind, title, text, whoFor, queues, phone, links };
  });

function formOf(policy: Policy): Form<HelpContent> {
  const questions: Question[] = [
    {
      kind: 'one-of',
      as: 'select',
      name: 'kind',
      label: 'What is it?',
      options: helpKinds.map((value) => ({ value, text: helpKindNames[value] })),
      missing: 'Select what it is',
    },
    { kind: 'text', name: 'title', label: 'Title', hint: 'What families know it by' },
    {
      kind: 'long-text',
      name: 'text',
      label: 'Text',
      rows: 8,
      hint: 'Leave an empty line between paragraphs. Begin a line with a hyphen to make it part of a list.',
    },
    { kind: 'text', name: 'whoFor', label: 'Who is it for?', missing: 'Enter who it is for' },
    queuesQuestion(policy),
    {
      kind: 'text',
      name: 'phone',
      label: 'Phone number',
      hint: 'For example, 0151 496 0100, or 111, option 2',
      optional: true,
      width: 20,
    },
    ...linkNumbers.flatMap((n): Question[] => [
      {
        kind: 'text',
        name: `linkText${n}`,
        label: `Name of link ${n}`,
        optional: true,
        ...(n === 1 && { heading: 'Links' }),
      },
      { kind: 'text', name: `linkUrl${n}`, label: `Web address of link ${n}`, optional: true },
    ]),
  ];
  return { questions, schema: answersSchema };
}

export const helpFormRoutes: readonly PageRoute[] = [
  ...newPages(newHelpPath, newFlow),
  ...workPages(
    workPath(helpPath('{helpId}'), 'write'),
    ({ deps, call, params }) => readHelp(deps, call, params['helpId'] ?? ''),
    changeFlow,
    helpHistory,
  ),
];

function newFlow(visit: ActingVisit): FormFlow<HelpContent> {
  return {
    ...aboutHelp(visit),
    title: 'Write help while waiting',
    backHref: helpListPath,
    async save(content, key) {
      const { id } = await writeHelp(visit.deps, writing(visit), content, key);
      return goTo(`${helpPath(id)}?done=written`);
    },
  };
}

function changeFlow(visit: ActingVisit, help: Help, seen: number): FormFlow<HelpContent> {
  return {
    ...aboutHelp(visit),
    title: 'Change help while waiting',
    backHref: helpPath(help.id),
    start: typedOf(latestContent(help)),
    async save(content, key) {
      await workHelp(visit.deps, writing(visit), { id: help.id, seen, key, work: { kind: 'written', content } });
      return goTo(`${helpPath(help.id)}?done=written`);
    },
  };
}

function aboutHelp({ policy }: ActingVisit) {
  return {
    form: formOf(policy),
    intro: aboutNobody,
    saveLabel: 'Save as a draft',
    warning: ({ title, text }: HelpContent) => readingView(title, text),
  };
}

function typedOf({ links, queues, phone, ...texts }: HelpContent): Typed {
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]])),
    queues,
    phone: phone === null ? [] : [phone],
    ...Object.fromEntries(
      links.flatMap(({ text, url }, at) => [
        [`linkText${at + 1}`, [text]],
        [`linkUrl${at + 1}`, [url]],
      ]),
    ),
  };
}
