/** A young person sees who may look at their record, and chooses what each of them sees. */

import * as z from 'zod';
import { readSharing, type SharedWith, setSharing } from '../../../shared/application/family/sharing.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { type Part, partSchema, parts } from '../../../shared/domain/access/part.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { flowWords } from '../../../shared/http/family/form-words.ts';
import { told } from '../../../shared/http/family/told.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import { answerPage, askPage, type FormFlow, meanwhilePage } from '../../../shared/http/page/form-flow.ts';
import { goTo, page } from '../../../shared/http/page/page-answer.ts';
import { childPath, shareWithPath, sharingPath } from '../addresses.ts';

interface Chosen {
  readonly hidden: readonly Part[];
}

const withOne = shareWithPath('{personId}', '{grantId}');

export const sharingRoutes: readonly FamilyRoute[] = [
  familyPage('GET', sharingPath('{personId}'), async (visit) => {
    const personId = visit.params['personId'] ?? '';
    const { adults } = await readSharing(visit.deps, visit.call, personId);
    const { words } = visit;
    const title = words.say('sharing.title');
    return page({
      title,
      beforeContent: familyBackLink(words, childPath(personId)),
      content: html`${saved(visit)}<h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('sharing.intro')}</p>${adults.length === 0 ? html`<p>${words.say('sharing.nobody')}</p>` : adults.map((adult) => adultCard(words, personId, adult))}`,
    });
  }),
  familyPage('GET', withOne, async (visit) => {
    const { adult, version } = await adultOf(visit);
    return askPage(visit, flowOf(visit, adult, String(version), version));
  }),
  familyPage('POST', withOne, async (visit) => {
    const { adult, version } = await adultOf(visit);
    return answerPage(visit, flowOf(visit, adult, (await visit.form()).get('version'), version));
  }),
];

function saved({ query, words }: FamilyVisit): Html | undefined {
  return query.get('saved') === 'yes'
    ? notificationBanner({
        variant: 'success',
        title: words.say('frame.success'),
        heading: words.say('sharing.saved'),
      })
    : undefined;
}

function adultCard(words: Words, personId: string, { grantId, name, relationship, sees }: SharedWith): Html {
  const list =
    sees.length === 0 ? words.say('sharing.nothing') : words.list(sees.map((part) => words.say(`part.${part}`)));
  return card({
    heading: html`${personName(name)}, ${words.say(`relationship.${relationship}`)}`,
    headingLevel: 2,
    content: html`<p>${words.say('sharing.sees', { parts: list })}</p><p><a href="${shareWithPath(personId, grantId)}">${words.say('sharing.change')}<span class="nhsuk-u-visually-hidden">: ${personName(name)}</span></a></p>`,
  });
}

async function adultOf({ deps, call, params }: FamilyVisit) {
  const { adults, version } = await readSharing(deps, call, params['personId'] ?? '');
  const adult = adults.find(({ grantId }) => grantId === params['grantId']);
  if (adult === undefined) throw notFound('adult-not-found', 'There is no such person on your list');
  return { adult, version };
}

function flowOf(visit: FamilyVisit, adult: SharedWith, version: string, current: number): FormFlow<Chosen> {
  const personId = visit.params['personId'] ?? '';
  const { grantId } = adult;
  const { words } = visit;
  const flow: FormFlow<Chosen> = {
    words: flowWords(words),
    form: {
      questions: [
        {
          kind: 'some-of',
          name: 'hidden',
          label: words.say('sharing.question'),
          hint: words.say('sharing.hint'),
          options: parts.map((value) => ({ value, text: words.say(`part.${value}`) })),
          optional: true,
        },
      ],
      schema: z.object({ hidden: z.array(partSchema) }),
    },
    title: words.say('sharing.change-title'),
    intro: html`<p>${told(words, 'sharing.about', { name: personName(adult.name), relationship: words.say(`relationship.${adult.relationship}`) })}</p>`,
    backHref: sharingPath(personId),
    start: { hidden: [...adult.hidden] },
    hidden: { version },
    saveLabel: words.say('sharing.save'),
    save: async ({ hidden }, key) => {
      const chosen = { hidden: [...hidden] };
      await setSharing(visit.deps, visit.call, { personId, grantId }, chosen, Number(version) || 0, key);
      return goTo(`${sharingPath(personId)}?saved=yes`);
    },
    onStale: async (_, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`<p>${told(words, 'sharing.meanwhile', { link: html`<a href="${sharingPath(personId)}">${words.say('sharing.look')}</a>` })}</p>`,
        hidden: { version: String(current) },
      }),
  };
  return flow;
}
