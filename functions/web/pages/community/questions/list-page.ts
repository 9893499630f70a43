/** The questionnaires of a place, the last to close first. */
import { listQuestionnaires } from '../../../../../shared/application/community/questionnaires.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import type { Questionnaire } from '../../../../../shared/domain/community/questionnaire.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../../shared/http/html/components/table.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { newQuestionnairePath, questionnairePath, questionnairesPath } from '../addresses.ts';
import { audienceWords, listPage } from '../parts.ts';
import { questionnaireTag } from './question-words.ts';

export async function questionnairesPageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, policy, today } = visit;
  const all = await listQuestionnaires(deps, call);
  return listPage(visit, {
    title: 'Questions',
    at: questionnairesPath,
    add: { text: 'Write questions', href: newQuestionnairePath },
    content: html`<p>What you ask families. Nobody can see who answered. What you do about it, you share back on <a href="/family/you-said/${policy.place.id}">a page for everybody</a>.</p>${
      all.length === 0
        ? insetText('There are none yet.')
        : table<Questionnaire>({
            caption: 'Questions',
            isCaptionHidden: true,
            isResponsive: true,
            rows: all,
            columns: [
              {
                heading: 'Title',
                isRowHeader: true,
                cell: ({ id, details }) => html`<a href="${questionnairePath(id)}"><bdi>${details.title}</bdi></a>`,
              },
              { heading: 'For', cell: ({ details }) => audienceWords(policy, details.queues) },
              { heading: 'Status', cell: (one) => questionnaireTag(one, today) },
              { heading: 'Last day', cell: ({ details }) => formatDate(details.closesOn) },
            ],
          })
    }`,
  });
}
