/** The questions about a risk, and the forms that raise it and describe it anew. */
import * as z from 'zod';
import { changeRisk, raiseRisk, readRisk } from '../../../../shared/application/board/risks.ts';
import { writing } from '../../../../shared/application/board/work-paper.ts';
import { boardText } from '../../../../shared/domain/board/board-text.ts';
import { type Risk, type RiskDetails, riskDetailsSchema } from '../../../../shared/domain/board/risk.ts';
import { catalogue } from '../../../../shared/domain/indicator/catalogue/catalogue.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import { riskPath, risksPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';
import { sinceOpened, VERSION, versionSent } from '../since-opened.ts';
import { riskHistory } from './risk-history.ts';
import { impacts, likelihoods } from './risk-words.ts';

/** Stands for no waiting list: no code has small letters. */
const NO_QUEUE = 'none';

/** Said above every form for the board. */
export const aboutNobody: Html = insetText(
  html`<p>Write nothing here that is about a child or a family: no name, no NHS number, nothing that somebody could be known by.</p>`,
);

const { shape } = riskDetailsSchema;
const answersSchema = z.object({
  ...shape,
  queue: z.string().transform((queue) => (queue === NO_QUEUE ? null : queue)),
  likelihood: z.coerce.number().pipe(shape.likelihood),
  impact: z.coerce.number().pipe(shape.impact),
});

function questionsOf({ policy }: FiguresVisit): readonly Question[] {
  const scale = (words: readonly string[]) =>
    words.map((text, at) => ({ value: String(at + 1), text: `${at + 1}: ${text}` }));
  return [
    { kind: 'text', name: 'title', label: 'Title', hint: 'A few words that the board will know it by' },
    {
      kind: 'long-text',
      name: 'description',
      label: 'Description',
      hint: 'What may happen, why, and what would follow',
    },
    {
      kind: 'one-of',
      as: 'select',
      name: 'queue',
      label: 'Which waiting list is it about?',
      options: [
        { value: NO_QUEUE, text: 'No single waiting list' },
        ...policy.queues.map(({ code, name }) => ({ value: code, text: name })),
      ],
      missing: 'Select a waiting list, or that it is about no single one',
    },
    {
      kind: 'some-of',
      name: 'indicators',
      label: 'Which indicators would show it?',
      optional: true,
      options: catalogue.map(({ code, name }) => ({ value: code, text: name })),
    },
    { kind: 'one-of', name: 'likelihood', label: 'Likelihood', options: scale(likelihoods) },
    { kind: 'one-of', name: 'impact', label: 'Impact', options: scale(impacts) },
    { kind: 'text', name: 'owner', label: 'Owner', hint: 'Whoever answers for it, by name or by post' },
    { kind: 'date', name: 'dueOn', label: 'Due date', hint: 'For example, 27 11 2026', missing: 'Enter the due date' },
    {
      kind: 'long-text',
      name: 'mitigations',
      label: 'What is being done',
      missing: 'Enter what is being done about it',
    },
  ];
}

export async function askRaisePage(visit: FiguresVisit): Promise<PageAnswer> {
  return askPage(visit, raiseFlow(visit));
}
export async function saveRaisePage(visit: FiguresVisit): Promise<PageAnswer> {
  return answerPage(visit, raiseFlow(visit));
}

function raiseFlow(visit: FiguresVisit): FormFlow<RiskDetails> {
  const form: Form<RiskDetails> = { questions: questionsOf(visit), schema: answersSchema };
  return {
    form,
    title: 'Raise a risk',
    intro: aboutNobody,
    backHref: risksPath,
    section: 'indicators',
    saveLabel: 'Raise the risk',
    async save(details, key) {
      const { id } = await raiseRisk(visit.deps, writing(visit), details, key);
      return goTo(`${riskPath(id)}?done=raised`);
    },
  };
}

export async function askChangePage(visit: FiguresVisit): Promise<PageAnswer> {
  const risk = await readRisk(visit.deps, visit.call, visit.params['riskId'] ?? '');
  return askPage(visit, changeFlow(visit, risk, risk.version));
}
export async function saveChangePage(visit: FiguresVisit): Promise<PageAnswer> {
  const risk = await readRisk(visit.deps, visit.call, visit.params['riskId'] ?? '');
  return answerPage(visit, changeFlow(visit, risk, await versionSent(visit)));
}

interface Change {
  readonly reason: string;
  readonly details: RiskDetails;
}

function changeFlow(visit: FiguresVisit, risk: Risk, seen: number): FormFlow<Change> {
  const why: Question = { kind: 'long-text', name: 'reason', label: 'Why does it change?', rows: 2 };
  const flow: FormFlow<Change> = {
    form: {
      questions: [...questionsOf(visit), why],
      schema: z
        .object({ ...answersSchema.shape, reason: boardText('The reason', 1000) })
        .transform(({ reason, ...details }): Change => ({ reason, details })),
    },
    title: 'Describe the risk anew',
    intro: aboutNobody,
    backHref: riskPath(risk.id),
    section: 'indicators',
    start: typedDetails(risk.details),
    hidden: { [VERSION]: String(seen) },
    saveLabel: 'Save',
    async save(change, key) {
      await changeRisk(visit.deps, writing(visit), { id: risk.id, ...change, seen, key });
      return goTo(`${riskPath(risk.id)}?done=changed`);
    },
    onStale: async (_refusal, answers) => sinceOpened(visit, flow, answers, risk, seen, riskHistory),
  };
  return flow;
}

function typedDetails({ indicators, dueOn, queue, likelihood, impact, ...texts }: RiskDetails): Typed {
  const [year = '', month = '', day = ''] = dueOn.split('-');
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]])),
    queue: [queue ?? NO_QUEUE],
    indicators,
    likelihood: [String(likelihood)],
    impact: [String(impact)],
    'dueOn-day': [day],
    'dueOn-month': [month],
    'dueOn-year': [year],
  };
}
