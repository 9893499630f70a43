/** Invented budgets: some sixty, at every stage of their life and held in every way, told as what happened day by day. */
import { nextReview } from '../../../shared/domain/budget/budget-deadlines.ts';
import { recommendedBudgetPolicy } from '../../../shared/domain/budget/budget-policy.ts';
import type { BudgetType } from '../../../shared/domain/budget/budget-type.ts';
import { ownConsentFrom } from '../../../shared/domain/budget/consent.ts';
import type { BudgetFacts } from '../../../shared/domain/budget/facts.ts';
import { afterEvent, type BudgetEvent } from '../../../shared/domain/budget/fold.ts';
import { budgetRefusal } from '../../../shared/domain/budget/judge.ts';
import { plannedPayments, pocket, pocketSurplus } from '../../../shared/domain/budget/money.ts';
import type { SupportPlan } from '../../../shared/domain/budget/plan.ts';
import { type BudgetState, nothingYet } from '../../../shared/domain/budget/state.ts';
import { addDays, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Chance } from './random.ts';

export interface BudgetHappening {
  readonly on: LocalDate;
  readonly facts: BudgetFacts;
}

/** How far a budget has come, and how many of them there are. */
const ways = [
  ['requested', 5],
  ['refused', 3],
  ['reconsidered', 2],
  ['eligible', 3],
  ['planning', 4],
  ['agreed', 3],
  ['live', 26],
  ['piling-up', 4],
  ['outside-plan', 3],
  ['suspended', 3],
  ['ended', 4],
] as const;
type Way = (typeof ways)[number][0];

/** Every budget there is to be, in order. */
export const budgetWays: readonly Way[] = ways.flatMap(([way, count]) => Array.from({ length: count }, () => way));

const route = 'Write to or ring the personal health budgets team within 28 days';
const goals = [
  'Swims with friends each week',
  'Sleeps through the night',
  'Sits up for school work without pain',
  'Goes out with one carer instead of two',
] as const;
const purposes = ['Personal assistant', 'Equipment', 'Therapy at home', 'Short breaks'] as const;

/** What happened to one budget up to today, as the rules allow it. */
export function inventBudget(
  chance: Chance,
  way: Way,
  birthDate: LocalDate,
  today: LocalDate,
): readonly BudgetHappening[] {
  const story = new Story(birthDate, today);
  const age = chance.whole(120, way === 'ended' ? 800 : 700);
  const begun =
    way === 'live' || way === 'piling-up' || way === 'outside-plan' || way === 'suspended' || way === 'ended';
  const requestedOn = addDays(today, -(begun ? age : chance.whole(3, 60)));
  story.tell(requestedOn, {
    kind: 'requested',
    right: chance.pick(['continuing-care', 'continuing-care', 'ehc-plan', 'wheelchair']),
    askedBy: 'parent',
  });
  if (way === 'requested') return story.told;
  const decidedOn = addDays(requestedOn, 1);
  if (way === 'refused' || way === 'reconsidered') {
    story.tell(decidedOn, {
      kind: 'found-not-eligible',
      reason: 'Not in continuing care, and no other right',
      reconsideration: route,
    });
    if (way === 'reconsidered')
      story.tell(addDays(decidedOn, 1), {
        kind: 'reconsideration-asked',
        decisionId: story.idOf('found-not-eligible'),
        askedBy: 'parent',
        reason: 'The needs have grown since the assessment',
      });
    return story.told;
  }
  story.tell(decidedOn, { kind: 'found-eligible', reason: 'Assessed as eligible' });
  if (way === 'eligible') return story.told;
  const plan = inventPlan(chance, addDays(requestedOn, begun ? 30 : 3));
  story.tell(decidedOn, { kind: 'indicative-set', annualPence: plan.annualPence, allTypesOffered: true });
  story.tell(decidedOn, { kind: 'planning-started' });
  if (way === 'planning') return story.told;
  story.tell(addDays(decidedOn, 1), { kind: 'agreed', plan, agreedWith: 'parent' });
  if (way === 'agreed') return story.told;
  const by = ownConsentFrom(birthDate) <= plan.startsOn ? 'young-person' : 'representative';
  story.tell(plan.startsOn, { kind: 'consent-given', by, lacksCapacity: false });
  story.tell(plan.startsOn, { kind: 'agreement-signed', signedBy: by, accountChecked: true });
  story.tell(plan.startsOn, { kind: 'went-live' });
  const lastDay = way === 'suspended' || way === 'ended' ? addDays(today, -40) : today;
  live(chance, story, way, lastDay);
  finish(story, way, lastDay);
  return story.told;
}

