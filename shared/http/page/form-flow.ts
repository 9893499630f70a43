/**
 * Ask, check, save: how every form of the pages goes. The answers travel in the page itself, so that nothing typed is
 * kept anywhere before it is saved, and nothing is lost when something is wrong. A key made with the form makes saving
 * it twice save it once.
 */
import { type DomainError, isDomainError } from '../../domain/error.ts';
import { backLink } from '../html/components/back-link.ts';
import { button, buttonGroup } from '../html/components/button.ts';
import { hiddenField, postForm } from '../html/components/form.ts';
import { summaryList } from '../html/components/summary-list.ts';
import { type Content, type Html, html } from '../html/html.ts';
import {
  answersInWords,
  checkForm,
  errorsOfRefusal,
  type Form,
  type FormChecks,
  type FormError,
  type NoAnswerWords,
  noAnswerInEnglish,
} from './form.ts';
import type { FormBody } from './form-body.ts';
import { errorsView, type FormWords, formInEnglish, questionsView } from './form-view.ts';
import { type PageAnswer, type PageContent, page, refusedPage, type Section } from './page-answer.ts';
import { type Typed, typedIn } from './question.ts';
import type { FormVisit } from './visit.ts';

/** What the pages of a flow say of themselves. */
export interface FlowWords extends FormWords, NoAnswerWords {
  readonly back: string;
  readonly continue: string;
  readonly check: string;
  readonly change: string;
  /** Of a record that was changed meanwhile. */
  readonly changed: string;
  readonly changedText: string;
  readonly changedSince: string;
  readonly entered: string;
  readonly saveAsWell: string;
  readonly changeEntered: string;
  readonly leave: string;
  /** What is said of what was entered, and how a refusal reads. */
  readonly checks?: FormChecks & { readonly refused: (refusal: DomainError) => DomainError };
}

const inEnglish: FlowWords = {
  ...formInEnglish,
  ...noAnswerInEnglish,
  back: 'Back',
  continue: 'Continue',
  check: 'Check your answers',
  change: 'Change answers',
  changed: 'This record has changed since you opened the form',
  changedText: 'What you entered has not been saved yet. Look at what has changed, then decide.',
  changedSince: 'Changed since you opened the form',
  entered: 'What you entered',
  saveAsWell: 'Save what I entered as well',
  changeEntered: 'Change what I entered',
  leave: 'Do not save it: go back to the record',
};

export interface FormFlow<T> {
  /** In English unless they are given. */
  readonly words?: FlowWords;
  readonly form: Form<T>;
  readonly title: string;
  /** What stands above everything else of each page: whom it is about. */
  readonly above?: Content;
  /** What stands between the heading and the questions: what to know first. */
  readonly intro?: Content;
  readonly backHref: string;
  readonly section?: Section;
  /** What was known before, as typed; empty for something new. */
  readonly start?: Typed;
  /** Facts that travel with the form: the version that was read. Never anything personal. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly saveLabel: string;
  /** A button that asks for more questions, as it says: what was typed stays. {@link moreAsked} tells how often it was pressed. */
  readonly more?: string | undefined;
  /** Asks the rules, before the answers are shown for checking, whether they would be taken. Refusals come back to the form. */
  readonly judge?: (value: T) => void | Promise<void>;
  /** Another page in place of the one to check: when what was asked for is there already. */
  readonly instead?: (value: T, answers: Answers) => Promise<PageAnswer | undefined>;
  /** Shown on the check page below the answers: a consequence to be aware of before saving. */
  readonly warning?: (value: T) => Content | Promise<Content>;
  /** Saves once for one key. Refusals come back to the form; other errors have pages of their own. */
  readonly save: (value: T, key: string, sent: (name: string) => string) => Promise<PageAnswer>;
  /** The page for a record that somebody else changed meanwhile; see {@link meanwhilePage}. */
  readonly onStale?: (refusal: DomainError<'stale'>, answers: Answers) => Promise<PageAnswer>;
}

/** What was typed, and the key under which it is saved. */
export interface Answers {
  readonly typed: Typed;
  readonly key: string;
}

// Of the flow itself. No question may have such a name, so none begins like this.
const KEY = '_key';
const STEP = '_step';

/** Sent with answers from another page: the form is shown with them filled in, instead of being checked. */
export const toBeCompleted: Readonly<Record<string, string>> = { [STEP]: 'change' };

/** Whether the form was sent to have more questions, and not to be checked. */
function wantsMore(body: Pick<FormBody, 'get'>): boolean {
  return body.get(STEP) === 'more';
}

/** More often than this, every form has as many questions as it may. */
const MOST_ASKED = 10;

/** How often a form was sent to have more questions: what travelled with it as `more`, and this time. */
export function moreAsked(body: Pick<FormBody, 'get'>): number {
  const before = /^\d{1,2}$/.test(body.get('more')) ? Number(body.get('more')) : 0;
  return Math.min(MOST_ASKED, before + (wantsMore(body) ? 1 : 0));
}

/** The first showing of the form. */
export function askPage<T>(visit: FormVisit, flow: FormFlow<T>): PageAnswer {
  return page(questionsPage(visit, flow, { typed: flow.start ?? {}, key: visit.deps.ids.fresh() }, []));
}

/**
 * What was sent: the questions again, the answers to check, or the saved result.
 * @param settled the answers, where the page itself worked them out of what was sent.
 */
