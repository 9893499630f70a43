/** Using the code of a letter. Opening the page changes nothing, whoever opens it first: only sending the code does. */
import * as z from 'zod';
import { redeemInvitation } from '../../../shared/application/family/redeem-invitation.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { refusedIn } from '../../../shared/http/family/family-problems.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { formChecks, formWords } from '../../../shared/http/family/form-words.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { html } from '../../../shared/http/html/html.ts';
import { checkForm, errorsOfRefusal, type Form, type FormError } from '../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../shared/http/page/form-view.ts';
import { goTo, type PageAnswer, type PageContent, page, refusedPage } from '../../../shared/http/page/page-answer.ts';
import { type Typed, typedIn } from '../../../shared/http/page/question.ts';
import { homePath, joinPath } from '../addresses.ts';

export const joinRoutes: readonly FamilyRoute[] = [
  familyPage('GET', joinPath, async (visit) => page(form(visit, {}, visit.deps.ids.fresh(), []))),
  familyPage('POST', joinPath, join),
];

const codeForm = (words: Words): Form<{ readonly code: string }> => ({
  questions: [
    {
      kind: 'text',
      name: 'code',
      label: words.say('join.code'),
      hint: words.say('join.hint', { example: '7K2M-9QXA-4TRB-W8EN-3CGH' }),
      missing: words.say('join.missing'),
      width: 30,
    },
  ],
  schema: z.strictObject({ code: z.string().max(60, words.say('join.too-long')) }),
});

/** The key under which sending the form twice is sending it once. */
const KEY = 'key';

async function join(visit: FamilyVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const asked = codeForm(visit.words);
  const typed = typedIn(body, asked.questions);
  const key = body.get(KEY) || visit.deps.ids.fresh();
  const checked = checkForm(asked, typed, formChecks(visit.words));
  if ('errors' in checked) return refusedPage(form(visit, typed, key, checked.errors));
  try {
    await redeemInvitation(visit.deps, visit.call, checked.value, key);
    return goTo(`${homePath}?added=yes`);
  } catch (refusal) {
    if (!isDomainError(refusal, 'invalid')) throw refusal;
    return refusedPage(form(visit, typed, key, errorsOfRefusal(asked.questions, refusedIn(visit.words, refusal))));
  }
}

function form(visit: FamilyVisit, typed: Typed, key: string, errors: readonly FormError[]): PageContent {
  const { words } = visit;
  const { questions } = codeForm(words);
  const title = words.say('join.title');
  return {
    title,
    beforeContent: familyBackLink(words, homePath),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${errorsView(questions, errors, formWords(words))}<h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('join.intro')}</p>${postForm(
      {
        action: joinPath,
        csrfToken: visit.session.formToken,
        hidden: { [KEY]: key },
        content: html`${questionsView(questions, typed, errors, formWords(words))}${button({ text: words.say('join.use') })}`,
      },
    )}</div></div>`,
  };
}
