/** The page for what went wrong: what it is, what to do about it, and nothing of the person it was about. */
import { type ErrorKind, isDomainError } from '../../domain/error.ts';
import { type Content, html } from '../html/html.ts';
import { type PageAnswer, page } from './page-answer.ts';

const statuses: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  stale: 412,
  unavailable: 503,
};

interface Said {
  readonly title: string;
  readonly text: string;
}

/** What to say of each kind of problem, and what to do about it. */
export interface ProblemWords {
  readonly advice: Readonly<Record<ErrorKind, Said>>;
  /** Of what no rule foresaw. */
  readonly unexpected: Said;
  readonly reference: (requestId: string) => string;
  /** What a refusal says, by its code and its message in English; undefined where nothing more is said than the advice. */
  readonly refusal: (code: string, message: string) => string | undefined;
}

const staffAdvice: ProblemWords['advice'] = {
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

const forStaff: ProblemWords = {
  advice: staffAdvice,
  unexpected: {
    title: 'Sorry, there is a problem with the service',
    text: 'What you entered was not saved. Try again in a few minutes.',
  },
  reference: (requestId) => `If you ask for help, give this reference: ${requestId}`,
  refusal: (_, message) => message,
};

/** @param words for those whom the page is for; staff, unless it says otherwise. */
export function problemPage(problem: unknown, requestId: string, words: ProblemWords = forStaff): PageAnswer {
  if (!isDomainError(problem)) return problemAnswer(500, words.unexpected, words.reference(requestId));
  const { title, text } = words.advice[problem.kind];
  const refusal = words.refusal(problem.code, problem.message);
  // "Not there" and "not yours" must read alike: neither says what it was.
  const said = problem.kind === 'not-found' || refusal === undefined ? text : `${sentence(refusal)} ${text}`;
  const issues = problem.issues.flatMap(({ code, message }) => words.refusal(code, message) ?? []);
  return problemAnswer(
    statuses[problem.kind],
    { title, text: said },
    words.reference(requestId),
    issues.length > 0 &&
      html`<ul class="nhsuk-list nhsuk-list--bullet">${issues.map((issue) => html`<li>${issue}</li>`)}</ul>`,
  );
}

function problemAnswer(status: number, { title, text }: Said, reference: string, more?: Content): PageAnswer {
  return page(
    {
      title,
      content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${text}</p>${more}<p class="nhsuk-hint">${reference}</p>`,
    },
    status,
  );
}

function sentence(message: string): string {
  return /[.!?。]$/.test(message) ? message : `${message}.`;
}
