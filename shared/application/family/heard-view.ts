/** What a family sees of what it said itself: its own messages with their answers, its goals, the questions it is asked. */
import type { Grant } from '../../domain/access/family-access.ts';
import type { Part } from '../../domain/access/part.ts';
import { rightsTimeline } from '../../domain/calendar/age.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { CaseFacts } from '../../domain/case/case.ts';
import type { CaseType } from '../../domain/case/case-type.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import type { MessageTopic } from '../../domain/family-message/facts.ts';
import { familyMessageType } from '../../domain/family-message/family-message-type.ts';
import type { FamilyMessageState } from '../../domain/family-message/state.ts';
import type { FeedbackFacts } from '../../domain/feedback/facts.ts';
import { feedbackType } from '../../domain/feedback/feedback-type.ts';
import { type AskedFeedback, feedbackAsked } from '../../domain/feedback/occasions.ts';
import { type HealthGoalsState, healthGoalsType } from '../../domain/health-goals/health-goals-type.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { caseContext } from '../case/case-entry.ts';
import type { PersonRecord } from '../ports/people.ts';
import type { FamilyWait } from './family-wait.ts';

/** A message as whoever wrote it sees it. What staff say to each other about it is not here. */
export interface FamilyMessage {
  readonly messageId: string;
  readonly topic: MessageTopic;
  readonly sentOn: LocalDate;
  readonly text: string | null;
  readonly isRead: boolean;
  readonly answers: readonly { readonly on: LocalDate; readonly text: string }[];
  readonly isClosed: boolean;
}

export interface FamilyGoal {
  readonly goal: number;
  readonly text: string;
  readonly target: number;
  readonly agreedOn: LocalDate;
  readonly ratings: readonly { readonly on: LocalDate; readonly rating: number }[];
}

/** A question that is open, in the version that this reader is asked in. */
export interface FamilyQuestion extends AskedFeedback {
  readonly version: FeedbackFacts['version'];
}

export interface HeardView {
  /** The last first. */
  readonly messages: readonly FamilyMessage[];
  readonly goals: readonly FamilyGoal[];
  readonly asked: readonly FamilyQuestion[];
}

/** Where the view is made from. */
interface HeardContext {
  readonly policy: Policy;
  readonly grant: Grant;
  readonly parts: readonly Part[];
  readonly today: LocalDate;
  readonly waits: readonly FamilyWait[];
}

export function heardView(record: PersonRecord, { policy, grant, parts, today, waits }: HeardContext): HeardView {
  const states = <S>(type: CaseType<CaseFacts, S>): readonly { readonly caseId: string; readonly state: S }[] =>
    record.cases.flatMap(({ record: kept }) => {
      if (kept.kind !== type.kind) return [];
      const context = caseContext({ policy, types: new Map() }, record.person.details, today);
      const state = stateOfCase(type, kept, context);
      return state === undefined ? [] : [{ caseId: kept.id, state }];
    });
  const writes = parts.includes('messages');
  return {
    // Another household's words, and what they were answered, are that household's alone.
    messages: (writes ? states(familyMessageType) : [])
      .filter(({ state }) => state.sent.grantId === grant.id)
      .map(({ caseId, state }) => messageOf(caseId, state))
      .toSorted((a, b) => (a.sentOn > b.sentOn ? -1 : 1)),
    goals: parts.includes('health') ? states(healthGoalsType).flatMap(({ state }) => goalsOf(state)) : [],
    asked: writes
      ? feedbackAsked(
          waits,
          states(feedbackType).flatMap(({ state }) => (state.grantId === grant.id ? [state] : [])),
        ).map((one) => ({ ...one, version: versionFor(grant, record.person.details, today) }))
      : [],
  };
}

/** Children are asked in words of their own until they are 16; after that as young people. */
function versionFor(
  { holder }: Grant,
  { birthDate }: { readonly birthDate: LocalDate },
  today: LocalDate,
): FamilyQuestion['version'] {
  if (holder === 'adult') return 'parent';
  return today >= rightsTimeline(birthDate).healthConsentFrom ? 'young-person' : 'child';
}

function messageOf(messageId: string, { sent, sentOn, readOn, answers, closedOn }: FamilyMessageState): FamilyMessage {
  return {
    messageId,
    topic: sent.topic,
    sentOn,
    text: sent.text,
    isRead: readOn !== null,
    answers,
    isClosed: closedOn !== null,
  };
}

function goalsOf({ goals }: HealthGoalsState): readonly FamilyGoal[] {
  return goals
    .filter(({ ended }) => ended === null)
    .map(({ goal, text, target, agreedOn, ratings, ratedOn }) => ({
      goal,
      text,
      target,
      agreedOn,
      ratings: ratings.map((rating, at) => ({ rating, on: ratedOn[at] ?? agreedOn })),
    }));
}
