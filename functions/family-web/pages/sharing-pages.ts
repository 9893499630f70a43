/** A young person sees who may look at their record, and chooses what each of them sees. */

import * as z from 'zod';
import { partNames, relationshipNames } from '../../../shared/application/family/access-words.ts';
import { readSharing, type SharedWith, setSharing } from '../../../shared/application/family/sharing.ts';
import { type Part, partSchema, parts } from '../../../shared/domain/access/part.ts';
import { notFound } from '../../../shared/domain/error.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type Html, html, joined } from '../../../shared/http/html/html.ts';
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
    const title = 'Who can see your record';
    return page({
      title,
      beforeContent: backLink({ href: childPath(personId), text: 'Back' }),
      content: html`${saved(visit)}<h1 class="nhsuk-heading-l">${title}</h1><p>You choose what each adult sees. They are not told what you chose. You can change it at any time.</p>${adults.length === 0 ? html`<p>No adult can see your record.</p>` : adults.map((adult) => adultCard(personId, adult))}`,
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

function saved({ query }: FamilyVisit): Html | undefined {
  return query.get('saved') === 'yes'
    ? notificationBanner({ variant: 'success', heading: 'Saved. It counts from now on.' })
    : undefined;
}

function adultCard(personId: string, { grantId, name, relationship, sees }: SharedWith): Html {
  const list =
    sees.length === 0
      ? 'Nothing'
      : joined(
          sees.map((part) => partNames[part]),
          ', ',
        );
  return card({
    heading: html`${personName(name)}, ${relationshipNames[relationship]}`,
    headingLevel: 2,
    content: html`<p>Sees: ${list}.</p><p><a href="${shareWithPath(personId, grantId)}">Change what they see<span class="nhsuk-u-visually-hidden">: ${personName(name)}</span></a></p>`,
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
  const flow: FormFlow<Chosen> = {
    form: {
      questions: [
        {
          kind: 'some-of',
          name: 'hidden',
          label: 'What should they not see?',
          hint: 'Choose nothing to show them everything.',
          options: parts.map((value) => ({ value, text: partNames[value] })),
          optional: true,
        },
      ],
      schema: z.object({ hidden: z.array(partSchema) }),
    },
    title: 'Change what an adult sees',
    intro: html`<p>This is about ${personName(adult.name)}, ${relationshipNames[adult.relationship]}.</p>`,
    backHref: sharingPath(personId),
    start: { hidden: [...adult.hidden] },
    hidden: { version },
    saveLabel: 'Save',
    save: async ({ hidden }, key) => {
      const chosen = { hidden: [...hidden] };
      await setSharing(visit.deps, visit.call, { personId, grantId }, chosen, Number(version) || 0, key);
      return goTo(`${sharingPath(personId)}?saved=yes`);
    },
    onStale: async (_, answers) =>
      meanwhilePage(visit, flow, answers, {
        since: html`<p>Something about who sees your record has changed. <a href="${sharingPath(personId)}">Look at it as it is now</a>.</p>`,
        hidden: { version: String(current) },
      }),
  };
  return flow;
}
