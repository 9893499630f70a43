/** Forms that were sent after the session had ended: shown again, with everything in them, so that no work is lost. */
import { button } from '../html/components/button.ts';
import { hiddenField, postForm } from '../html/components/form.ts';
import { type Html, html } from '../html/html.ts';
import type { FormBody } from './form-body.ts';
import { type PageAnswer, page } from './page-answer.ts';
import type { FormVisit, Visit } from './visit.ts';

export interface KeptFormWords {
  readonly signedOut: string;
  readonly signedOutText: string;
  readonly signIn: string;
  readonly comeBack: string;
  readonly again: string;
  readonly againText: string;
  readonly continue: string;
}

const inEnglish: KeptFormWords = {
  signedOut: 'You were signed out',
  signedOutText: 'What you entered has not been saved yet, and it is not lost. Keep this page open.',
  signIn: 'Sign in again (opens in a new tab)',
  comeBack: 'Come back to this page and continue.',
  again: 'Continue with your form',
  againText: 'You signed in again after you opened this form. Continue if you sent it just now.',
  continue: 'Continue',
};

/** Nobody is signed in: sign in beside this page, then go on from it. */
export function signedOutMeanwhile(
  visit: Pick<Visit, 'path'>,
  form: FormBody,
  signInHref = '/sign-in?return=%2Fsigned-in-again',
  words: KeptFormWords = inEnglish,
): PageAnswer {
  const title = words.signedOut;
  return page(
    {
      title,
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${words.signedOutText}</p><ol class="nhsuk-list nhsuk-list--number"><li><a href="${signInHref}" target="_blank" rel="noopener">${words.signIn}</a></li><li>${words.comeBack}</li></ol>${again(visit.path, '', form, words)}`,
    },
    401,
  );
}

/** Signed in again since the form was opened: only the person can say that it is theirs. */
export function openedBefore(
  visit: Pick<FormVisit, 'path' | 'session'>,
  form: FormBody,
  words: KeptFormWords = inEnglish,
): PageAnswer {
  const title = words.again;
  return page({
    title,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${words.againText}</p>${again(visit.path, visit.session.formToken, form, words)}`,
  });
}

function again(action: string, csrfToken: string, form: FormBody, words: KeptFormWords): Html {
  const kept = form.names().filter((name) => name !== 'csrf');
  return postForm({
    action,
    csrfToken,
    content: html`${kept.flatMap((name) => form.all(name).map((text) => hiddenField(name, text)))}${button({ text: words.continue })}`,
  });
}
