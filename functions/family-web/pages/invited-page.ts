/**
 * The link of an invitation that came by text or e-mail. Opening either page changes nothing, whoever opens it first, and both look
 * alike whether the link leads anywhere: only sending the form uses it, with a date that whoever was sent it by mistake does not know.
 */
import * as z from 'zod';
import { redeemLink } from '../../../shared/application/family/redeem-invitation.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { type FamilyRoute, familyPage, openFamilyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit, OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { homePath, invitedPath, invitedUsePath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';

const use = invitedUsePath('{secret}');

export const invitedRoutes: readonly FamilyRoute[] = [
  openFamilyPage('GET', invitedPath('{secret}'), async (visit) => welcome(visit)),
  familyPage('GET', use, async (visit) => askFamily(visit, useForm(visit))),
  familyPage('POST', use, async (visit) => answerFamily(visit, useForm(visit))),
];

function welcome({ params, words }: OpenVisit): PageAnswer {
  const title = words.say('invited.title');
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('invited.intro')}</p><p>${words.say('invited.account')}</p>${linkButton({ text: words.say('invited.go-on'), href: invitedUsePath(params['secret'] ?? '') })}<p>${words.say('invited.not-you')}</p></div></div>`,
  });
}

function useForm(visit: FamilyVisit): FamilyForm<{ readonly birthDate: z.output<typeof localDateSchema> }> {
  const { words } = visit;
  const secret = visit.params['secret'] ?? '';
  return {
    title: words.say('invited.use-title'),
    intro: html`<p>${words.say('invited.use-intro')}</p>`,
    action: invitedUsePath(secret),
    backHref: invitedPath(secret),
    form: {
      questions: [
        {
          kind: 'date',
          name: 'birthDate',
          label: words.say('invited.birth-date'),
          hint: words.say('invited.birth-date-hint'),
          missing: words.say('invited.birth-date-missing'),
          ...(words.language === 'en' ? {} : { unreadable: words.say('invited.birth-date-wrong') }),
        },
      ],
      schema: z.object({ birthDate: localDateSchema }),
    },
    sendLabel: words.say('invited.use'),
    send: async ({ birthDate }, key) => {
      await redeemLink(visit.deps, visit.call, { secret, birthDate }, key);
      return `${homePath}?added=yes`;
    },
  };
}
