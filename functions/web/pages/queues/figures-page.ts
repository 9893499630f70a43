/** The figures of a queue on any day up to today: worked out from every referral's events, so that a past day is exact. */
import { summariseQueue } from '../../../../shared/application/queue/summarise-queue.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { isLocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { goTo, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import { answerTo, dateParts, type Question, type Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { figuresAddress } from './addresses.ts';
import { figuresView } from './figures-view.ts';

/** The day is asked for as a date's three parts; a figure's own address has it as one. */
const dayQuestion: Question = { kind: 'date', name: 'asAt', label: 'Day', missing: 'Enter the day' };

export async function figuresPage(visit: ActingVisit): Promise<PageAnswer> {
  const asked = dayAsked(visit);
  const code = visit.params['queue'] ?? '';
  if ('day' in asked && asked.isTyped) return goTo(`${figuresAddress(code)}?asAt=${asked.day}`);
  const day = 'day' in asked ? asked.day : visit.today;
  const { figures, queue } = await summariseQueue(visit.deps, visit.call, code, day);
  const error = 'error' in asked ? asked.error : undefined;
  const content = {
    title: `${queue.name} figures`,
    section: 'queues',
    ...figuresView({ figures, queue, today: visit.today, now: visit.now, typed: asked.typed, error }),
  } as const;
  return error === undefined ? page(content) : refusedPage(content);
}

type Asked = { readonly typed: Typed } & (
  | { readonly day: LocalDate; readonly isTyped: boolean }
  | { readonly error: string }
);

function dayAsked({ query, today }: ActingVisit): Asked {
  const fields = dateParts.map((part) => `${dayQuestion.name}-${part}`);
  if (fields.some((field) => query.has(field))) {
    const typed = Object.fromEntries(fields.map((field) => [field, query.getAll(field)]));
    const answer = answerTo(dayQuestion, typed);
    if ('error' in answer) return { typed, error: answer.error };
    return checked(String(answer.value), today, typed, true);
  }
  const text = query.get(dayQuestion.name);
  return text === null ? { typed: {}, day: today, isTyped: false } : checked(text, today, {}, false);
}

function checked(text: string, today: LocalDate, typed: Typed, isTyped: boolean): Asked {
  if (!isLocalDate(text)) return { typed, error: 'Day must be a real date' };
  if (text > today) return { typed, error: 'Day must be today or in the past' };
  return { typed, day: text, isTyped };
}
