import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { FamilyMessageFacts } from './facts.ts';

type Sent = Extract<FamilyMessageFacts, { kind: 'sent' }>;

/** What a family wrote, and how far its team has come with it. */
export interface FamilyMessageState {
  readonly sent: Sent;
  readonly sentOn: LocalDate;
  /** The team it lies with now, and since when. */
  readonly service: string;
  readonly withServiceSince: LocalDate;
  /** By the team it lies with now. */
  readonly readOn: LocalDate | null;
  readonly answers: readonly { readonly on: LocalDate; readonly text: string }[];
  readonly closedOn: LocalDate | null;
}

export function foldFamilyMessage(events: readonly CaseEvent<FamilyMessageFacts>[]): FamilyMessageState {
  const [first, ...rest] = events;
  if (first?.facts.kind !== 'sent') throw new TypeError('A message begins with being sent');
  let state: FamilyMessageState = {
    sent: first.facts,
    sentOn: first.on,
    service: first.facts.service,
    withServiceSince: first.on,
    readOn: null,
    answers: [],
    closedOn: null,
  };
  for (const { facts, on } of rest) state = after(state, facts, on);
  return state;
}

function after(state: FamilyMessageState, facts: FamilyMessageFacts, on: LocalDate): FamilyMessageState {
  switch (facts.kind) {
    case 'sent':
      return state;
    case 'read':
      return { ...state, readOn: state.readOn ?? on };
    case 'passed-on':
      return { ...state, service: facts.service, withServiceSince: on, readOn: null };
    case 'answered':
      // Whoever answers has read.
      return { ...state, readOn: state.readOn ?? on, answers: [...state.answers, { on, text: facts.text }] };
    case 'closed':
      return { ...state, readOn: state.readOn ?? on, closedOn: on };
  }
}