/** Payments as they are planned, spending behind them, and reviews more or less when they are due. */
function live(chance: Chance, story: Story, way: Way, lastDay: LocalDate): void {
  const share = way === 'piling-up' ? 0.25 : 0.92;
  const lateBy = chance.pick([-6, -3, 0, 9, 400]);
  for (let day = story.state.liveOn ?? lastDay; day <= lastDay; day = addDays(day, 1)) {
    for (const { on, type, amountPence } of plannedPayments(story.state, day)) {
      if (on !== day) continue;
      story.tell(day, { kind: 'payment-made', type, amountPence });
      spend(story, type, Math.floor(amountPence * share), addDays(day, 12), lastDay);
    }
    const own = ownConsentFrom(story.birthDate);
    if (day === addDays(own, 5) && chance.happens(0.7))
      story.tell(day, { kind: 'consent-given', by: 'young-person', lacksCapacity: false });
    const review = nextReview(story.state, story.context);
    if (review !== undefined && addDays(review.due, lateBy) === day)
      story.tell(day, {
        kind: 'review-held',
        outcome: way === 'piling-up' ? 'recover-surplus' : 'continue',
        goalsMet: chance.whole(0, 2),
        note: 'Looked at the plan, the spending and the goals together',
      });
  }
  if (way === 'outside-plan') {
    const held = pocket(story.state, 'direct-payment');
    story.tell(lastDay, {
      kind: 'spent',
      type: 'direct-payment',
      amountPence: Math.min(35_000, held.balancePence),
      category: null,
      payee: 'other',
    });
  }
}

function spend(story: Story, type: BudgetType, amountPence: number, on: LocalDate, lastDay: LocalDate): void {
  const category = story.state.plans.at(-1)?.plan.categories[0]?.code ?? null;
  if (amountPence > 0 && on <= lastDay)
    story.later(on, { kind: 'spent', type, amountPence, category, payee: 'personal-assistant' });
}

function finish(story: Story, way: Way, lastDay: LocalDate): void {
  if (way === 'suspended')
    story.tell(lastDay, {
      kind: 'suspended',
      why: 'in-hospital',
      reason: 'A long stay in hospital',
      reconsideration: route,
    });
  if (way === 'ended')
    story.tell(lastDay, {
      kind: 'ended',
      why: 'person-chose',
      reason: 'The family chose another way',
      reconsideration: route,
    });
  const there = pocketSurplus(story.state, 'direct-payment', recommendedBudgetPolicy);
  if (way !== 'piling-up' || there.surplusPence === 0) return;
  story.tell(lastDay, {
    kind: 'review-held',
    outcome: 'recover-surplus',
    goalsMet: 0,
    note: 'Money has piled up: care could not be found',
  });
  story.tell(lastDay, {
    kind: 'recovery-noticed',
    type: 'direct-payment',
    reasons: ['accumulated-unspent'],
    explanation: 'A substantial part is unspent and has accumulated',
    surplusPence: there.surplusPence,
    outsidePlanPence: 0,
    payBy: addDays(lastDay, 28),
    payer: 'representative',
    reconsideration: route,
  });
}

function inventPlan(chance: Chance, startsOn: LocalDate): SupportPlan {
  const annualPence = chance.whole(40, 320) * 10_000 + chance.whole(0, 99);
  const types = chance.weighted<readonly BudgetType[]>([
    [['direct-payment'], 5],
    [['third-party'], 2],
    [['notional'], 3],
    [['direct-payment', 'notional'], 2],
  ]);
  const [first = 'notional', second] = types;
  const rest = second === undefined ? 0 : Math.floor(annualPence / 4);
  const [one, other] = [chance.pick(goals.slice(0, 2)), chance.pick(goals.slice(2))];
  const main = Math.floor(annualPence * 0.8);
  return {
    annualPence,
    startsOn,
    endsOn: null,
    oneOff: false,
    parts: [
      { type: first, annualPence: annualPence - rest },
      ...(second === undefined ? [] : [{ type: second, annualPence: rest }]),
    ],
    payments: { rhythm: chance.pick(['four-weekly', 'monthly', 'monthly', 'quarterly']), firstOn: startsOn },
    goals: [
      { code: 'goal-1', text: one },
      { code: 'goal-2', text: other },
    ],
    categories: [
      { code: 'personal-assistant', name: purposes[0], annualPence: main, goals: ['goal-1', 'goal-2'] },
      { code: 'equipment', name: purposes[1], annualPence: annualPence - main, goals: ['goal-2'] },
    ],
  };
}

/** A budget as it is being told: what the rules refuse is left out, as nobody could have recorded it. */
class Story {
  readonly told: (BudgetHappening & BudgetEvent)[] = [];
  readonly birthDate: LocalDate;
  readonly context: { readonly policy: typeof recommendedBudgetPolicy; readonly birthDate: LocalDate };
  state: BudgetState = nothingYet;
  readonly #today: LocalDate;
  #waiting: BudgetHappening[] = [];

  constructor(birthDate: LocalDate, today: LocalDate) {
    this.birthDate = birthDate;
    this.context = { policy: recommendedBudgetPolicy, birthDate };
    this.#today = today;
  }

  tell(on: LocalDate, facts: BudgetFacts): void {
    const due = this.#waiting.filter((one) => one.on <= on);
    this.#waiting = this.#waiting.filter((one) => one.on > on);
    for (const one of [...due, { on, facts }]) this.#take(one);
  }

  /** Something of a later day, told when that day has come. */
  later(on: LocalDate, facts: BudgetFacts): void {
    this.#waiting.push({ on, facts });
  }

  idOf(kind: BudgetFacts['kind']): string {
    return this.told.findLast(({ facts }) => facts.kind === kind)?.id ?? '';
  }

  #take({ on, facts }: BudgetHappening): void {
    const event = { id: `told-${this.told.length}`, on, facts };
    if (on > this.#today || budgetRefusal(this.state, event, this.context) !== undefined) return;
    this.state = afterEvent(this.state, event);
    this.told.push(event);
  }
}
