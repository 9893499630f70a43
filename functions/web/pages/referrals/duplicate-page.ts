/** There is an open referral in that queue already: nothing is lost by linking, and there is never a second wait. */

import type { PersonView, ReferralOfPerson } from '../../../../shared/application/person/person-view.ts';
import type { NewReferral } from '../../../../shared/application/referral/receive-referral.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { recordPath, referralPath } from './addresses.ts';
import { mayDo, recordOf } from './open-record.ts';
import { sourceOptions } from './receipt-questions.ts';
import { waitAtAGlance } from './wait-words.ts';

/** @param input what was to be added, as answered */
export function duplicatePage(
  visit: ActingVisit,
  view: PersonView,
  open: ReferralOfPerson,
  input: NewReferral,
): PageAnswer {
  const { referral, state, queue, person, address } = recordOf(visit, view, open);
  const title = 'This person already has an open referral in this queue';
  return page(
    {
      title,
      section: 'find',
      beforeContent: backLink({ href: personPath(person.id), text: 'Back to the person' }),
      content: html`${personBanner(person, visit.today, 'link')}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1><p>Nothing has been added. Nobody waits twice in one queue: link what you received to the referral that is open. If it was received earlier, the family’s whole wait is counted from it. Tell the referrer.</p>${summaryList(
        {
          rows: [
            {
              key: 'Open referral',
              value: html`<a href="${referralPath(address)}">${queue.name}</a>`,
            },
            { key: 'Received', value: state.stamps.received && formatDate(state.stamps.received) },
            { key: 'Status', value: statusTag.stage(state.stage) },
            { key: 'Wait', value: waitAtAGlance(state, queue) },
          ],
        },
      )}${
        mayDo(visit, 'referral.record', { person, referral })
          ? postForm({
              action: recordPath(address, 'linked-duplicate'),
              csrfToken: visit.session.formToken,
              hidden: { version: String(referral.version), ...answers(visit, input) },
              content: button({ text: 'Link it to this referral' }),
            })
          : html`<p>Only ${queue.name} can record on that referral: tell them what you received.</p>`
      }<p><a href="${personPath(person.id)}">Do not link it: go back to the person</a></p></div></div>`,
    },
    409,
  );
}

/** What was entered, as answers of the form that links a duplicate. */
function answers(visit: ActingVisit, { on, facts }: NewReferral): Record<string, string> {
  const date = (name: string, day: NewReferral['on']) => {
    const parts = partsOf(day);
    return {
      [`${name}-day`]: String(parts.day),
      [`${name}-month`]: String(parts.month),
      [`${name}-year`]: String(parts.year),
    };
  };
  const source = sourceOptions.find(({ value }) => value === facts.source)?.text ?? facts.source;
  return { ...date('on', visit.today), ...date('received', on), source };
}
