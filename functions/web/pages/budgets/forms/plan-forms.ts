/** The support plan: health goals, what the money is for, how it is held and when it is paid; agreed at first, and changed. */
import type { BudgetType } from '../../../../../shared/domain/budget/budget-type.ts';
import { paymentRhythms } from '../../../../../shared/domain/budget/instalments.ts';
import { formatPence, plainPounds, sumOf } from '../../../../../shared/domain/budget/pence.ts';
import type { SupportPlan } from '../../../../../shared/domain/budget/plan.ts';
import { planOf } from '../../../../../shared/domain/budget/state.ts';
import { type LocalDate, partsOf } from '../../../../../shared/domain/calendar/local-date.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { Question, Typed } from '../../../../../shared/http/page/question.ts';
import { askerWords, optionsOf, rhythmWords } from '../words.ts';
import {
  type BudgetAnswers,
  type BudgetForm,
  type BudgetNow,
  penceIn,
  reasonQuestion,
  reconsiderationQuestion,
  usualReconsideration,
  yesOrNo,
} from './budget-form.ts';

/** The most that a plan holds; how many lines a form has at first, and how many more it gets each time that more are asked for. */
const GOALS = { most: 10, first: 4, more: 2 } as const;
const PURPOSES = { most: 20, first: 5, more: 3 } as const;
const numbers = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1);

/** As many lines as the present plan fills, or those of an empty form, and those that were asked for. */
function linesOf({ state, more = 0 }: BudgetNow): { readonly goals: number; readonly purposes: number } {
  const plan = planOf(state);
  const lines = ({ most, first, more: step }: typeof GOALS | typeof PURPOSES, used = 0) =>
    Math.min(most, Math.max(first, used) + step * more);
  return { goals: lines(GOALS, plan?.goals.length), purposes: lines(PURPOSES, plan?.categories.length) };
}

function moreLines(now: BudgetNow): string | undefined {
  const { goals, purposes } = linesOf(now);
  return goals < GOALS.most || purposes < PURPOSES.most ? 'Add more goals and purposes' : undefined;
}

/** The first field of a part has the name of the part of the plan, so that what is wrong with the part is said at it. */
const partNames: Readonly<Record<BudgetType, string>> = {
  'direct-payment': 'parts',
  'third-party': 'part-third-party',
  notional: 'part-notional',
};
const goalName = (number: number): string => (number === 1 ? 'goals' : `goal-${number}`);
const purposeName = (number: number): string => (number === 1 ? 'categories' : `purpose-${number}`);

function planQuestions(now: BudgetNow): readonly Question[] {
  const { goals, purposes } = linesOf(now);
  const goalOptions = numbers(goals).map((number) => ({ value: `goal-${number}`, text: `Goal ${number}` }));
  return [
    {
      kind: 'money',
      name: partNames['direct-payment'],
      label: 'Direct payment, for a year',
      hint: 'Leave a way empty in which none of it is held. For a budget that is given once, enter the whole amount',
      optional: true,
      heading: 'How it is held',
    },
    { kind: 'money', name: partNames['third-party'], label: 'Third party, for a year', optional: true },
    { kind: 'money', name: partNames.notional, label: 'Notional, for a year', optional: true },
    {
      kind: 'one-of',
      name: 'oneOff',
      label: 'Is it given once, for one purpose?',
      missing: 'Select yes or no',
      options: yesOrNo,
      heading: 'When',
    },
    { kind: 'date', name: 'startsOn', label: 'First day of the plan' },
    { kind: 'date', name: 'endsOn', label: 'Last day of the plan', hint: 'Where it is known', optional: true },
    {
      kind: 'one-of',
      name: 'rhythm',
      label: 'How often is it paid?',
      missing: 'Select how often it is paid',
      options: optionsOf(rhythmWords, paymentRhythms),
    },
    { kind: 'date', name: 'firstOn', label: 'Date of the first payment' },
    ...numbers(goals).map(
      (number): Question => ({
        kind: 'text',
        name: goalName(number),
        label: `Goal ${number}`,
        ...(number === 1 ? { heading: 'Health goals', missing: 'Enter a health goal' } : { optional: true }),
      }),
    ),
    ...numbers(purposes).flatMap((number): readonly Question[] => [
      {
        kind: 'text',
        name: purposeName(number),
        label: `Purpose ${number}`,
        ...(number === 1
          ? {
              heading: 'What it is for',
              hint: 'The amounts of all purposes add up to the budget',
              missing: 'Enter what the budget is for',
            }
          : { optional: true }),
        width: 30,
      },
      {
        kind: 'money',
        name: `amount-${number}`,
        label: `Amount for purpose ${number}`,
        ...(number === 1 ? {} : { optional: true }),
      },
      {
        kind: 'some-of',
        name: `serves-${number}`,
        label: `Goals that purpose ${number} serves`,
        options: goalOptions,
        ...(number === 1 ? {} : { optional: true }),
      },
    ]),
  ];
}

