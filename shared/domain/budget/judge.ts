/** Whether an event fits behind what stood before it: the machine of a budget's life, with what each step needs. */
import type { Issue } from '../error.ts';
import { ownConsentFrom } from './consent.ts';
import { directPaymentRefusal } from './direct-payment.ts';
import type { BudgetEventKind, BudgetFacts } from './facts.ts';
import { moneyRefusal } from './judge-money.ts';
import { noticeRefusal } from './judge-notice.ts';
import { partPence } from './money.ts';
import { planFault, type SupportPlan } from './plan.ts';
import { type BudgetContext, badDay, badFact, badKind, type Judged } from './refusal.ts';
import { type BudgetStage, type BudgetState, isOpenBudget, planOf } from './state.ts';

const beforeAgreed: readonly BudgetStage[] = ['requested', 'eligible', 'indicative', 'planning'];
const running: readonly BudgetStage[] = ['live', 'suspended'];

/** In which stages each event can happen. */
export const stagesOf: Readonly<Record<BudgetEventKind, readonly BudgetStage[]>> = {
  requested: ['void'],
  'found-eligible': ['requested'],
  'found-not-eligible': ['requested'],
  'indicative-set': ['eligible', 'indicative', 'planning'],
  'planning-started': ['indicative'],
  agreed: ['planning'],
  'agreement-signed': ['agreed', 'live', 'suspended'],
  'consent-given': [...beforeAgreed, 'agreed', ...running],
  'consent-withdrawn': [...beforeAgreed, 'agreed', ...running],
  'household-carer-approved': ['agreed', ...running],
  'went-live': ['agreed'],
  'plan-changed': ['agreed', ...running],
  suspended: ['live'],
  resumed: ['suspended'],
  ended: [...beforeAgreed, 'agreed', ...running],
  'review-held': running,
  'payment-made': ['agreed', 'live'],
  spent: ['agreed', ...running, 'ended'],
  'committed-set': ['agreed', ...running, 'ended'],
  'money-returned': ['agreed', ...running, 'ended'],
  'entry-reversed': ['agreed', ...running, 'ended'],
  'recovery-noticed': [...running, 'ended'],
  'reconsideration-asked': ['not-eligible', 'agreed', ...running, 'ended'],
  'reconsideration-decided': ['not-eligible', 'agreed', ...running, 'ended'],
  noted: [...beforeAgreed, 'not-eligible', 'agreed', ...running, 'ended'],
};

/** What is wrong with an event, given the budget just before it; undefined when nothing is. */
export function budgetRefusal(state: BudgetState, event: Judged, context: BudgetContext): Issue | undefined {
  return stageRefusal(state, event) ?? factRefusal(state, event, context);
}

function stageRefusal(state: BudgetState, { facts }: Judged): Issue | undefined {
  if (stagesOf[facts.kind].includes(state.stage)) return undefined;
  if (facts.kind === 'payment-made' && state.stage === 'suspended')
    return badKind('suspended', 'Payments are suspended. Resume the budget first');
  if (facts.kind === 'payment-made' && isOpenBudget(state))
    return badKind('not-agreed', 'Nothing is paid before the support plan is agreed');
  return badKind('not-now', 'This cannot happen to the budget as it stands. Look at its history');
}

function factRefusal(state: BudgetState, event: Judged, context: BudgetContext): Issue | undefined {
  const { facts } = event;
  switch (facts.kind) {
    case 'agreed':
      return planRefusal(facts.plan);
    case 'agreement-signed':
      return needsDirectPayment(planOf(state));
    case 'plan-changed':
      return planRefusal(facts.plan) ?? changeRefusal(state, event, facts);
    case 'went-live':
      return liveRefusal(state, event, context);
    case 'consent-given':
      return consentRefusal(event, facts, context);
    case 'consent-withdrawn':
      return state.consents.some(({ by, withdrawnOn }) => by === facts.by && withdrawnOn === undefined)
        ? undefined
        : badFact('by', 'no-such-consent', 'There is no consent of theirs to withdraw');
    case 'payment-made':
    case 'spent':
    case 'committed-set':
    case 'money-returned':
    case 'entry-reversed':
      return moneyRefusal(state, event, facts, context);
    case 'recovery-noticed':
      return noticeRefusal(state, event, facts, context);
    case 'reconsideration-asked':
      return askedRefusal(state, facts);
    case 'reconsideration-decided':
      return decidedRefusal(state, facts);
    default:
      return undefined;
  }
}

