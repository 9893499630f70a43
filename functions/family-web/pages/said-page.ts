/** "You said, we did": what families of a place answered, small numbers hidden, and what came of it. For anybody. */
import { sharedBack } from '../../../shared/application/family/taking-part.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { placePolicy } from '../../../shared/application/policy/place-policy.ts';
import type { Outcome, Questionnaire } from '../../../shared/domain/community/questionnaire.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { type Figure, HIDDEN } from '../../../shared/domain/indicator/figure.ts';
import { initialPolicies } from '../../../shared/domain/policy/places/places.ts';
import { type FamilyRoute, openFamilyPage } from '../../../shared/http/family/family-route.ts';
import type { OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { saidPath } from '../addresses.ts';

export const saidRoutes: readonly FamilyRoute[] = [openFamilyPage('GET', saidPath('{place}'), saidPage)];

async function saidPage({ deps, params, words }: OpenVisit): Promise<PageAnswer> {
  const place = params['place'] ?? '';
  if (!initialPolicies.has(place)) throw notFound('no-such-page', 'There is no such page');
  const [policy, all] = await Promise.all([
    placePolicy(deps.policies, place),
    deps.community.questionnaires.list(place),
  ]);
  const shared = sharedBack(all);
  const title = words.say('said.title');
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>${
      shared.length === 0
        ? html`<p>${words.say('said.none')}</p>`
        : html`<p>${told(words, 'said.intro', { place: inEnglish(words, policy.place.name) })}</p>${shared.map((one) => one.outcome && outcomeView(words, one, one.outcome))}`
    }</div></div>`,
  });
}

function outcomeView(words: Words, { details: { title, questions } }: Questionnaire, outcome: Outcome): Html {
  const { on, lines, answered } = outcome;
  return html`<h2 class="nhsuk-heading-m">${inEnglish(words, title)}</h2><p class="app-secondary">${words.say('said.on', { date: words.date(on) })} ${
    answered === HIDDEN ? words.say('said.few') : words.say('said.answered', { number: words.number(Number(answered)) })
  }</p>${lines.map(({ said, did }) =>
    summaryList({
      rows: [
        { key: words.say('said.you'), value: inEnglish(words, said) },
        { key: words.say('said.we'), value: inEnglish(words, did) },
      ],
    }),
  )}${details({
    summary: words.say('said.answers'),
    content: html`${questions.map(({ text, kind }, at) =>
      kind === 'text'
        ? html`<h3 class="nhsuk-heading-s">${inEnglish(words, text)}</h3><p>${words.say('said.in-words')}</p>`
        : table<Outcome['questions'][number]['options'][number]>({
            caption: inEnglish(words, text),
            captionSize: 's',
            rows: outcome.questions[at]?.options ?? [],
            columns: [
              { heading: words.say('said.answer'), isRowHeader: true, cell: (option) => inEnglish(words, option.text) },
              { heading: words.say('said.people'), isNumeric: true, cell: ({ count }) => shown(words, count) },
              { heading: words.say('said.share'), isNumeric: true, cell: ({ percent }) => shown(words, percent) },
            ],
          }),
    )}<p class="app-secondary">${words.say('said.star')}</p>`,
  })}`;
}

function shown(words: Words, figure: Figure): string {
  return typeof figure === 'number' ? words.number(figure) : HIDDEN;
}
