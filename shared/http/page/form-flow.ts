/**
 * Ask, check, save: how every form of the pages goes. The answers travel in the page itself, so that nothing typed is
 * kept anywhere before it is saved, and nothing is lost when something is wrong. A key made with the form makes saving
 * it twice save it once.
 */
import { isDomainError } from '../../domain/error.ts';
import { backLink } from '../html/components/back-link.ts';
import { button } from '../html/components/button.ts';
import { hiddenField, postForm } from '../html/components/form.ts';
import { summaryList } from '../html/components/summary-list.ts';
import { type Content, type Html, html } from '../html/html.ts';
import { answersInWords, checkForm, errorsOfRefusal, type Form, type FormError } from './form.ts';
import { errorsView, questionsView } from './form-view.ts';
import { type PageAnswer, type PageContent, page, refusedPage, type Section } from './page-answer.ts';
import { type Typed, typedIn } from './question.ts';
import type { ActingVisit } from './visit.ts';

export interface FormFlow<T> {
  readonly form: Form<T>;
  readonly title: string;
  /** What stands between the heading and the questions: whom it is about, what to know first. */
  readonly intro?: Content;
  readonly backHref: string;
  readonly section?: Section;
  /** What was known before, as typed; empty for something new. */
  readonly start?: Typed;
  /** Facts that travel with the form: the version that was read. Never anything personal. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly saveLabel: string;
  /** Shown on the check page above the answers: a consequence to be aware of before saving. */
  readonly warning?: (value: T) => Content;
  /** Saves once for one key. Refusals come back to the form; other errors have pages of their own. */
  readonly save: (value: T, key: string, sent: (name: string) => string) => Promise<PageAnswer>;
}

const KEY = 'key';
const STEP = 'step';

/** The first showing of the form. */
export function askPage<T>(visit: ActingVisit, flow: FormFlow<T>): PageAnswer {
  return page(questionsPage(visit, flow, flow.start ?? {}, [], visit.deps.ids.fresh()));
}

/** What was sent: the questions again, the answers to check, or the saved result. */
export async function answerPage<T>(visit: ActingVisit, flow: FormFlow<T>): Promise<PageAnswer> {
  const body = await visit.form();
  const typed = typedIn(body, flow.form.questions);
  const key = body.get(KEY) || visit.deps.ids.fresh();
  const ask = (errors: readonly FormError[]): PageContent => questionsPage(visit, flow, typed, errors, key);
  if (body.get(STEP) === 'change') return page(ask([]));
  const checked = checkForm(flow.form, typed);
  if ('errors' in checked) return refusedPage(ask(checked.errors));
  if (body.get(STEP) !== 'save') return page(checkPage(visit, flow, typed, checked.value, key));
  try {
    return await flow.save(checked.value, key, (name) => body.get(name));
  } catch (refusal) {
    if (!isDomainError(refusal) || (refusal.kind !== 'invalid' && refusal.kind !== 'conflict')) throw refusal;
    return refusedPage(ask(errorsOfRefusal(flow.form.questions, refusal)));
  }
}

function questionsPage<T>(
  visit: ActingVisit,
  flow: FormFlow<T>,
  typed: Typed,
  errors: readonly FormError[],
  key: string,
): PageContent {
  return around(
    flow,
    errors.length > 0,
    html`${errorsView(flow.form.questions, errors)}<h1 class="nhsuk-heading-l">${flow.title}</h1>${flow.intro}${postForm(
      {
        action: visit.path,
        csrfToken: visit.session.formToken,
        hidden: { ...flow.hidden, [KEY]: key },
        content: html`${questionsView(flow.form.questions, typed, errors)}${button({ text: 'Continue' })}`,
      },
    )}`,
  );
}

function checkPage<T>(visit: ActingVisit, flow: FormFlow<T>, typed: Typed, value: T, key: string): PageContent {
  const kept = { ...flow.hidden, [KEY]: key };
  const answers = Object.entries(typed).flatMap(([name, values]) => values.map((text) => hiddenField(name, text)));
  const send = (step: string, content: Content): Html =>
    postForm({
      action: visit.path,
      csrfToken: visit.session.formToken,
      hidden: { ...kept, [STEP]: step },
      content: html`${answers}${content}`,
    });
  return around(
    flow,
    false,
    html`<h1 class="nhsuk-heading-l">Check your answers</h1>${flow.intro}<h2 class="nhsuk-heading-m">${flow.title}</h2>${summaryList(
      {
        rows: answersInWords(flow.form.questions, typed).map(({ question, text }) => ({
          key: question.label,
          value: html`<span class="app-typed">${text}</span>`,
        })),
      },
    )}${flow.warning?.(value)}${send('save', button({ text: flow.saveLabel }))}${send('change', button({ text: 'Change answers', variant: 'secondary' }))}`,
  );
}

function around<T>(flow: FormFlow<T>, hasErrors: boolean, content: Html): PageContent {
  return {
    title: flow.title,
    hasErrors,
    beforeContent: backLink({ href: flow.backHref, text: 'Back' }),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${content}</div></div>`,
    ...(flow.section === undefined ? {} : { section: flow.section }),
  };
}
