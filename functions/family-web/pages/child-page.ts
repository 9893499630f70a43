/** One child: every wait with its stage, time and next step; whom to ask; who has looked. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import type { FamilyWait } from '../../../shared/application/family/family-wait.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { told } from '../../../shared/http/family/told.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { type Content, type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { childPath, homePath, lookedPath, reachPath, sharingPath } from '../addresses.ts';
import { checkInAsked } from './check-in-page.ts';
import { contactWords } from './contact.ts';
import { dutiesView } from './duties-view.ts';
import { easyChild } from './easy-pages.ts';
import { growingUpSoon } from './growing-up-page.ts';
import { heardDone, heardView } from './heard-view.ts';
import { helpView, newsView } from './place-view.ts';
import { waitCard } from './wait-card.ts';

export const childRoutes: readonly FamilyRoute[] = [familyPage('GET', childPath('{personId}'), child, 'in Easy Read')];

async function child(visit: FamilyVisit): Promise<PageAnswer> {
  const { view, subject, policy } = await readChild(visit.deps, visit.call, visit.params['personId'] ?? '');
  const canShare = subject.linked?.has('family.share') ?? false;
  const { words } = visit;
  return page({
    title: words.say('child.title'),
    beforeContent: familyBackLink(words, homePath, words.say('child.all')),
    content: html`${heardDone(words, visit.query)}<h1 class="nhsuk-heading-l">${heading(words, view)}</h1>${visit.reading === 'easy' ? easyChild(words, view, canShare) : whole(words, view, policy, canShare)}`,
  });
}

function whole(words: Words, view: ChildView, { place }: Policy, canShare: boolean): Html {
  return html`${checkInAsked(words, view)}${notices(words, view)}${growingUpSoon(words, view)}${newsView(words, view.news)}${waits(words, view)}${helpView(words, view, place)}${dutiesView(words, view)}${heardView(words, view)}${links(words, view, canShare)}<h2 class="nhsuk-heading-m">${words.say('contact.title')}</h2>${contactWords(words, view.contact)}<p class="app-secondary">${words.say('time.as-at', { date: words.date(view.asAt) })}${view.lastUpdatedOn !== null && ` ${words.say('child.last-change', { date: words.date(view.lastUpdatedOn) })}`}</p>`;
}

function heading(words: Words, { own, givenName }: ChildView): Content {
  return own ? words.say('child.own') : told(words, 'child.of', { name: personName(givenName) });
}

function links(words: Words, { personId }: ChildView, canShare: boolean): Html {
  return html`<ul class="nhsuk-list app-no-print">${canShare && html`<li><a href="${sharingPath(personId)}">${words.say('child.sharing')}</a></li>`}<li><a href="${reachPath(personId)}">${words.say('child.reach')}</a></li><li><a href="${lookedPath(personId)}">${words.say('looked.title')}</a></li></ul>`;
}

function notices(words: Words, { notices: all }: ChildView): Html | false {
  return (
    all.length > 0 &&
    insetText(
      html`${all.map(({ kind, on }) => html`<p>${words.say(`notice.${kind}`)} (${words.date(on)})</p>`)}`,
      words.say('frame.information'),
    )
  );
}

function waits(words: Words, { parts, place, waits: all }: ChildView): Html {
  if (!parts.includes('health')) return html`<p>${words.say('child.health-closed')}</p>`;
  const open = all.filter((wait) => wait.open);
  const ended = all.filter((wait) => !wait.open);
  const card = (wait: FamilyWait) => waitCard(words, wait, place.id);
  return html`${open.length === 0 ? html`<p>${words.say('home.no-wait')}</p>` : open.map(card)}${ended.length > 0 && html`<h2 class="nhsuk-heading-m">${words.say('child.ended')}</h2>${ended.map(card)}`}`;
}
