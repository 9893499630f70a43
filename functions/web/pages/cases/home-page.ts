/** The kinds of duty that the reader's services work, each leading to its list. */
import { kindPolicyOf } from '../../../../shared/domain/case/case-policy.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import { card } from '../../../../shared/http/html/components/card.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { caseListPath } from './addresses.ts';
import { caseNames } from './case-names.ts';
import type { CasePages } from './case-pages.ts';
import { casePages } from './duties.ts';
import { caseListAddress } from './list-query.ts';

export async function dutiesPage(visit: ActingVisit): Promise<PageAnswer> {
  const readable = listableDuties(visit);
  return page({
    title: 'Duties',
    section: 'duties',
    content: html`${pageHeading('Duties', visit.policy.place.name)}<p>What has to happen for a child by a day, besides the waiting lists.</p>${
      readable.length === 0
        ? insetText('None of your services works any of these. Ask whoever manages access in your place.')
        : html`<ul class="app-queues">${readable.map(
            (pages) =>
              html`<li>${card({
                heading: caseNames[pages.kind].many,
                headingLevel: 2,
                content: html`<p>${pages.about}</p><p class="app-queues__ways"><a href="${caseListPath(pages.kind)}">Open the list<span class="nhsuk-u-visually-hidden"> of ${caseNames[pages.kind].many}</span></a> <a href="${caseListAddress(pages.kind, { due: 'overdue' })}">Late<span class="nhsuk-u-visually-hidden"> on the list of ${caseNames[pages.kind].many}</span></a></p>`,
              })}</li>`,
          )}</ul>`
    }`,
  });
}

/** The duties whose lists the reader may see. */
export function listableDuties({ actor, policy }: ActingVisit): readonly CasePages[] {
  return [...casePages.values()].filter(({ kind }) => {
    const { services, overseers } = kindPolicyOf(policy, kind);
    const subject = { place: actor.place, services: [...services, ...overseers], restricted: false };
    return can(actor, 'case.list', subject) === 'allowed';
  });
}
