/** The page for what went wrong: what it is, what to do about it, and nothing of the person it was about. */
import { type DomainError, type ErrorKind, isDomainError } from '../../domain/error.ts';
import { html } from '../html/html.ts';
import { type PageAnswer, page } from './page-answer.ts';

const statuses: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  stale: 412,
  unavailable: 503,
};

/** What to say of each kind of problem, and what to do about it. */
export type Advice = Readonly<Record<ErrorKind, { readonly title: string; readonly text: string }>>;

const staffAdvice: Advice = {
  invalid: { title: 'There is a problem with the request', text: 'Go back, check what you entered and try again.' },
  'not-found': {
    title: 'Page not found',
    text: 'If you typed the address, check that it is right. If you followed a link, the record may belong to another service or place.',
  },
  forbidden: {
    title: 'You cannot do this',
    text: 'The role that you are acting in does not allow it. Change your role if you hold another, or ask whoever manages access in your place.',
  },
  conflict: { title: 'This cannot be done as things are', text: 'Go back and look at the record as it is now.' },
  stale: {
    title: 'Somebody else has changed this record',
    text: 'Go back to the record, look at what has changed, and decide again.',
  },
  unavailable: {
    title: 'Sorry, the records cannot be reached',
    text: 'Nothing has been lost and nothing has been changed. This does not mean that nobody is waiting: the list could not be read. Try again in a minute.',
  },
};

/** @param advice the words for those whom the page is for; staff, unless it says otherwise. */
export function problemPage(problem: unknown, requestId: string, advice: Advice = staffAdvice): PageAnswer {
  if (!isDomainError(problem)) return unexpected(requestId);
  const { title, text } = advice[problem.kind];
  // "Not there" and "not yours" must read alike: neither says what it was.
  const said = problem.kind === 'not-found' ? text : `${sentence(problem)} ${text}`;
  return page(
    {
      title,
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${said}</p>${problem.issues.length > 0 && html`<ul class="nhsuk-list nhsuk-list--bullet">${problem.issues.map((issue) => html`<li>${issue.message}</li>`)}</ul>`}${reference(requestId)}`,
    },
    statuses[problem.kind],
  );
}

function unexpected(requestId: string): PageAnswer {
  const title = 'Sorry, there is a problem with the service';
  return page(
    {
      title,
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>What you entered was not saved. Try again in a few minutes.</p>${reference(requestId)}`,
    },
    500,
  );
}

function reference(requestId: string) {
  return html`<p class="nhsuk-hint">If you ask for help, give this reference: ${requestId}</p>`;
}

function sentence(problem: DomainError): string {
  return /[.!?]$/.test(problem.message) ? problem.message : `${problem.message}.`;
}
