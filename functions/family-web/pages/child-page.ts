/** One child: every wait with its stage, time and next step; whom to ask; who has looked. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import { noticeWords } from '../../../shared/application/family/family-words.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { childPath, homePath, lookedPath, sharingPath } from '../addresses.ts';
import { contactWords } from './contact.ts';
import { dutiesView } from './duties-view.ts';
import { heardDone, heardView } from './heard-view.ts';
import { waitCard } from './wait-card.ts';

export const childRoutes: readonly FamilyRoute[] = [familyPage('GET', childPath('{personId}'), child)];

async function child(visit: FamilyVisit): Promise<PageAnswer> {
  const { view, subject } = await readChild(visit.deps, visit.call, visit.params['personId'] ?? '');
  const canShare = subject.linked?.has('family.share') ?? false;
  return page({
    title: 'Where things stand',
    beforeContent: backLink({ href: homePath, text: 'All your waits' }),
    content: html`${heardDone(visit.query)}<h1 class="nhsuk-heading-l">${view.own ? 'Where you stand' : html`Where ${personName(view.givenName)} stands`}</h1>${notices(view)}${waits(view)}${dutiesView(view)}${heardView(view)}${links(view, canShare)}<h2 class="nhsuk-heading-m">Who to ask</h2>${contactWords(view.contact)}<p class="app-secondary">This is what we know on ${formatDate(view.asAt)}.${view.lastUpdatedOn !== null && ` The last change was on ${formatDate(view.lastUpdatedOn)}.`}</p>`,
  });
}

function links({ personId }: ChildView, canShare: boolean): Html {
  return html`<ul class="nhsuk-list app-no-print">${canShare && html`<li><a href="${sharingPath(personId)}">Who can see your record</a></li>`}<li><a href="${lookedPath(personId)}">Who has looked at this record</a></li></ul>`;
}

function notices({ notices: all }: ChildView): Html | false {
  return (
    all.length > 0 &&
    insetText(html`${all.map(({ kind, on }) => html`<p>${noticeWords[kind]} (${formatDate(on)})</p>`)}`)
  );
}

function waits({ parts, waits: all }: ChildView): Html {
  if (!parts.includes('health')) return html`<p>The health parts of this page are not open to you.</p>`;
  const open = all.filter((wait) => wait.open);
  const ended = all.filter((wait) => !wait.open);
  return html`${open.length === 0 ? html`<p>There is no open wait.</p>` : open.map(waitCard)}${ended.length > 0 && html`<h2 class="nhsuk-heading-m">What has ended</h2>${ended.map(waitCard)}`}`;
}
