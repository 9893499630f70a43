/** A form of the families' pages: asked on one page, kept as typed when something is wrong, sent once however often it is pressed. */
import { isDomainError } from '../../../shared/domain/error.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { refusedIn } from '../../../shared/http/family/family-problems.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { formChecks, formWords } from '../../../shared/http/family/form-words.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { type Content, html } from '../../../shared/http/html/html.ts';
import { checkForm, errorsOfRefusal, type Form, type FormError } from '../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../shared/http/page/form-view.ts';
import { goTo, type PageAnswer, type PageContent, page, refusedPage } from '../../../shared/http/page/page-answer.ts';
import { type Typed, typedIn } from '../../../shared/http/page/question.ts';

export interface FamilyForm<T> {
  readonly title: string;
  /** In place of the title above the form, where it is marked up. */
  readonly heading?: Content;
  readonly intro?: Content;
  readonly action: string;
  readonly backHref: string;
  readonly form: Form<T>;
  /** What was known before, as typed. */
  readonly start?: Typed;
  /** What stands below the form. */
  readonly below?: Content;
  readonly sendLabel: string;
  /** Does it, once for each key; answers where to go. */
  readonly send: (value: T, key: string) => Promise<string>;
}

/** The key under which sending the form twice is sending it once. */
const KEY = 'key';

export function askFamily<T>(visit: FamilyVisit, form: FamilyForm<T>): PageAnswer {
  return page(view(visit, form, form.start ?? {}, visit.deps.ids.fresh(), []));
}

export async function answerFamily<T>(visit: FamilyVisit, form: FamilyForm<T>): Promise<PageAnswer> {
  const body = await visit.form();
  const typed = typedIn(body, form.form.questions);
  const key = body.get(KEY) || visit.deps.ids.fresh();
  const checked = checkForm(form.form, typed, formChecks(visit.words));
  if ('errors' in checked) return refusedPage(view(visit, form, typed, key, checked.errors));
  try {
    return goTo(await form.send(checked.value, key));
  } catch (refusal) {
    if (!isDomainError(refusal, 'invalid')) throw refusal;
    return refusedPage(
      view(visit, form, typed, key, errorsOfRefusal(form.form.questions, refusedIn(visit.words, refusal))),
    );
  }
}

function view<T>(
  visit: FamilyVisit,
  { title, heading = title, intro, action, backHref, form: { questions }, sendLabel, below }: FamilyForm<T>,
  typed: Typed,
  key: string,
  errors: readonly FormError[],
): PageContent {
  return {
    title,
    beforeContent: familyBackLink(visit.words, backHref),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${errorsView(questions, errors, formWords(visit.words))}<h1 class="nhsuk-heading-l">${heading}</h1>${intro}${postForm(
      {
        action,
        csrfToken: visit.session.formToken,
        hidden: { [KEY]: key },
        content: html`${questionsView(questions, typed, errors, formWords(visit.words))}${button({ text: sendLabel })}`,
      },
    )}${below}</div></div>`,
  };
}
