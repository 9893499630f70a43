/** What the history of one service's advice has made of it on a day. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { CaseContext } from '../case/case-type.ts';
import { ehcAdviceChases, nextChase } from '../deadline/chase.ts';
import type { AdviceFacts, AdviceFactsOf } from './advice-facts.ts';
import { type AdviceTimeliness, adviceTimeliness } from './advice-limit.ts';
import { qualityScore } from './quality.ts';
import { type EhcRuleSet, ehcRulesOn } from './rule-set.ts';

/** How advice was answered. Each of them ends the duty. */
export const adviceReplies = ['returned', 'not-known', 'existing-advice-accepted'] as const;
export type AdviceReply = (typeof adviceReplies)[number];

export interface AdviceState {
  readonly assessmentId: string;
  readonly requestEventId: string;
  readonly service: string;
  readonly familyAsked: boolean;
  readonly rules: EhcRuleSet;
  readonly receivedOn: LocalDate;
  readonly passedOnOn: LocalDate | null;
  readonly missedOn: readonly LocalDate[];
  readonly exceptions: readonly (AdviceFactsOf<'exception'> & { readonly on: LocalDate })[];
  readonly delays: readonly { readonly on: LocalDate; readonly why: AdviceFactsOf<'delay-explained'>['why'] }[];
  readonly chasedOn: readonly LocalDate[];
  /** The day from which the body is to be chased next; null once nothing is owed. */
  readonly chaseFrom: LocalDate | null;
  readonly reply: { readonly on: LocalDate; readonly how: AdviceReply } | null;
  readonly withdrawnOn: LocalDate | null;
  readonly timeliness: AdviceTimeliness;
  readonly quality: { readonly on: LocalDate; readonly score: number | null } | null;
}

type Draft = { -readonly [K in keyof AdviceState]: AdviceState[K] };

/** Folds events that stand, in the order of their days; the first is the asking. */
export function foldAdvice(events: readonly CaseEvent<AdviceFacts>[], { asAt }: CaseContext): AdviceState {
  const [opening] = events;
  if (opening?.facts.kind !== 'asked') throw new RangeError('Advice begins with being asked for');
  const state = opened(opening.on, opening.facts);
  for (const { on, facts } of events.slice(1)) apply(state, on, facts);
  const { receivedOn, reply, withdrawnOn, exceptions, rules } = state;
  const course = { receivedOn, repliedOn: reply?.on ?? null, withdrawnOn, excepted: exceptions.length > 0 };
  state.timeliness = adviceTimeliness(course, asAt, rules);
  state.chaseFrom =
    reply === null && withdrawnOn === null
      ? (nextChase(ehcAdviceChases, receivedOn, state.chasedOn.at(-1)) ?? null)
      : null;
  return state;
}

function opened(receivedOn: LocalDate, facts: AdviceFactsOf<'asked'>): Draft {
  const { assessmentId, requestEventId, service, familyAsked } = facts;
  const rules = ehcRulesOn(receivedOn);
  const course = { receivedOn, repliedOn: null, withdrawnOn: null, excepted: false };
  return {
    assessmentId,
    requestEventId,
    service,
    familyAsked,
    rules,
    receivedOn,
    passedOnOn: null,
    missedOn: [],
    exceptions: [],
    delays: [],
    chasedOn: [],
    chaseFrom: null,
    reply: null,
    withdrawnOn: null,
    timeliness: adviceTimeliness(course, receivedOn, rules),
    quality: null,
  };
}

function apply(state: Draft, on: LocalDate, facts: AdviceFacts): void {
  switch (facts.kind) {
    case 'passed-on':
      state.passedOnOn = on;
      break;
    case 'chased':
      state.chasedOn = [...state.chasedOn, on];
      break;
    case 'delay-explained':
      state.delays = [...state.delays, { on, why: facts.why }];
      break;
    case 'appointment-missed':
      state.missedOn = [...state.missedOn, on];
      break;
    case 'exception':
      state.exceptions = [...state.exceptions, { ...facts, on }];
      break;
    case 'returned':
    case 'not-known':
    case 'existing-advice-accepted':
      state.reply = { on, how: facts.kind };
      break;
    case 'quality-checked':
      state.quality = { on, score: qualityScore(facts.checklist) };
      break;
    case 'withdrawn':
      state.withdrawnOn = on;
      break;
    case 'asked':
    case 'noted':
      break;
  }
}
