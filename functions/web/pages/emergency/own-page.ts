/** One's own emergency access: until when, and the way to the record. Only opening it says whether there is one. */
import {
  ownEmergencyAccess,
  useEmergencyAccess,
} from '../../../../shared/application/emergency/use-emergency-access.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf, localTimeOf } from '../../../../shared/domain/calendar/instant.ts';
import { isDomainError } from '../../../../shared/domain/error.ts';
import { askOf } from '../../../../shared/domain/permission/break-glass.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { findPath, personPath } from '../people/addresses.ts';
import { askEmergencyPath, openEmergencyPath } from './addresses.ts';

const back = backLink({ href: findPath, text: 'Back to finding a person' });

export async function ownEmergency(visit: ActingVisit): Promise<PageAnswer> {
  const access = await ownEmergencyAccess(visit.deps, visit.call, visit.params['accessId'] ?? '');
  const { endsAt } = askOf(access);
  const isOver = endsAt <= visit.now;
  const title = isOver ? 'This emergency access is over' : 'You have emergency access';
  return page({
    title,
    section: 'find',
    beforeContent: back,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1>${
      isOver
        ? html`<p>If there is still a danger, <a href="${askEmergencyPath}">ask again</a>.</p>`
        : html`<p>Until ${localTimeOf(endsAt).time} on ${formatDate(localDateOf(endsAt))}, to the record with the NHS number that you gave, if there is one in ${visit.policy.place.name}.</p>${linkButton({ text: 'Open the record', href: openEmergencyPath(access.id) })}<p>An audit officer has been told, and will ask you about it.</p>`
    }`,
  });
}

export async function openEmergency(visit: ActingVisit): Promise<PageAnswer> {
  try {
    return goTo(personPath(await useEmergencyAccess(visit.deps, visit.call, visit.params['accessId'] ?? '')));
  } catch (refusal) {
    if (!isDomainError(refusal, 'not-found') || refusal.code !== 'person-not-found') throw refusal;
    const title = 'There is no record to open';
    return page(
      {
        title,
        section: 'find',
        beforeContent: back,
        content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>Nobody in ${visit.policy.place.name} has this NHS number, or your emergency access is over. Check each digit and <a href="${askEmergencyPath}">ask again</a>, or call the duty team of children’s social care.</p>`,
      },
      404,
    );
  }
}
