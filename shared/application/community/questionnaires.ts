/** Questionnaires, for staff: written, opened, closed, counted with small numbers hidden, and shared back. */
import { countedAnswers, writtenAnswers } from '../../domain/community/answers.ts';
import {
  newQuestionnaire,
  type OutcomeLines,
  type Questionnaire,
  type QuestionnaireDetails,
  type QuestionnaireWork,
  workedQuestionnaire,
} from '../../domain/community/questionnaire.ts';
import { notFound } from '../../domain/error.ts';
import { suppressionRules } from '../../domain/indicator/suppression/rule.ts';
import type { PaperChange, WritingCall } from '../board/work-paper.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { mayRead, type PaperKind, queuesAreKnown, readPaper, type WritingDeps, work, writeNew } from './write-paper.ts';

const kindOf = ({ community }: Pick<Deps, 'community'>): PaperKind<Questionnaire> => ({
  name: 'questionnaire',
  papers: community.questionnaires,
  absent: questionnaireNotFound,
});

/** What families have said so far, as staff may see it. */
export interface QuestionnaireView {
  readonly questionnaire: Questionnaire;
  readonly counted: ReturnType<typeof countedAnswers>;
  /** By question, each apart from every other answer of the same person. */
  readonly written: readonly (readonly string[])[];
}

/** All of a place, the last to close first. @throws `forbidden`. */
export async function listQuestionnaires(deps: Pick<Deps, 'community'>, call: Call): Promise<readonly Questionnaire[]> {
  mayRead(call, questionnaireNotFound);
  const all = await deps.community.questionnaires.list(call.actor.place);
  return all.toSorted((a, b) => (a.details.closesOn > b.details.closesOn ? -1 : 1));
}

/** @throws `not-found` `questionnaire-not-found`; `forbidden`. */
export async function readQuestionnaire(
  deps: Pick<Deps, 'community' | 'policies'>,
  call: Call,
  id: string,
): Promise<QuestionnaireView> {
  const questionnaire = await readPaper(kindOf(deps), call, id);
  return { questionnaire, ...(await saidTo(deps, questionnaire)) };
}

/** @throws `invalid` `closing-day`, `queue-unknown`, `idempotency-key-reused`; `forbidden`. */
export function writeQuestionnaire(
  deps: WritingDeps,
  call: WritingCall,
  details: QuestionnaireDetails,
  key: string,
): Promise<Questionnaire> {
  return writeNew(deps, call, kindOf(deps), details, key, (of, recorded) =>
    newQuestionnaire(of, details, recorded, todayOf(call)),
  );
}

/** What is done to a questionnaire: what is shared back is counted here. */
export type QuestionnaireAsked =
  | Exclude<QuestionnaireWork, { kind: 'shared' }>
  | { readonly kind: 'shared'; readonly lines: OutcomeLines };

/** @throws as {@link workedQuestionnaire}; `invalid` `queue-unknown`; `stale`; `not-found`; `forbidden`. */
export async function workQuestionnaire(
  deps: WritingDeps,
  call: WritingCall,
  asked: PaperChange & { readonly id: string; readonly work: QuestionnaireAsked },
): Promise<Questionnaire> {
  if (asked.work.kind === 'written') await queuesAreKnown(deps, call, asked.work.details);
  const done = await workFor(deps, call, asked);
  return work(deps, call, kindOf(deps), asked, (known, recorded) =>
    workedQuestionnaire(known, done, recorded, todayOf(call)),
  );
}

async function workFor(
  deps: WritingDeps,
  call: WritingCall,
  { id, work: asked }: { readonly id: string; readonly work: QuestionnaireAsked },
): Promise<QuestionnaireWork> {
  if (asked.kind !== 'shared') return asked;
  const { counted } = await readQuestionnaire(deps, call, id);
  const { answered, questions } = counted;
  return {
    kind: 'shared',
    outcome: { on: todayOf(call), lines: [...asked.lines], answered, questions: [...questions] },
  };
}

async function saidTo(
  { community, policies }: Pick<Deps, 'community' | 'policies'>,
  { place, id, details }: Questionnaire,
): Promise<Omit<QuestionnaireView, 'questionnaire'>> {
  const [policy, all] = await Promise.all([placePolicy(policies, place), community.answers.all(place, id)]);
  const rule = suppressionRules[policy.figures.suppression];
  return {
    counted: countedAnswers(details.questions, all, rule),
    written: writtenAnswers(details.questions, all, rule),
  };
}

export function questionnaireNotFound() {
  return notFound('questionnaire-not-found', 'There are no such questions');
}
