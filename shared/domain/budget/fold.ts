/** What a budget is, from its events: everything that is ever said about a budget comes from here. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { BudgetFacts } from './facts.ts';
import { entryOf, type LedgerEntry, reversalOf } from './ledger.ts';
import { type BudgetStage, type BudgetState, type Decision, type DecisionKind, nothingYet, planOf } from './state.ts';

/** An event of a budget, as far as the rules go. */
export interface BudgetEvent {
  readonly id: string;
  readonly on: LocalDate;
  readonly facts: BudgetFacts;
}

/** The state that some events lead to. They are taken in the order given; those recorded in error are left out before. */
export function foldBudget(events: readonly BudgetEvent[]): BudgetState {
  return events.reduce(afterEvent, nothingYet);
}

/** The state after one more event. The event fits: refusal.ts has said so. */
export function afterEvent(state: BudgetState, event: BudgetEvent): BudgetState {
  const { on } = event;
  const lastEventOn = state.lastEventOn === undefined || state.lastEventOn < on ? on : state.lastEventOn;
  return { ...taken(state, event), lastEventOn };
}

function taken(state: BudgetState, { id, on, facts }: BudgetEvent): BudgetState {
  switch (facts.kind) {
    case 'requested':
      return { ...at(state, 'requested', on), request: facts, requestedOn: on };
    case 'found-eligible':
      return at(state, 'eligible', on);
    case 'found-not-eligible':
      return decided(at(state, 'not-eligible', on), state, { id, on, facts });
    case 'indicative-set':
      return { ...at(state, 'indicative', on), indicativePence: facts.annualPence };
    case 'planning-started':
      return at(state, 'planning', on);
    case 'agreed':
      return { ...at(state, 'agreed', on), plans: [...state.plans, { plan: facts.plan, from: facts.plan.startsOn }] };
    case 'agreement-signed':
      return { ...state, signedOn: on };
    case 'consent-given': {
      const consent = { by: facts.by, on, lacksCapacity: facts.lacksCapacity, withdrawnOn: undefined };
      return { ...state, consents: [...state.consents, consent] };
    }
    case 'consent-withdrawn':
      return {
        ...state,
        consents: state.consents.map((one) =>
          one.by === facts.by && one.withdrawnOn === undefined ? { ...one, withdrawnOn: on } : one,
        ),
      };
    case 'household-carer-approved':
      return { ...state, householdCarers: [...state.householdCarers, { on, facts }] };
    case 'went-live':
      return { ...at(state, 'live', on), liveOn: state.liveOn ?? on };
    case 'plan-changed': {
      const changed = { ...state, plans: [...state.plans, { plan: facts.plan, from: on }] };
      const { reconsideration } = facts;
      return reconsideration === undefined
        ? changed
        : decided(changed, state, { id, on, facts: { ...facts, reconsideration } });
    }
    case 'suspended':
      return decided({ ...at(state, 'suspended', on), suspension: { on, facts } }, state, { id, on, facts });
    case 'resumed':
      return { ...at(state, 'live', on), suspension: undefined };
    case 'ended':
      return decided({ ...at(state, 'ended', on), ended: { on, facts }, suspension: undefined }, state, {
        id,
        on,
        facts,
      });
    case 'review-held':
      return { ...state, reviews: [...state.reviews, { id, on, facts }] };
    case 'payment-made':
    case 'spent':
    case 'money-returned':
      return withEntry(state, entryOf(id, on, facts));
    case 'entry-reversed':
      return reversed(state, id, on, facts.entryId);
    case 'committed-set':
      return { ...state, committed: { ...state.committed, [facts.type]: facts.amountPence } };
    case 'recovery-noticed': {
      const returned = { returnedSurplusPence: 0, returnedOutsidePlanPence: 0, withdrawnOn: undefined };
      const noticed = { ...state, notices: [...state.notices, { id, on, facts, ...returned }] };
      return decided(noticed, state, { id, on, facts: { ...facts, reason: facts.explanation } });
    }
    case 'reconsideration-asked': {
      const { decisionId, reason } = facts;
      return {
        ...state,
        reconsiderations: [...state.reconsiderations, { id, on, decisionId, reason, decided: undefined }],
      };
    }
    case 'reconsideration-decided':
      return reconsidered(state, id, on, facts);
    case 'noted':
      return state;
  }
}

