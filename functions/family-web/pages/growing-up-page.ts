/** What changes as a child grows up: the next of it on the child's page, all of it on a page of its own. */
import type { ChildView } from '../../../shared/application/family/child-view.ts';
import { readChild } from '../../../shared/application/family/read-children.ts';
import { growingUpText } from '../../../shared/application/family/words/growing-up.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { GrowingUpStep } from '../../../shared/domain/access/growing-up.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { childPath, growingUpPath } from '../addresses.ts';

export const growingUpRoutes: readonly FamilyRoute[] = [familyPage('GET', growingUpPath('{personId}'), growingUpPage)];

/** What an adult is told ahead of as a notice about their access: not said twice on one page. */
const noticed: ReadonlySet<GrowingUpStep['step']> = new Set(['talk-at-11', 'health-choices', 'plan-choices']);

/** What is near, on the child's page. */
export function growingUpSoon(words: Words, view: ChildView): Html | false {
  if (view.growingUp.length === 0) return false;
  const near = view.growingUp.filter(({ step, near, passed }) => near && (view.own || passed || !noticed.has(step)));
  const moves = movesView(words, view);
  return html`${
    (near.length > 0 || moves !== false) &&
    insetText(
      html`<h2 class="nhsuk-heading-s">${words.say('growing.soon')}</h2>${near.map(
        (one) => html`<p><strong>${words.date(one.on)}</strong><br>${growingUpText(words, view, one)}</p>`,
      )}${moves}`,
      words.say('frame.information'),
    )
  }<p class="app-no-print"><a href="${growingUpPath(view.personId)}">${words.say('growing.link')}</a></p>`;
}

async function growingUpPage({ deps, call, params, words }: FamilyVisit): Promise<PageAnswer> {
  const { view } = await readChild(deps, call, params['personId'] ?? '');
  if (view.growingUp.length === 0) throw notFound('no-such-page', 'There is no such page');
  const title = words.say('growing.title');
  const moves = movesView(words, view);
  return page({
    title,
    beforeContent: familyBackLink(words, childPath(view.personId)),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1><p>${intro(words, view)}</p><p>${words.say('growing.two-dates')}</p>${summaryList(
      {
        rows: view.growingUp.map((one) => ({ key: stepKey(words, one), value: stepValue(words, view, one) })),
      },
    )}${moves !== false && html`<h2 class="nhsuk-heading-m">${words.say('growing.moves')}</h2>${moves}`}<h2 class="nhsuk-heading-m">${words.say('growing.stays')}</h2><p>${words.say(view.own ? 'growing.own-stays' : 'growing.adult-stays')}</p></div></div>`,
  });
}

function intro(words: Words, { own, givenName }: ChildView) {
  return own ? words.say('growing.own-intro') : told(words, 'growing.adult-intro', { name: personName(givenName) });
}

function stepKey(words: Words, { step, on }: GrowingUpStep): Html {
  return html`${words.say(`growing.step.${step}`)}<br><span class="nhsuk-u-font-weight-normal">${words.date(on)}</span>`;
}

function stepValue(words: Words, view: ChildView, step: GrowingUpStep): Html {
  const standing = step.passed
    ? tag({ text: words.say('growing.passed'), colour: 'green' })
    : tag({ text: words.say('growing.to-come'), colour: 'blue' });
  return html`${standing}<br>${growingUpText(words, view, step)}`;
}

/** Each wait that moves to a team for adults, from the day the move is planned. */
function movesView(words: Words, { waits }: ChildView): Html | false {
  const moving = waits.flatMap(({ name, adultMove }) => (adultMove === null ? [] : [{ name, adultMove }]));
  return (
    moving.length > 0 &&
    html`${moving.map(
      ({ name, adultMove: { on, standing, pathway, team } }) =>
        html`<p><strong>${told(words, 'growing.move-on', { wait: inEnglish(words, name), date: words.date(on) })}</strong><br>${told(words, `move.${standing}`, { pathway: inEnglish(words, pathway), team: inEnglish(words, team) })}</p>`,
    )}`
  );
}
