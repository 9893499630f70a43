/**
 * Two people changed one record. What only one of them changed is kept; where both changed the same thing, both versions
 * are shown and the person chooses.
 */
import { eventsSince } from '../../../../shared/application/versions.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { radios } from '../../../../shared/http/html/components/radios.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { plainPersonName } from '../../../../shared/http/html/names.ts';
import { answersInWords } from '../../../../shared/http/page/form.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';
import { type Answers, sameKey, typedFields } from '../../../../shared/http/page/form-flow.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { fieldsOf, type Question, type Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personPath } from './addresses.ts';
import { personBanner } from './banner.ts';
import { editPersonForm, typedOf } from './person-form.ts';
import { whoDid } from './who.ts';

const CHOICE = 'choice-';

export interface EditConflict {
  /** As they are now. */
  readonly person: Person;
  /** The version that was read when the form was opened. */
  readonly seen: number;
  /** The details as they were then. */
  readonly opened: Typed;
  readonly answers: Answers;
  /** What the form travels with from now on: the version as it is now. */
  readonly hidden: Readonly<Record<string, string>>;
}

export function editConflictPage(visit: ActingVisit, conflict: EditConflict): PageAnswer {
  const { person, opened, answers, hidden } = conflict;
  const now = typedOf(person.details);
  const { questions } = editPersonForm;
  const mine = questions.filter((question) => !same(question, opened, answers.typed));
  const theirs = questions.filter((question) => !same(question, opened, now));
  const both = mine.filter((question) => theirs.includes(question) && !same(question, now, answers.typed));
  const title = 'Somebody else has changed this person’s details';
  return page(
    {
      title,
      section: 'find',
      beforeContent: backLink({ href: personPath(person.id), text: 'Back' }),
      content: html`${personBanner(person, visit.today, 'link')}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1><p>What you entered has not been saved yet. The details were changed ${changedBy(visit, conflict)} after you opened the form.</p><h2 class="nhsuk-heading-m">Theirs</h2>${changesView(theirs, opened, now)}<h2 class="nhsuk-heading-m">Yours</h2>${changesView(mine, opened, answers.typed)}${postForm(
        {
          action: visit.path,
          csrfToken: visit.session.formToken,
          hidden: { ...hidden, ...sameKey(answers) },
          content: html`${typedFields(merged(answers.typed, now, theirs, mine))}${
            both.length === 0
              ? insetText('You changed different things, so both can be kept.')
              : html`<h2 class="nhsuk-heading-m">Choose what to keep</h2>${both.map((question) => choice(question, now, answers.typed))}`
          }${button({ text: 'Continue' })}`,
        },
      )}<p><a href="${personPath(person.id)}">Keep theirs: drop what I entered</a></p></div></div>`,
    },
    412,
  );
}

/** The answers with theirs where they were chosen on the conflict page. */
export function settledAnswers(body: FormBody, typed: Typed, now: Typed): Typed {
  const theirs = editPersonForm.questions.filter(({ name }) => body.get(`${CHOICE}${name}`) === 'theirs');
  return withFields(typed, now, theirs);
}

/** What they alone changed is taken over, so that saving does not put it back. */
function merged(typed: Typed, now: Typed, theirs: readonly Question[], mine: readonly Question[]): Typed {
  return withFields(
    typed,
    now,
    theirs.filter((question) => !mine.includes(question)),
  );
}

function withFields(typed: Typed, from: Typed, questions: readonly Question[]): Typed {
  const taken = questions.flatMap(fieldsOf).map((field) => [field, from[field] ?? []] as const);
  return { ...typed, ...Object.fromEntries(taken) };
}

function same(question: Question, a: Typed, b: Typed): boolean {
  return wordsOf(question, a) === wordsOf(question, b);
}

function wordsOf(question: Question, typed: Typed): string {
  return answersInWords([question], typed)[0]?.text ?? '';
}

function changesView(questions: readonly Question[], before: Typed, after: Typed): Html {
  if (questions.length === 0) return html`<p>Nothing on this form.</p>`;
  return summaryList({
    rows: questions.map((question) => ({
      key: question.label,
      value: html`<span class="app-typed">${wordsOf(question, after)}</span><br><span class="app-secondary">Before: <span class="app-typed">${wordsOf(question, before)}</span></span>`,
    })),
  });
}

function choice(question: Question, now: Typed, typed: Typed): Html {
  const name = `${CHOICE}${question.name}`;
  return radios({
    id: name,
    name,
    legend: { text: question.label, size: 's' },
    value: 'theirs',
    choices: [
      { value: 'theirs', text: plainPersonName(wordsOf(question, now)), hint: 'Theirs: as it is now' },
      { value: 'yours', text: plainPersonName(wordsOf(question, typed)), hint: 'Yours: as you entered it' },
    ],
  });
}

function changedBy(visit: ActingVisit, { person, seen }: EditConflict): string {
  const last = eventsSince(person, seen).at(-1);
  if (last === undefined) return 'by somebody else';
  const who = whoDid(last.by, visit.actor);
  return last.by.actor === visit.actor.id ? `by ${who}, in another window,` : `by somebody acting as ${who}`;
}
