/** The questions of a health action plan: goals in the person's words, and actions with who does them and by when. */
import { mostPlanActions, mostPlanGoals } from '../../../../shared/domain/health-check/facts.ts';
import type { Question } from '../../../../shared/http/page/question.ts';
import type { AnswerFault } from '../cases/case-pages.ts';
import type { EventAnswers } from '../referrals/event-forms/event-form.ts';

/** How many lines the form has at first, and how many more it gets each time that more are asked for. */
const GOALS = { most: mostPlanGoals, first: 2, step: 2 } as const;
const ACTIONS = { most: mostPlanActions, first: 3, step: 3 } as const;

function linesOf({ most, first, step }: typeof GOALS | typeof ACTIONS, more: number): number {
  return Math.min(most, first + step * more);
}

/** The button that asks for more lines; undefined when the form has as many as a plan holds. */
export function morePlanLines(more = 0): string | undefined {
  return linesOf(GOALS, more) < GOALS.most || linesOf(ACTIONS, more) < ACTIONS.most
    ? 'Add more goals and actions'
    : undefined;
}

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, at) => at + 1);

export const planQuestions = (more = 0): readonly Question[] => [
  ...upTo(linesOf(GOALS, more)).map(
    (n): Question => ({
      kind: 'text',
      name: `goal-${n}`,
      label: `Goal ${n}`,
      ...(n === 1 ? { heading: 'What matters to the person', hint: 'In their own words where you can' } : {}),
      optional: true,
    }),
  ),
  ...upTo(linesOf(ACTIONS, more)).flatMap((n): readonly Question[] => [
    {
      kind: 'text',
      name: `action-${n}`,
      label: `Action ${n}`,
      ...(n === 1 ? { heading: 'What was agreed', hint: 'For example, book an eye test' } : {}),
      optional: true,
    },
    { kind: 'text', name: `owner-${n}`, label: `Who does action ${n}`, optional: true, width: 20 },
    { kind: 'date', name: `by-${n}`, label: `Action ${n} by`, optional: true },
  ]),
];

const textOf = (answers: EventAnswers, name: string): string => {
  const answer = answers[name];
  return typeof answer === 'string' ? answer : '';
};

/** A plan says what is agreed: a goal or an action at least, and of each action who does it and by when. */
export function planFaults(answers: EventAnswers): readonly AnswerFault[] {
  const text = (name: string) => textOf(answers, name);
  const faults: AnswerFault[] = [];
  const missing = (question: string, message: string) => faults.push({ question, message });
  for (const n of upTo(ACTIONS.most)) {
    const [what, owner, by] = [text(`action-${n}`), text(`owner-${n}`), text(`by-${n}`)];
    if (what === '' && owner === '' && by === '') continue;
    if (what === '') missing(`action-${n}`, `Enter what is done in action ${n}`);
    if (owner === '') missing(`owner-${n}`, `Enter who does action ${n}`);
    if (by === '') missing(`by-${n}`, `Enter the day by which action ${n} is done`);
    if (what.length > 200) missing(`action-${n}`, 'Use at most 200 characters');
    if (owner.length > 120) missing(`owner-${n}`, 'Use at most 120 characters');
  }
  for (const n of upTo(GOALS.most))
    if (text(`goal-${n}`).length > 200) missing(`goal-${n}`, 'Use at most 200 characters');
  const { goals: wished, actions: agreed } = planFacts(answers);
  if (wished.length + agreed.length === 0) missing('goal-1', 'Enter a goal or an action: a plan says what is agreed');
  return faults;
}

export function planFacts(answers: EventAnswers) {
  const text = (name: string) => textOf(answers, name);
  return {
    goals: upTo(GOALS.most).flatMap((n) => text(`goal-${n}`) || []),
    actions: upTo(ACTIONS.most).flatMap((n) => {
      const [what, owner, by] = [text(`action-${n}`), text(`owner-${n}`), text(`by-${n}`)];
      return what === '' && owner === '' && by === '' ? [] : [{ what, owner, by }];
    }),
  };
}