function planIn(answers: BudgetAnswers): Readonly<Record<string, unknown>> {
  const parts = Object.entries(partNames).flatMap(([type, name]) => {
    const annualPence = penceIn(answers[name]);
    return annualPence === undefined || annualPence === 0 ? [] : [{ type, annualPence }];
  });
  return {
    annualPence: sumOf(parts.map(({ annualPence }) => annualPence)),
    startsOn: answers['startsOn'],
    endsOn: answers['endsOn'],
    oneOff: answers['oneOff'] === 'yes',
    parts,
    payments: { rhythm: answers['rhythm'], firstOn: answers['firstOn'] },
    goals: numbers(GOALS.most).flatMap((number) => {
      const text = answers[goalName(number)] ?? null;
      return text === null ? [] : [{ code: `goal-${number}`, text }];
    }),
    categories: purposesIn(answers),
  };
}

function purposesIn(answers: BudgetAnswers): readonly Readonly<Record<string, unknown>>[] {
  return numbers(PURPOSES.most).flatMap((number) => {
    const name = answers[purposeName(number)] ?? null;
    if (name === null) return [];
    return [
      {
        code: codeOf(String(name)),
        name,
        annualPence: penceIn(answers[`amount-${number}`]) ?? 0,
        goals: answers[`serves-${number}`] ?? [],
      },
    ];
  });
}

/** `Personal assistant` is `personal-assistant`: one code for one name, so that spending keeps its purpose when the plan changes. */
function codeOf(name: string): string {
  const code = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, 40)
    .replace(/-$/, '');
  return code === '' ? 'purpose' : code;
}

function typedDate(name: string, date: LocalDate | null): Typed {
  if (date === null) return {};
  const { day, month, year } = partsOf(date);
  return { [`${name}-day`]: [String(day)], [`${name}-month`]: [String(month)], [`${name}-year`]: [String(year)] };
}

/** A plan as it would have been typed. */
function typedPlan(plan: SupportPlan): Typed {
  const typed: Record<string, readonly string[]> = {
    oneOff: [plan.oneOff ? 'yes' : 'no'],
    rhythm: [plan.payments.rhythm],
    ...typedDate('startsOn', plan.startsOn),
    ...typedDate('endsOn', plan.endsOn),
    ...typedDate('firstOn', plan.payments.firstOn),
  };
  for (const { type, annualPence } of plan.parts) typed[partNames[type]] = [plainPounds(annualPence)];
  for (const [index, { text }] of plan.goals.entries()) typed[goalName(index + 1)] = [text];
  for (const [index, category] of plan.categories.entries()) {
    typed[purposeName(index + 1)] = [category.name];
    typed[`amount-${index + 1}`] = [plainPounds(category.annualPence)];
    typed[`serves-${index + 1}`] = category.goals.map((goal) => {
      const at = plan.goals.findIndex(({ code }) => code === goal);
      return `goal-${at + 1}`;
    });
  }
  return typed;
}

const indicative = ({ state }: BudgetNow) =>
  state.indicativePence === undefined
    ? undefined
    : insetText(`The indicative budget is ${formatPence(state.indicativePence)} a year.`);

export const planForms = {
  agreed: {
    action: 'Agree the support plan',
    day: { label: 'Date it was agreed', filledIn: 'nothing' },
    intro: indicative,
    questions: (now) => [
      {
        kind: 'one-of',
        name: 'agreedWith',
        label: 'Agreed with',
        missing: 'Select with whom it was agreed',
        options: optionsOf(askerWords),
      },
      ...planQuestions(now),
    ],
    facts: (answers) => ({ agreedWith: answers['agreedWith'], plan: planIn(answers) }),
    saveLabel: 'Agree the plan',
    more: moreLines,
  },
  'plan-changed': {
    action: 'Change the support plan',
    day: { label: 'First day of the change', filledIn: 'nothing' },
    intro: () =>
      html`<p>The change holds from its day. A reduction says how the person can have it reconsidered; for anything else that may be left empty.</p>`,
    questions: (now) => [reasonQuestion, { ...reconsiderationQuestion, optional: true }, ...planQuestions(now)],
    facts: (answers) => ({
      reason: answers['reason'],
      ...(answers['reconsideration'] === null ? {} : { reconsideration: answers['reconsideration'] }),
      plan: planIn(answers),
    }),
    start: (now) => {
      const plan = planOf(now.state);
      return { ...usualReconsideration(now), ...(plan === undefined ? {} : typedPlan(plan)) };
    },
    saveLabel: 'Change the plan',
    more: moreLines,
  },
} as const satisfies Record<string, BudgetForm>;