function at(state: BudgetState, stage: BudgetStage, from: LocalDate): BudgetState {
  return { ...state, stage, stages: [...state.stages, { stage, from }] };
}

/** Keeps a decision with what stood before it, so that it can be looked at again. */
function decided(
  state: BudgetState,
  before: BudgetState,
  {
    id,
    on,
    facts,
  }: {
    readonly id: string;
    readonly on: LocalDate;
    readonly facts: { readonly kind: DecisionKind; readonly reason: string; readonly reconsideration: string };
  },
): BudgetState {
  const { kind, reason, reconsideration } = facts;
  const decision: Decision = {
    id,
    on,
    kind,
    reason,
    reconsideration,
    before: { stage: before.stage, plan: planOf(before) },
  };
  return { ...state, decisions: [...state.decisions, decision] };
}

/** The state with an entry more. What was given back counts towards the notice that asked for it. */
export function withEntry(state: BudgetState, entry: LedgerEntry): BudgetState {
  const after = { ...state, entries: [...state.entries, entry] };
  return entry.what === 'returned' ? towardsNotice(after, entry, 1) : after;
}

function reversed(state: BudgetState, id: string, on: LocalDate, entryId: string): BudgetState {
  const entry = state.entries.find((one) => one.id === entryId);
  if (entry === undefined) return state;
  const entries = state.entries.map((one) => (one.id === entryId ? { ...one, reversedBy: id } : one));
  const after = { ...state, entries: [...entries, reversalOf(id, on, entry)] };
  return entry.what === 'returned' ? towardsNotice(after, entry, -1) : after;
}

/** Counts money given back towards the notice that asked for it, or takes it off again. */
function towardsNotice(
  state: BudgetState,
  {
    noticeId,
    of,
    amountPence,
  }: { readonly noticeId?: string | undefined; readonly of?: string | undefined; readonly amountPence: number },
  sign: 1 | -1,
): BudgetState {
  const more = (wanted: string) => (of === wanted ? sign * amountPence : 0);
  const notices = state.notices.map((notice) =>
    notice.id === noticeId
      ? {
          ...notice,
          returnedSurplusPence: notice.returnedSurplusPence + more('surplus'),
          returnedOutsidePlanPence: notice.returnedOutsidePlanPence + more('outside-plan'),
        }
      : notice,
  );
  return { ...state, notices };
}

function reconsidered(
  state: BudgetState,
  id: string,
  on: LocalDate,
  { askedId, outcome, reason }: BudgetFacts<'reconsideration-decided'>,
): BudgetState {
  const asked = state.reconsiderations.find((one) => one.id === askedId);
  const after: BudgetState = {
    ...state,
    reconsiderations: state.reconsiderations.map((one) =>
      one.id === askedId ? { ...one, decided: { id, on, outcome, reason } } : one,
    ),
  };
  const decision = state.decisions.find((one) => one.id === asked?.decisionId);
  return decision === undefined || outcome === 'upheld' ? after : overturned(after, decision, on);
}

/** An overturned decision: what stood before it stands again from that day. */
function overturned(state: BudgetState, { kind, id, before }: Decision, on: LocalDate): BudgetState {
  switch (kind) {
    case 'found-not-eligible':
      return at(state, 'requested', on);
    case 'suspended':
      return { ...at(state, 'live', on), suspension: undefined };
    case 'ended':
      return { ...at(state, before.stage, on), ended: undefined };
    case 'plan-changed':
      return before.plan === undefined ? state : { ...state, plans: [...state.plans, { plan: before.plan, from: on }] };
    case 'recovery-noticed':
      return {
        ...state,
        notices: state.notices.map((notice) => (notice.id === id ? { ...notice, withdrawnOn: on } : notice)),
      };
  }
}
