/** One questionnaire: what is asked, what families have said, what can be done with it. */
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import {
  type QuestionnaireView,
  readQuestionnaire,
  workQuestionnaire,
} from '../../../../../shared/application/community/questionnaires.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import {
  type CountedQuestion,
  canAnswer,
  type Questionnaire,
} from '../../../../../shared/domain/community/questionnaire.ts';
import { formatted } from '../../../../../shared/http/family/formatted.ts';
import { backLink } from '../../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../../shared/http/html/components/button.ts';
import { summaryList } from '../../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { questionnairePath, questionnairesPath, workPath } from '../addresses.ts';
import { audienceWords, doneBanner, mayWriteHere, pressButton, pressedPage } from '../parts.ts';
import { kindNames, questionnaireHistory, questionnaireTag } from './question-words.ts';

export async function questionnairePageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, policy, today } = visit;
  const view = await readQuestionnaire(deps, call, params['questionnaireId'] ?? '');
  const { questionnaire, counted } = view;
  const { title, intro, queues, closesOn, questions } = questionnaire.details;
  const done = doneBanner(visit, {
    written: 'The draft has been saved. Families do not see it yet',
    opened: 'Families can answer from now on',
    closed: 'Families cannot answer any more',
    shared: 'Everybody can read what came of it',
  });
  return page({
    title: 'Questions',
    section: 'community',
    beforeContent: backLink({ href: questionnairesPath, text: 'Back to the questions' }),
    content: html`${done}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l"><bdi>${title}</bdi></h1>${summaryList(
      {
        rows: [
          { key: 'Status', value: questionnaireTag(questionnaire, today) },
          { key: 'For', value: audienceWords(policy, queues) },
          { key: 'Last day for answers', value: formatDate(closesOn) },
          {
            key: 'Answered by',
            value: counted.answered === '*' ? 'Too few to show' : `About ${counted.answered} people`,
          },
        ],
      },
    )}${buttons(visit, questionnaire)}${formatted(intro)}<h2 class="nhsuk-heading-m">The questions, and what families said</h2><p>Numbers are rounded, and a star stands for one that is too small to show. Nobody can see who answered.</p>${questions.map((_, at) => questionView(view, at))}<h2 class="nhsuk-heading-m">History</h2>${questionnaireHistory(questionnaire.events)}</div></div>`,
  });
}

function questionView({ questionnaire, counted, written }: QuestionnaireView, at: number): Html | undefined {
  const asked = questionnaire.details.questions[at];
  if (asked === undefined) return undefined;
  const texts = written[at] ?? [];
  if (asked.kind === 'text')
    return html`<h3 class="nhsuk-heading-s">${asked.text}</h3>${
      texts.length === 0
        ? html`<p>Nothing can be shown yet: words are shown once enough people have answered.</p>`
        : html`<ul class="nhsuk-list nhsuk-list--bullet">${texts.map((text) => html`<li class="app-typed"><bdi>${text}</bdi></li>`)}</ul>`
    }`;
  return table<CountedQuestion['options'][number]>({
    caption: `${asked.text} (${kindNames[asked.kind].toLowerCase()})`,
    captionSize: 's',
    rows: counted.questions[at]?.options ?? [],
    columns: [
      { heading: 'Answer', isRowHeader: true, cell: ({ text }) => text },
      { heading: 'People', isNumeric: true, cell: ({ count }) => String(count) },
      { heading: 'Per cent', isNumeric: true, cell: ({ percent }) => String(percent) },
    ],
  });
}

function buttons(visit: ActingVisit, questionnaire: Questionnaire): Html | undefined {
  if (!mayWriteHere(visit.actor)) return undefined;
  const at = (work: string) => workPath(questionnairePath(questionnaire.id), work);
  if (questionnaire.state === 'draft')
    return html`<div class="app-no-print">${pressButton(visit, questionnaire, { action: at('open'), text: 'Let families answer', variant: 'primary' })}${linkButton({ text: 'Change the questions', href: at('write'), variant: 'secondary' })}</div>`;
  if (canAnswer(questionnaire, visit.today))
    return html`<div class="app-no-print">${pressButton(visit, questionnaire, { action: at('close'), text: 'Close it' })}</div>`;
  return html`<p class="app-no-print">${linkButton({ text: 'Share back what came of it', href: at('share') })}</p>`;
}

export const questionnaireButtonRoutes: readonly PageRoute[] = (
  [
    ['open', 'opened'],
    ['close', 'closed'],
  ] as const
).map(([path, kind]) =>
  pressedPage(workPath(questionnairePath('{questionnaireId}'), path), async (visit, { seen, key }) => {
    const id = visit.params['questionnaireId'] ?? '';
    await workQuestionnaire(visit.deps, writing(visit), { id, seen, key, work: { kind } });
    return `${questionnairePath(id)}?done=${kind}`;
  }),
);
