/** Forms that were sent after the session had ended: shown again, with everything in them, so that no work is lost. */
import { button } from '../html/components/button.ts';
import { hiddenField, postForm } from '../html/components/form.ts';
import { type Html, html } from '../html/html.ts';
import type { FormBody } from './form-body.ts';
import { type PageAnswer, page } from './page-answer.ts';
import type { FormVisit, Visit } from './visit.ts';

/** Nobody is signed in: sign in beside this page, then go on from it. */
export function signedOutMeanwhile(
  visit: Pick<Visit, 'path'>,
  form: FormBody,
  signInHref = '/sign-in?return=%2Fsigned-in-again',
): PageAnswer {
  const title = 'You were signed out';
  return page(
    {
      title,
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>What you entered has not been saved yet, and it is not lost. Keep this page open.</p><ol class="nhsuk-list nhsuk-list--number"><li><a href="${signInHref}" target="_blank" rel="noopener">Sign in again (opens in a new tab)</a></li><li>Come back to this page and continue.</li></ol>${again(visit.path, '', form)}`,
    },
    401,
  );
}

/** Signed in again since the form was opened: only the person can say that it is theirs. */
export function openedBefore(visit: Pick<FormVisit, 'path' | 'session'>, form: FormBody): PageAnswer {
  const title = 'Continue with your form';
  return page({
    title,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>You signed in again after you opened this form. Continue if you sent it just now.</p>${again(visit.path, visit.session.formToken, form)}`,
  });
}

function again(action: string, csrfToken: string, form: FormBody): Html {
  const kept = form.names().filter((name) => name !== 'csrf');
  return postForm({
    action,
    csrfToken,
    content: html`${kept.flatMap((name) => form.all(name).map((text) => hiddenField(name, text)))}${button({ text: 'Continue' })}`,
  });
}
