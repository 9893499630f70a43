/** Figures of a period that is chosen by two days in the address: the form, and the figures under it. */
import { type LocalDate, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import type { Period } from '../../../../shared/domain/calendar/period.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { checkForm, type Form } from '../../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { fieldsOf, type Question, type Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { periodSchema } from './period.ts';

const questions: readonly Question[] = [
  { kind: 'date', name: 'from', label: 'First day' },
  { kind: 'date', name: 'to', label: 'Last day' },
];
const form: Form<Period> = { questions, schema: periodSchema };

export interface FiguresPage {
  readonly title: string;
  readonly path: string;
  readonly back: { readonly href: string; readonly text: string };
  /** The first day where the address names none; the last is then today. */
  readonly usualFirst: LocalDate;
  figures(period: Period): Promise<Html>;
}

export async function figuresOfPeriod(visit: ActingVisit, about: FiguresPage): Promise<PageAnswer> {
  const typed = typedIn(visit, about.usualFirst);
  const checked = checkForm(form, typed);
  const problems = 'errors' in checked ? checked.errors : [];
  const figures = 'errors' in checked ? undefined : await about.figures(checked.value);
  const content = {
    title: about.title,
    section: 'duties',
    isWide: true,
    hasErrors: problems.length > 0,
    beforeContent: backLink(about.back),
    content: html`${problems.length > 0 && errorsView(questions, problems)}${pageHeading(about.title, visit.policy.place.name)}<form class="app-no-print" method="get" action="${about.path}" novalidate>${questionsView(questions, typed, problems)}${button({ text: 'Show the figures' })}</form>${figures}`,
  } as const;
  return page(content, problems.length > 0 ? 422 : 200);
}

function typedIn({ query, today }: ActingVisit, first: LocalDate): Typed {
  const fields = questions.flatMap(fieldsOf);
  if (fields.some((field) => query.has(field)))
    return Object.fromEntries(fields.map((field) => [field, query.getAll(field)]));
  return { ...typedDay('from', first), ...typedDay('to', today) };
}

function typedDay(name: string, day: LocalDate): Typed {
  const parts = partsOf(day);
  return {
    [`${name}-day`]: [`${parts.day}`],
    [`${name}-month`]: [`${parts.month}`],
    [`${name}-year`]: [`${parts.year}`],
  };
}
