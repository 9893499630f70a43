/** What a budget is on a day: the answer of the fold of its events (fold.ts). Every field is derived; nothing here is stored as truth. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { BudgetType } from './budget-type.ts';
import type { Consent } from './consent.ts';
import type { BudgetFacts } from './facts.ts';
import type { LedgerEntry } from './ledger.ts';
import type { SupportPlan } from './plan.ts';

/** Where a budget stands, in the order of its life. */
export const budgetStages = [
  'void', // no request stands: it was recorded in error
  'requested',
  'not-eligible',
  'eligible',
  'indicative',
  'planning',
  'agreed',
  'live',
  'suspended',
  'ended',
] as const;
export type BudgetStage = (typeof budgetStages)[number];

/** From which day it stood where. */
export interface StageSpell {
  readonly stage: BudgetStage;
  readonly from: LocalDate;
}

/** From which day a plan was the agreed one. */
export interface PlanSpell {
  readonly plan: SupportPlan;
  readonly from: LocalDate;
}

export interface Review {
  readonly id: string;
  readonly on: LocalDate;
  readonly facts: BudgetFacts<'review-held'>;
}

/** A notice that asks money back. */
export interface Notice {
  readonly id: string;
  readonly on: LocalDate;
  readonly facts: BudgetFacts<'recovery-noticed'>;
  readonly returnedSurplusPence: number;
  readonly returnedOutsidePlanPence: number;
  /** The day a reconsideration overturned it. */
  readonly withdrawnOn: LocalDate | undefined;
}

/** A decision that the person may ask to be looked at again. */
export interface Decision {
  readonly id: string;
  readonly on: LocalDate;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly reconsideration: string;
  /** Where the budget stood, and the plan it had, just before: what an overturned decision goes back to. */
  readonly before: { readonly stage: BudgetStage; readonly plan: SupportPlan | undefined };
}
export type DecisionKind = 'found-not-eligible' | 'plan-changed' | 'suspended' | 'ended' | 'recovery-noticed';

export interface Reconsideration {
  readonly id: string;
  readonly on: LocalDate;
  readonly decisionId: string;
  readonly reason: string;
  readonly decided:
    | {
        readonly id: string;
        readonly on: LocalDate;
        readonly outcome: 'upheld' | 'overturned';
        readonly reason: string;
      }
    | undefined;
}

export interface BudgetState {
  readonly stage: BudgetStage;
  readonly stages: readonly StageSpell[];
  readonly request: BudgetFacts<'requested'> | undefined;
  readonly requestedOn: LocalDate | undefined;
  readonly indicativePence: number | undefined;
  /** Each plan that was agreed, the one in force last. */
  readonly plans: readonly PlanSpell[];
  readonly signedOn: LocalDate | undefined;
  readonly consents: readonly Consent[];
  readonly liveOn: LocalDate | undefined;
  readonly ended: { readonly on: LocalDate; readonly facts: BudgetFacts<'ended'> } | undefined;
  readonly suspension: { readonly on: LocalDate; readonly facts: BudgetFacts<'suspended'> } | undefined;
  readonly entries: readonly LedgerEntry[];
  readonly committed: Readonly<Record<BudgetType, number>>;
  readonly reviews: readonly Review[];
  readonly notices: readonly Notice[];
  readonly decisions: readonly Decision[];
  readonly reconsiderations: readonly Reconsideration[];
  readonly householdCarers: readonly {
    readonly on: LocalDate;
    readonly facts: BudgetFacts<'household-carer-approved'>;
  }[];
  readonly lastEventOn: LocalDate | undefined;
}

export const nothingYet: BudgetState = {
  stage: 'void',
  stages: [],
  request: undefined,
  requestedOn: undefined,
  indicativePence: undefined,
  plans: [],
  signedOn: undefined,
  consents: [],
  liveOn: undefined,
  ended: undefined,
  suspension: undefined,
  entries: [],
  committed: { 'direct-payment': 0, 'third-party': 0, notional: 0 },
  reviews: [],
  notices: [],
  decisions: [],
  reconsiderations: [],
  householdCarers: [],
  lastEventOn: undefined,
};

/** The plan in force: the last one agreed. */
export function planOf(state: BudgetState): SupportPlan | undefined {
  return state.plans.at(-1)?.plan;
}

/** Where it stood on a day: what it came to be that day counts. */
export function stageOn(state: BudgetState, day: LocalDate): BudgetStage {
  return state.stages.findLast(({ from }) => from <= day)?.stage ?? 'void';
}

/** Whether anybody waits for an answer to a request for reconsideration. */
export function isReconsidered({ reconsiderations }: BudgetState): boolean {
  return reconsiderations.some(({ decided }) => decided === undefined);
}

/** Whether a budget still goes on: asked for or running, and neither refused nor ended. */
export function isOpenBudget({ stage }: BudgetState): boolean {
  return stage !== 'void' && stage !== 'not-eligible' && stage !== 'ended';
}
