/**
 * Questions that a place asks its families, and what it shares back. The answers stand apart, each under a token that tells nothing of
 * who gave it (answers.ts); what is shared back is counted once, with small numbers hidden, and kept here.
 */
import * as z from 'zod';
import { boardText } from '../board/board-text.ts';
import { MOST_EVENTS, paperEventShape } from '../board/writer.ts';
import { type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { conflict, invalid } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { figureSchema } from '../indicator/figure.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { audienceSchema } from './audience.ts';

export const questionKinds = ['one', 'several', 'rating', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A rating goes from 1 to this. */
export const BEST_RATING = 5;
export const MOST_QUESTIONS = 6;
export const MOST_OPTIONS = 8;

const questionSchema = z
  .strictObject({
    kind: z.enum(questionKinds),
    text: boardText('The question', 200),
    /** What can be chosen; none for a rating and for words of one's own. */
    options: z.array(boardText('An answer', 100)).max(MOST_OPTIONS, `Use ${MOST_OPTIONS} answers or fewer`),
  })
  .refine(({ kind, options }) => (kind === 'one' || kind === 'several' ? options.length >= 2 : options.length === 0), {
    path: ['options'],
    error: 'Give at least two answers to choose from, and none for a rating or for words',
    params: { code: 'options-needed' },
  })
  .refine(({ options }) => new Set(options).size === options.length, {
    path: ['options'],
    error: 'Each answer must be different',
    params: { code: 'options-alike' },
  });
export type AskedQuestion = Readonly<z.output<typeof questionSchema>>;

export const questionnaireDetailsSchema = z.strictObject({
  title: boardText('The title', 100),
  intro: boardText('What it is about', 1000),
  queues: audienceSchema,
  questions: z.array(questionSchema).min(1, 'Ask at least one question').max(MOST_QUESTIONS),
  /** The last day on which families can answer. */
  closesOn: localDateSchema,
});
export type QuestionnaireDetails = Readonly<z.output<typeof questionnaireDetailsSchema>>;

/** What families said about one question, as it may be shown. */
export const countedQuestionSchema = z.strictObject({
  answered: figureSchema,
  options: z.array(z.strictObject({ text: z.string(), count: figureSchema, percent: figureSchema })),
});
export type CountedQuestion = Readonly<z.output<typeof countedQuestionSchema>>;

/** Lines of what is shared back. */
export const MOST_LINES = 4;

/** "You said, we did": what families said, and what the place has done or why it will not. */
export const outcomeLinesSchema = z
  .array(z.strictObject({ said: boardText('What families said', 300), did: boardText('What you did', 500) }))
  .min(1, 'Write at least one line')
  .max(MOST_LINES);
export type OutcomeLines = Readonly<z.output<typeof outcomeLinesSchema>>;

export const outcomeSchema = z.strictObject({
  on: localDateSchema,
  lines: outcomeLinesSchema,
  answered: figureSchema,
  questions: z.array(countedQuestionSchema),
});
export type Outcome = Readonly<z.output<typeof outcomeSchema>>;

export const questionnaireStates = ['draft', 'open', 'closed'] as const;

export const questionnaireEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['written', 'opened', 'closed', 'shared']),
});
export type QuestionnaireEvent = Readonly<z.output<typeof questionnaireEventSchema>>;

export const questionnaireSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  details: questionnaireDetailsSchema,
  state: z.enum(questionnaireStates),
  outcome: outcomeSchema.nullable(),
  events: z.array(questionnaireEventSchema).min(1).max(MOST_EVENTS),
});
export type Questionnaire = Readonly<z.output<typeof questionnaireSchema>>;

export type QuestionnaireWork =
  | { readonly kind: 'written'; readonly details: QuestionnaireDetails }
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'shared'; readonly outcome: Outcome };

type Recorded = Pick<QuestionnaireEvent, 'id' | 'at' | 'by' | 'requestHash'>;

/** @throws `invalid` `closing-day`. */
export function newQuestionnaire(
  { id, place }: Pick<Questionnaire, 'id' | 'place'>,
  details: QuestionnaireDetails,
  recorded: Recorded,
  today: LocalDate,
): Questionnaire {
  closingDay(details, today);
  const events: Questionnaire['events'] = [{ ...recorded, kind: 'written' }];
  return { id, place, version: 1, details, state: 'draft', outcome: null, events };
}

/**
 * Once open, the questions stay as they were asked; what is shared back may be written anew.
 * @throws `invalid` `closing-day`; `conflict` `questions-asked`, `not-open`, `still-open`, `history-full`.
 */
export function workedQuestionnaire(
  questionnaire: Questionnaire,
  work: QuestionnaireWork,
  recorded: Recorded,
  today: LocalDate,
): Questionnaire {
  const { state } = questionnaire;
  if (questionnaire.events.length >= MOST_EVENTS)
    throw conflict('history-full', 'Write this anew: its history is full');
  const grown = (change: Partial<Questionnaire>): Questionnaire => ({
    ...questionnaire,
    ...change,
    version: questionnaire.version + 1,
    events: [...questionnaire.events, { ...recorded, kind: work.kind }],
  });
  switch (work.kind) {
    case 'written':
      if (state !== 'draft') throw conflict('questions-asked', 'Families have been asked these questions');
      closingDay(work.details, today);
      return grown({ details: work.details });
    case 'opened':
      if (state !== 'draft') throw conflict('questions-asked', 'Families have been asked these questions');
      closingDay(questionnaire.details, today);
      return grown({ state: 'open' });
    case 'closed':
      if (state !== 'open') throw conflict('not-open', 'Families cannot answer this');
      return grown({ state: 'closed' });
    case 'shared':
      if (canAnswer(questionnaire, today) || state === 'draft')
        throw conflict('still-open', 'Share it back when families have answered. Close it first');
      return grown({ state: 'closed', outcome: work.outcome });
  }
}

export function canAnswer({ state, details }: Pick<Questionnaire, 'state' | 'details'>, today: LocalDate): boolean {
  return state === 'open' && today <= details.closesOn;
}

function closingDay({ closesOn }: QuestionnaireDetails, today: LocalDate): void {
  if (closesOn >= today) return;
  const message = 'The last day must be today or later';
  throw invalid('closing-day', message, [{ pointer: '/closesOn', code: 'closing-day', message }]);
}