export async function answerPage<T>(visit: FormVisit, flow: FormFlow<T>, settled?: Typed): Promise<PageAnswer> {
  const body = await visit.form();
  const answers = {
    typed: settled ?? typedIn(body, flow.form.questions),
    key: body.get(KEY) || visit.deps.ids.fresh(),
  };
  const ask = (errors: readonly FormError[]): PageContent => questionsPage(visit, flow, answers, errors);
  if (body.get(STEP) === 'change' || wantsMore(body)) return page(ask([]));
  const { checks } = wordsOf(flow);
  const checked = checkForm(flow.form, answers.typed, checks);
  if ('errors' in checked) return refusedPage(ask(checked.errors));
  try {
    if (body.get(STEP) === 'save') return await flow.save(checked.value, answers.key, (name) => body.get(name));
    await flow.judge?.(checked.value);
    const other = await flow.instead?.(checked.value, answers);
    return other ?? page(await checkPage(visit, flow, answers, checked.value));
  } catch (refusal) {
    if (isDomainError(refusal, 'stale') && flow.onStale) return flow.onStale(refusal, answers);
    if (!isDomainError(refusal) || (refusal.kind !== 'invalid' && refusal.kind !== 'conflict')) throw refusal;
    return refusedPage(ask(errorsOfRefusal(flow.form.questions, checks?.refused(refusal) ?? refusal)));
  }
}

/**
 * Somebody else changed the record while the form was open: what they did, what was entered here, and the choice to save
 * it all the same, to change it, or to leave it.
 * @param since what was changed meanwhile; `hidden` replaces the facts that travel with the form: the version as it is now.
 */
export function meanwhilePage<T>(
  visit: FormVisit,
  flow: FormFlow<T>,
  answers: Answers,
  { since, hidden }: { readonly since: Content; readonly hidden: Readonly<Record<string, string>> },
): PageAnswer {
  const now = { ...flow, hidden: { ...flow.hidden, ...hidden } };
  const words = wordsOf(flow);
  const title = words.changed;
  const content = html`<h1 class="nhsuk-heading-l">${title}</h1><p>${words.changedText}</p><h2 class="nhsuk-heading-m">${words.changedSince}</h2>${since}<h2 class="nhsuk-heading-m">${words.entered}: ${flow.title}</h2>${answersView(flow, answers.typed)}${sendAgain(visit, now, answers, 'save', button({ text: words.saveAsWell }))}${sendAgain(visit, now, answers, 'change', button({ text: words.changeEntered, variant: 'secondary' }))}<p><a href="${flow.backHref}">${words.leave}</a></p>`;
  return page({ ...around(flow, false, content), title }, 412);
}

function questionsPage<T>(
  visit: FormVisit,
  flow: FormFlow<T>,
  { typed, key }: Answers,
  errors: readonly FormError[],
): PageContent {
  const words = wordsOf(flow);
  return around(
    flow,
    errors.length > 0,
    html`${errorsView(flow.form.questions, errors, words)}<h1 class="nhsuk-heading-l">${flow.title}</h1>${flow.intro}${postForm(
      {
        action: visit.path,
        csrfToken: visit.session.formToken,
        hidden: { ...flow.hidden, [KEY]: key },
        content: html`${questionsView(flow.form.questions, typed, errors, words)}${flow.more === undefined ? button({ text: words.continue }) : buttonGroup(button({ text: words.continue }), button({ text: flow.more, variant: 'secondary', name: STEP, value: 'more' }))}`,
      },
    )}`,
  );
}

async function checkPage<T>(visit: FormVisit, flow: FormFlow<T>, answers: Answers, value: T): Promise<PageContent> {
  const warning = await flow.warning?.(value);
  const words = wordsOf(flow);
  return around(
    flow,
    false,
    html`<h1 class="nhsuk-heading-l">${words.check}</h1><h2 class="nhsuk-heading-m">${flow.title}</h2>${answersView(flow, answers.typed)}${warning}${sendAgain(visit, flow, answers, 'save', button({ text: flow.saveLabel }))}${sendAgain(visit, flow, answers, 'change', button({ text: words.change, variant: 'secondary' }))}`,
  );
}

const wordsOf = <T>({ words = inEnglish }: FormFlow<T>): FlowWords => words;

function answersView<T>(flow: FormFlow<T>, typed: Typed): Html {
  return summaryList({
    rows: answersInWords(flow.form.questions, typed, wordsOf(flow)).map(({ question, text }) => ({
      key: question.label,
      value: html`<span class="app-typed">${text}</span>`,
    })),
  });
}

/** A form of one button that sends the answers once more, for the next step. */
function sendAgain<T>(visit: FormVisit, flow: FormFlow<T>, answers: Answers, step: string, content: Content): Html {
  return postForm({
    action: visit.path,
    csrfToken: visit.session.formToken,
    hidden: { ...flow.hidden, [KEY]: answers.key, [STEP]: step },
    content: html`${typedFields(answers.typed)}${content}`,
  });
}

/** The key that answers are saved under, for a page of its own between asking and checking. */
export function sameKey({ key }: Answers): Readonly<Record<string, string>> {
  return { [KEY]: key };
}

/** Everything that was typed, as fields that travel unseen. */
export function typedFields(typed: Typed): readonly Html[] {
  return Object.entries(typed).flatMap(([name, values]) => values.map((text) => hiddenField(name, text)));
}

function around<T>(flow: FormFlow<T>, hasErrors: boolean, content: Html): PageContent {
  return {
    title: flow.title,
    hasErrors,
    beforeContent: backLink({ href: flow.backHref, text: wordsOf(flow).back, label: wordsOf(flow).back }),
    content: html`${flow.above}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${content}</div></div>`,
    ...(flow.section === undefined ? {} : { section: flow.section }),
  };
}
