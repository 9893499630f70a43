/** An assessment's advice by service, each leading to its record; and what the family is shown of it all. */

import type { AdviceOfAssessment } from '../../../../shared/application/ehc/read-assessment.ts';
import { readAssessment } from '../../../../shared/application/ehc/read-assessment.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { adviceTogether } from '../../../../shared/domain/ehc/on-time.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { teamName } from '../alerts/alert-words.ts';
import { casePath } from '../cases/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { adviceAndFamilyPath } from './addresses.ts';
import { replyWords } from './advice-view.ts';
import { familyView } from './family-view.ts';
import { ehcTag } from './words.ts';

export const familyPageRoutes: readonly PageRoute[] = [
  actingPage('GET', adviceAndFamilyPath({ personId: '{personId}', caseId: '{caseId}' }), 'case.read', async (visit) => {
    const { deps, call, params } = visit;
    const [personId, caseId] = [params['personId'] ?? '', params['caseId'] ?? ''];
    const read = await readAssessment(deps, call, { personId, caseId });
    const { person } = read;
    return page({
      title: 'Advice and family view',
      section: 'duties',
      beforeContent: backLink({
        href: casePath({ personId, kind: 'ehc-assessment', caseId }),
        text: 'Back to the assessment',
      }),
      content: html`${personBanner(person, visit.today, 'link')}<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">EHC needs assessment</span> Advice and family view</h1>${adviceTable(visit, read.advice)}<h2 class="nhsuk-heading-l">What the family is shown</h2><p class="app-secondary">As at ${formatDate(visit.today)}. Never what the advice says, who wrote it, or why an exception applies.</p>${familyView(read.stages, visit.policy)}`,
    });
  }),
];

function adviceTable({ policy }: ActingVisit, advice: readonly AdviceOfAssessment[]): Html {
  if (advice.length === 0) return html`<h2 class="nhsuk-heading-m">Advice</h2><p>No service has been asked yet.</p>`;
  const together = adviceTogether(advice.map(({ state }) => state.timeliness.standing));
  return html`${table<AdviceOfAssessment>({
    caption: 'Advice',
    captionSize: 'm',
    isResponsive: true,
    rows: advice,
    columns: [
      {
        heading: 'Service',
        isRowHeader: true,
        cell: ({ row, state }) => html`<a href="${casePath(row)}">${teamName(policy, state.service)}</a>`,
      },
      { heading: 'Received by the body', cell: ({ state }) => formatDate(state.receivedOn) },
      { heading: 'Due on', cell: ({ state }) => formatDate(state.timeliness.due) },
      {
        heading: 'Reply',
        cell: ({ state: { reply } }) =>
          reply === null ? 'None yet' : `${replyWords[reply.how]}, ${formatDate(reply.on)}`,
      },
      { heading: 'Status', cell: ({ state }) => ehcTag.advice(state.timeliness.standing) },
    ],
  })}<p>All together: ${togetherTag(together)}. An assessment’s advice is in time only when every service’s is.</p>`;
}

function togetherTag(together: ReturnType<typeof adviceTogether>): Html {
  if (together === null) return tag({ text: 'Not settled yet', colour: 'blue' });
  return ehcTag.advice(together);
}
