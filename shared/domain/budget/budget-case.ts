/** A personal health budget as a case: what the machinery of every dated duty asks of it. */
import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseContext, CaseSummary, CaseType } from '../case/case-type.ts';
import { invalid } from '../error.ts';
import type { Policy } from '../policy/policy.ts';
import { budgetDeadlines } from './budget-deadlines.ts';
import { type BudgetType, strongestType } from './budget-type.ts';
import { budgetCheckpoints } from './checkpoint.ts';
import { directPaymentRefusal } from './direct-payment.ts';
import { type BudgetFacts, budgetFactsSchema, ledgerKinds } from './facts.ts';
import { afterEvent, foldBudget } from './fold.ts';
import { budgetRefusal } from './judge.ts';
import { balanceOf, openNotices } from './money.ts';
import type { BudgetContext } from './refusal.ts';
import { type BudgetStage, type BudgetState, isOpenBudget, isReconsidered, nothingYet, planOf } from './state.ts';

export const budgetCase: CaseType<BudgetFacts, BudgetState> = {
  kind: 'budget',
  facts: budgetFactsSchema,
  opens: ['requested'],
  fold: (events) => foldBudget(events),
  after: (state, event) => afterEvent(state ?? nothingYet, event),
  checkpoints: budgetCheckpoints,
  judge(state, event, context) {
    const refusal = budgetRefusal(state ?? nothingYet, event, budgetContextOf(context));
    if (refusal !== undefined) throw invalid(refusal.code, refusal.message, [refusal]);
  },
  uncorrectable: ({ kind }) =>
    ledgerKinds.has(kind)
      ? { code: 'reverse-instead', message: 'An entry of the ledger stays. Record a reversing entry instead' }
      : undefined,
  deadlines: (state, context) => budgetDeadlines(state, budgetContextOf(context)),
  service: (_state, policy) => budgetServiceOf(policy),
  summary,
  // What was refused or has ended stays on the list while money is asked back, or somebody waits for an answer.
  isOpen: (state) => isOpenBudget(state) || openNotices(state).length > 0 || isReconsidered(state),
};

/** What the rules of budgets take of what every case is folded with. */
export function budgetContextOf({ policy, person }: Pick<CaseContext, 'policy' | 'person'>): BudgetContext {
  return { policy: policy.budgets, birthDate: person.birthDate };
}

/** The team that works budgets. */
function budgetServiceOf(policy: Pick<Policy, 'cases'>): string {
  return kindPolicyOf(policy, 'budget').services[0] ?? 'personal-health-budgets';
}

/** Whose turn it is at each stage. */
const turns: Readonly<Record<BudgetStage, CaseSummary['waitingOn']>> = {
  void: null,
  requested: 'us',
  'not-eligible': null,
  eligible: 'us',
  indicative: 'us',
  planning: 'family',
  agreed: 'us',
  live: null,
  suspended: 'us',
  ended: null,
};

function summary(state: BudgetState, context: CaseContext): CaseSummary {
  // What is years away is planned for, and is nobody's next step yet.
  const [next] = budgetDeadlines(state, budgetContextOf(context))
    .filter(({ start }) => start <= context.asAt)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const plan = planOf(state);
  const types = plan?.parts.map(({ type }) => type) ?? [];
  return {
    status: state.stage,
    due: next === undefined ? null : { on: next.due, what: next.kind },
    waitingOn: next?.kind === 'budget-recovery' || isConsentMissing(state, context) ? 'family' : turns[state.stage],
    group: strongestType(types) ?? null,
    more: [typesText(types), String(plan?.annualPence ?? ''), String(balanceOf(state))],
  };
}

/** Whether a direct payment that is agreed or running waits for an agreement or a consent. */
function isConsentMissing(state: BudgetState, context: CaseContext): boolean {
  const isPaying = state.stage === 'agreed' || state.stage === 'live';
  return isPaying && directPaymentRefusal(state, context.asAt, budgetContextOf(context)) !== undefined;
}

function typesText(types: readonly BudgetType[]): string {
  return types.toSorted().join(' ');
}
