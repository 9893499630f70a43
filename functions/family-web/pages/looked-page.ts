/** Who has looked at a child's record: the role, the organisation and what for. */
import { lookedWords, roleWords } from '../../../shared/application/family/access-words.ts';
import { whoLooked } from '../../../shared/application/family/who-looked.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { html } from '../../../shared/http/html/html.ts';
import { page } from '../../../shared/http/page/page-answer.ts';
import { childPath, lookedPath } from '../addresses.ts';

export const lookedRoutes: readonly FamilyRoute[] = [
  familyPage('GET', lookedPath('{personId}'), async ({ deps, call, params }) => {
    const personId = params['personId'] ?? '';
    const { from, looked } = await whoLooked(deps, call, personId);
    const title = 'Who has looked at this record';
    return page({
      title,
      beforeContent: backLink({ href: childPath(personId), text: 'Back' }),
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>These are the staff who have looked since ${formatDate(from)}. We do not show names. If something looks wrong to you, ring the service.</p>${
        looked.length === 0
          ? html`<p>Nobody has looked in this time.</p>`
          : table({
              caption: 'Who looked, and why',
              isCaptionHidden: true,
              isResponsive: true,
              rows: looked,
              columns: [
                { heading: 'Day', cell: ({ on }) => formatDate(on), isRowHeader: true },
                { heading: 'Who', cell: ({ role, organisation }) => `${roleWords[role]}, ${organisation}` },
                {
                  heading: 'Why',
                  cell: ({ why, times }) => `${lookedWords[why]}${times > 1 ? `, ${times} times` : ''}`,
                },
              ],
            })
      }`,
    });
  }),
];
