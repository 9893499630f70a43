/** Escalating and closing a risk: why, and on which day it was decided. */
import { closeRisk, escalateRisk, readRisk } from '../../../../shared/application/board/risks.ts';
import { writing } from '../../../../shared/application/board/work-paper.ts';
import { type Decision, decisionSchema } from '../../../../shared/domain/board/board-text.ts';
import type { Risk } from '../../../../shared/domain/board/risk.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../../shared/http/page/by-vouched.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { riskPath, riskWorkPath } from '../../addresses.ts';
import type { FiguresVisit } from '../parts.ts';
import { sinceOpened, VERSION, versionSent } from '../since-opened.ts';
import { aboutNobody } from './risk-form.ts';
import { riskHistory } from './risk-history.ts';

interface DecisionKind {
  readonly path: string;
  readonly title: string;
  readonly why: string;
  readonly done: string;
  readonly record: typeof escalateRisk;
}

const kinds: readonly DecisionKind[] = [
  {
    path: 'escalate',
    title: 'Escalate to the SEND Partnership Board',
    why: 'Why can the group not settle it?',
    done: 'escalated',
    record: escalateRisk,
  },
  { path: 'close', title: 'Close the risk', why: 'Why is it closed?', done: 'closed', record: closeRisk },
];

export const decisionRoutes: readonly PageRoute<FiguresWorld>[] = kinds.flatMap((kind) => {
  const path = riskWorkPath('{riskId}', kind.path);
  const read = ({ deps, call, params }: FiguresVisit) => readRisk(deps, call, params['riskId'] ?? '');
  return [
    actingPage<FiguresWorld>('GET', path, 'board.write', async (visit) => {
      const risk = await read(visit);
      return askPage(visit, flowOf(visit, kind, risk, risk.version));
    }),
    actingPage<FiguresWorld>('POST', path, 'board.write', async (visit) => {
      const risk = await read(visit);
      return answerPage(visit, flowOf(visit, kind, risk, await versionSent(visit)));
    }),
  ];
});

function flowOf(visit: FiguresVisit, kind: DecisionKind, risk: Risk, seen: number): FormFlow<Decision> {
  const { title, why, done, record } = kind;
  const flow: FormFlow<Decision> = {
    form: {
      questions: [
        { kind: 'long-text', name: 'reason', label: why, rows: 3 },
        {
          kind: 'date',
          name: 'on',
          label: 'Date of the decision',
          hint: 'For example, 27 11 2026',
          missing: 'Enter the date of the decision',
        },
      ],
      schema: decisionSchema,
    },
    title,
    above: html`<p><strong><bdi>${risk.details.title}</bdi></strong></p>`,
    intro: aboutNobody,
    backHref: riskPath(risk.id),
    section: 'indicators',
    hidden: { [VERSION]: String(seen) },
    saveLabel: title,
    async save(decision, key) {
      await record(visit.deps, writing(visit), { id: risk.id, ...decision, seen, key });
      return goTo(`${riskPath(risk.id)}?done=${done}`);
    },
    onStale: async (_refusal, answers) => sinceOpened(visit, flow, answers, risk, seen, riskHistory),
  };
  return flow;
}