function planRefusal(plan: SupportPlan): Issue | undefined {
  const fault = planFault(plan);
  return fault && badFact(`plan/${fault.at}`, fault.code, fault.message);
}

function changeRefusal(state: BudgetState, { on }: Judged, facts: BudgetFacts<'plan-changed'>): Issue | undefined {
  const before = planOf(state);
  if (before === undefined) return undefined;
  if (facts.plan.oneOff !== before.oneOff)
    return badFact('plan/oneOff', 'one-off-fixed', 'A budget that is given once stays so. End it, and agree another');
  if (facts.plan.startsOn !== before.startsOn)
    return badFact(
      'plan/startsOn',
      'start-fixed',
      'The day the plan started does not change. The change holds from its own day',
    );
  if (on < before.startsOn)
    return badDay('date-order', 'The plan has not started on this day. Correct the agreement instead');
  if (facts.plan.annualPence < before.annualPence && facts.reconsideration === undefined)
    return badFact(
      'reconsideration',
      'reconsideration-needed',
      'A reduction says how the person may ask for it to be reconsidered',
    );
  return undefined;
}

function needsDirectPayment(plan: SupportPlan | undefined): Issue | undefined {
  return partPence(plan, 'direct-payment') > 0
    ? undefined
    : badKind('no-direct-payment', 'Only a direct payment has such an agreement, and this plan has none');
}

function liveRefusal(state: BudgetState, { on }: Judged, context: BudgetContext): Issue | undefined {
  const plan = planOf(state);
  if (plan !== undefined && on < plan.startsOn)
    return badDay('before-start', 'The plan starts later than this day. Check the date');
  return directPaymentRefusal(state, on, context);
}

function consentRefusal(
  { on }: Judged,
  { by, lacksCapacity }: BudgetFacts<'consent-given'>,
  { birthDate }: BudgetContext,
): Issue | undefined {
  const is16 = on >= ownConsentFrom(birthDate);
  if (by === 'young-person' && !is16)
    return badFact(
      'by',
      'under-16',
      'Under 16 a representative consents. From the 16th birthday the young person does',
    );
  if (by === 'young-person' && lacksCapacity)
    return badFact('lacksCapacity', 'lacks-capacity', 'Somebody who lacks capacity for this does not consent to it');
  if (by === 'representative' && is16 && !lacksCapacity)
    return badFact(
      'lacksCapacity',
      'capacity-presumed',
      'From 16 capacity is presumed: a representative consents only where it was assessed that the young person lacks it',
    );
  return undefined;
}

function askedRefusal(state: BudgetState, { decisionId }: BudgetFacts<'reconsideration-asked'>): Issue | undefined {
  const decision = state.decisions.find(({ id }) => id === decisionId);
  if (decision === undefined)
    return badFact('decisionId', 'decision-unknown', 'This budget has no such decision. Choose one from its history');
  if (state.reconsiderations.some((one) => one.decisionId === decisionId))
    return badFact('decisionId', 'reconsidered-before', 'This decision has been taken up for reconsideration already');
  return undefined;
}

function decidedRefusal(
  state: BudgetState,
  { askedId, outcome }: BudgetFacts<'reconsideration-decided'>,
): Issue | undefined {
  const asked = state.reconsiderations.find(({ id }) => id === askedId);
  if (asked === undefined) return badFact('askedId', 'request-unknown', 'There is no such request for reconsideration');
  if (asked.decided !== undefined)
    return badFact('askedId', 'decided-before', 'This request for reconsideration has been decided already');
  const decision = state.decisions.find(({ id }) => id === asked.decisionId);
  const stageGone =
    (decision?.kind === 'ended' && state.stage !== 'ended') ||
    (decision?.kind === 'suspended' && state.stage !== 'suspended') ||
    (decision?.kind === 'plan-changed' && state.stage === 'ended');
  return outcome === 'overturned' && stageGone
    ? badFact('outcome', 'not-standing', 'The decision no longer stands, so that there is nothing to overturn')
    : undefined;
}
