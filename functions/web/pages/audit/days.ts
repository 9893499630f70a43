/** Which days an officer asks about: read from the address, drawn as the filter of the page. */
import type { AskedDays, AuditQuestion } from '../../../../shared/application/audit/audit-lines.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { isLocalDate, type LocalDate, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { type DomainError, isDomainError } from '../../../../shared/domain/error.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { errorsOfRefusal, type FormError } from '../../../../shared/http/page/form.ts';
import { errorsView, questionsView } from '../../../../shared/http/page/form-view.ts';
import type { PageContent } from '../../../../shared/http/page/page-answer.ts';
import { answerTo, fieldsOf, type Question, type Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';

const questions: readonly Question[] = [
  { kind: 'date', name: 'from', label: 'First day', hint: 'For example, 1 10 2026', optional: true },
  { kind: 'date', name: 'to', label: 'Last day', hint: 'For example, 31 10 2026', optional: true },
];

/** What the address says of days, and where in the list to go on. */
export type DaysAsked =
  | { readonly question: AuditQuestion; readonly typed: Typed }
  | { readonly errors: readonly FormError[]; readonly typed: Typed };

export function daysAsked({ query }: ActingVisit): DaysAsked {
  const typed: Typed = Object.fromEntries(questions.flatMap(fieldsOf).map((field) => [field, query.getAll(field)]));
  const errors: FormError[] = [];
  const days = questions.map((question): LocalDate | undefined => {
    const answer = answerTo(question, typed);
    if ('error' in answer) errors.push({ question: question.name, message: answer.error });
    else if (typeof answer.value === 'string' && isLocalDate(answer.value)) return answer.value;
    return undefined;
  });
  if (errors.length > 0) return { errors, typed };
  const [from, to] = days;
  return { question: { from, to, cursor: query.get('cursor') ?? undefined }, typed };
}

/**
 * Runs a question about days: its answer, or what is wrong with the days.
 * @throws whatever else the question throws.
 */
export async function answered<T>(
  asked: DaysAsked,
  ask: (question: AuditQuestion) => Promise<T>,
): Promise<{ readonly answer: T } | { readonly errors: readonly FormError[] }> {
  if ('errors' in asked) return { errors: asked.errors };
  try {
    return { answer: await ask(asked.question) };
  } catch (refusal) {
    if (!isDomainError(refusal, 'invalid') || !isAboutDays(refusal)) throw refusal;
    return { errors: errorsOfRefusal(questions, refusal) };
  }
}

function isAboutDays({ code }: DomainError): boolean {
  return code === 'date-order' || code === 'too-many-days';
}

/** The address of a page for the same days. */
export function withDays(path: string, { from, to }: Pick<AskedDays, 'from' | 'to'>, cursor?: string): string {
  const search = new URLSearchParams();
  for (const [name, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const { day, month, year } = partsOf(date);
    search.set(`${name}-day`, String(day));
    search.set(`${name}-month`, String(month));
    search.set(`${name}-year`, String(year));
  }
  if (cursor !== undefined) search.set('cursor', cursor);
  return `${path}?${search.toString()}`;
}

export function daysInWords({ from, to }: Pick<AskedDays, 'from' | 'to'>): string {
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}

/** The filter; open when what was typed is wrong. */
export function daysFilter(path: string, typed: Typed, errors: readonly FormError[] = []): Html {
  return filterPanel({
    action: path,
    chosen: [],
    clearHref: path,
    fields: questions.map((question) => questionsView([question], typed, errors)),
    hidden: {},
    isOpen: errors.length > 0,
  });
}

/** The page of days that cannot be: the form again, and nothing of the list. */
export function wrongDays(
  about: Pick<PageContent, 'title' | 'beforeContent'>,
  path: string,
  typed: Typed,
  errors: readonly FormError[],
): PageContent {
  return {
    ...about,
    section: 'audit',
    hasErrors: true,
    content: html`${errorsView(questions, errors)}<h1 class="nhsuk-heading-l">${about.title}</h1>${daysFilter(path, typed, errors)}`,
  };
}
