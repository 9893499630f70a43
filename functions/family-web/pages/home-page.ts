/** The first page: every child whose record is open to the reader, with where each wait stands. */
import type { FamilyContact } from '../../../shared/application/family/child-view.ts';
import { waitWords } from '../../../shared/application/family/family-words.ts';
import { type HomeChild, readChildren } from '../../../shared/application/family/read-children.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { childPath, homePath, joinPath } from '../addresses.ts';
import { contactWords } from './contact.ts';
import { stageTag } from './wait-card.ts';

export const homeRoutes: readonly FamilyRoute[] = [familyPage('GET', homePath, home)];

async function home(visit: FamilyVisit): Promise<PageAnswer> {
  const children = await readChildren(visit.deps, visit.call);
  const title = 'Your family’s waits';
  return page({
    title,
    content: html`${added(visit)}<h1 class="nhsuk-heading-l">${title}</h1>${children.length === 0 ? nobody() : children.map(childCard)}${children.length > 0 && html`<p><a href="${joinPath}">Use the code of another letter</a></p>`}<p class="app-secondary">This is what we know on ${formatDate(visit.today)}.</p>`,
  });
}

function added({ query }: FamilyVisit): Html | undefined {
  return query.get('added') === 'yes'
    ? notificationBanner({ variant: 'success', heading: 'Your code worked. You can use this page from now on.' })
    : undefined;
}

function nobody(): Html {
  return html`<p>You are signed in. To see where you or your child stand, use the code in the letter that the service gave you.</p>${linkButton({ text: 'Use a code', href: joinPath })}<p>If you have no letter, ask the service that your child was referred to.</p>`;
}

function childCard(child: HomeChild): Html {
  switch (child.kind) {
    case 'open': {
      const { view } = child;
      const open = view.waits.filter((wait) => wait.open);
      return card({
        heading: html`<a href="${childPath(view.personId)}">${view.own ? 'You' : personName(view.givenName)}</a>`,
        headingLevel: 2,
        content:
          open.length === 0
            ? html`<p>There is no open wait.</p>`
            : html`<ul class="nhsuk-list app-family__waits">${open.map(
                (wait) =>
                  html`<li><strong>${wait.name}</strong> ${stageTag(wait.stage)}${wait.wait?.running === true && html`<br>${waitWords(wait.wait.days)} so far`}</li>`,
              )}</ul>`,
      });
    }
    case 'changed':
      return told('Your access has changed', 'Contact the service to ask about it.', child.contact);
    case 'bereaved':
      return told(
        'We are sorry',
        'Somebody from the service will talk with you. You can ring them at any time.',
        child.contact,
      );
  }
}

function told(heading: string, text: string, contact: FamilyContact): Html {
  return card({ heading, headingLevel: 2, content: html`<p>${text}</p>${contactWords(contact)}` });
}
